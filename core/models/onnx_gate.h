// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <optional>
#include <utility>

#include "core/models/onnx_axes.h"

namespace zipper {

/// min(max(slope · x + shift, low), high) of a value x.
struct OnnxRamp {
  double slope = 1, shift = 0;
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
};

/// What a value is multiplied by.
struct OnnxGate {
  OnnxRamp ramp;                      ///< of the value that the path went through; from 0 to 1
  const OnnxNode* product = nullptr;  ///< for messages
};

/// The least and the largest of what a Relu, Clip, Min or Max hands on; Error that names the node if it has no order.
std::pair<double, double> rangeOf(OnnxChain& chain, const OnnxNode& node);

/// Whether two numbers are one as far as exporters write it out: 0.16667 for 1/6, also in half precision.
bool isNearly(double number, double wanted);

/// Takes from the chain what a value is multiplied by that was known before: a ramp in any way of writing it
/// (HardSigmoid, Relu, Clip, Min, Max, additions and multiplications of one number), the product, and a number by which
/// it is multiplied or divided then. `gated`: the value; `axes` become its own. Where height and width are averaged out
/// of the axes, the product has the maps' again. Nothing if no such product follows. Error that names the node if it
/// multiplies another value, or one that is not from 0 to 1.
std::optional<OnnxGate> takeGate(OnnxChain& chain, OnnxAxes& axes, const OnnxArrangements& gated);

}  // namespace zipper
