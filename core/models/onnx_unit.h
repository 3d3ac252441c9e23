// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_axes.h"
#include "core/network/activation.h"

namespace zipper {

/// A convolution, batch normalization and activation, as they follow each other in a graph.
struct OnnxUnit {
  const OnnxNode* conv = nullptr;
  torch::Tensor weight, bias;                 ///< bias: undefined if there is none
  torch::Tensor gamma, beta, mean, variance;  ///< undefined where it is folded
  double epsilon = 0;                         ///< 0: folded
  int stride = 1;
  std::vector<std::int64_t> pads;  ///< top, left, bottom, right; of a Pad node before it too
  bool likeTensorFlow = false;     ///< padded by auto_pad
  Activation activation = Activation::None;
};

/// Takes the next unit from the chain: Pad, Conv, biases and scales as nodes of their own (which are folded in), batch
/// normalization, and an activation in any way of writing it. `expected`: None, the hard swish, or one of ReLU and
/// ReLU6, which stand for both. `key` is what it should be, for messages. Throws Error that names the node where it
/// stops being one.
OnnxUnit takeUnit(OnnxChain& chain, OnnxAxes& axes, const std::string& key, Activation expected);

/// The pads of a Pad node: top, left, bottom, right. Error if it pads anything else, or not with zeros.
std::vector<std::int64_t> padsOf(OnnxChain& chain, const OnnxAxes& axes, const OnnxNode& pad);

}  // namespace zipper
