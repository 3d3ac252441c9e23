// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>

#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"

namespace zipper {

/// The key of the weights of the head's last layer, [classes,inputs].
inline constexpr const char* headKey = "head.weight";

/// What the shapes of tensors with the names of MobileNet::state() tell about the network: architecture, width or the
/// channels where no width gives them, expanding convolution of the first block, whether a V3 is minimalistic, classes,
/// input channels, channels of the hidden layers. All else keeps its default. Throws Error that names the key, or the
/// field of the spec. `keyText`: what the file calls a key, for messages.
MobileNetSpec specFromShapes(const NamedTensors& tensors,
                             const std::function<std::string(const std::string&)>& keyText = {});

}  // namespace zipper
