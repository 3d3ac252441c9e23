// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_linear.h"

namespace zipper {

/// The two layers of squeeze-and-excite, the second one so that its hard sigmoid is that of a MobileNet V3.
struct OnnxExcitation {
  OnnxLinear squeeze, excite;
};

/// Takes squeeze-and-excite from the chain, behind the maps that it multiplies (see OnnxAxes::isFactor()): pooling, a
/// linear layer, ReLU, a linear layer, a hard sigmoid, the product. Hard sigmoids of another slope and offset are put
/// into the layer before, which changes nothing. `prefix`: "layers.4"; `size`: height and width of the maps, 0 if they
/// aren't known. Error that names the node where it stops being that.
OnnxExcitation takeExcitation(OnnxChain& chain, OnnxAxes& axes, const std::string& prefix, int size,
                              OnnxTakenWeights& taken);

}  // namespace zipper
