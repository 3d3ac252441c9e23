// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "core/models/onnx_axes.h"
#include "core/network/activation.h"

namespace zipper {

/// Takes ReLU, ReLU6 or the hard swish in any way of writing them from the chain: Relu, Clip by attributes or by
/// inputs, Min and Max in any order; HardSwish, or a product of the value with its hard sigmoid, whose division by 6
/// may stand before the product or behind it. Nothing if the next node is none of these. Error that names the node if
/// the range is another one.
std::optional<Activation> takeActivation(OnnxChain& chain, OnnxAxes& axes);

}  // namespace zipper
