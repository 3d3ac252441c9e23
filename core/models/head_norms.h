// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/scheme_network.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Throws Error that names the key and both shapes unless the batch normalization in the head of a network (see
/// MatchedHead) has as many channels as the linear layer beside it.
void checkHeadNorms(const SchemeNetwork& network, const MobileNetSpec& spec);

/// Puts the batch normalization of the head into the weights and biases of the linear layers beside it, computed in
/// double precision; its tensors are gone then. A note says so. `bnEpsilon`: where the file tells no other. To be
/// called when all shapes are known to be right and all values are float32. False if there is none.
bool foldHeadNorms(SchemeNetwork& network, double bnEpsilon);

}  // namespace zipper
