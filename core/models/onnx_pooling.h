// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/models/onnx_axes.h"

namespace zipper {

/// Takes what averages over all pixels of a feature map: GlobalAveragePool, ReduceMean in one step or two, AveragePool
/// over everything. The height and width of what is averaged, where the graph states it; otherwise 0. `size`: those of
/// the feature map, 0 if they aren't known; `behind`: where it stands, for messages. Error that names the node if it
/// averages over less.
int takePooling(OnnxChain& chain, OnnxAxes& axes, int size, const std::string& behind);

}  // namespace zipper
