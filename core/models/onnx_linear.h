// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <set>

#include "core/models/onnx_axes.h"
#include "core/models/onnx_scale.h"
#include "core/network/activation.h"

namespace zipper {

/// A linear layer of what is averaged, and the activation behind it.
struct OnnxLinear {
  torch::Tensor weight, bias;  ///< [outputs,inputs] and [outputs]
  Activation activation = Activation::None;
};

/// Where the weights begin that were taken. Layers may hold copies of theirs, so that each is taken once: a small file
/// can't become large.
using OnnxTakenWeights = std::set<const void*>;

/// Takes Gemm, MatMul or a 1x1 Conv from the chain, or nothing. `what`: what it is, for messages; `before`: the layer
/// before it, or null. Error that names the node if it is more than a linear layer.
std::optional<OnnxLinear> takeLinear(OnnxChain& chain, OnnxAxes& axes, const std::string& what,
                                     const OnnxLinear* before, OnnxTakenWeights& taken);

/// Puts a scale before or behind a layer into its weights. Error that names the scale if it is of other channels.
void putBefore(OnnxLinear& layer, const OnnxScale& scale);
void putBehind(OnnxLinear& layer, const OnnxScale& scale);

}  // namespace zipper
