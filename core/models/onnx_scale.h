// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_axes.h"

namespace zipper {

/// x · scale + shift per channel: what batch normalization, additions and multiplications of constants do together.
struct OnnxScale {
  torch::Tensor scale = torch::ones({1}, torch::kDouble), shift = torch::zeros({1}, torch::kDouble);  ///< [1] or [C]
  std::string first;      ///< the first node of it, for messages; empty: there is none
  bool isScaled = false;  ///< something in it multiplies
};

/// Takes BatchNormalization, Add, Sub, Mul and Div of constants from the chain, as many as there are before a value
/// that is multiplied by what is computed from it, as in the hard swish. Error that names the node if it isn't linear
/// in its input, or isn't one number per channel.
OnnxScale takeScale(OnnxChain& chain, OnnxAxes& axes);

}  // namespace zipper
