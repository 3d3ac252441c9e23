// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_activation.h"

#include <algorithm>
#include <limits>

#include "core/models/onnx_gate.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// Of a value that is multiplied by what is computed from it.
std::optional<Activation> takeHardSwish(OnnxChain& chain, OnnxAxes& axes) {
  const std::string first = chain.describeNext();
  const std::size_t place = chain.place();
  const std::optional<OnnxGate> gate = takeGate(chain, axes, OnnxArrangements(axes.arrangements()));
  if (!gate && chain.place() == place) return std::nullopt;
  if (!gate) fail("a hard swish was expected from ", first, " on, found ", chain.describeNext());
  const OnnxRamp& ramp = gate->ramp;
  if (!isNearly(ramp.slope, 1.0 / 6) || !isNearly(ramp.shift, 0.5))
    fail(describeNode(*gate->product), " multiplies by a hard sigmoid of slope ", ramp.slope, " and offset ",
         ramp.shift, "; the hard swish has 1/6 and 0.5");
  return Activation::HardSwish;
}

}  // namespace

std::optional<Activation> takeActivation(OnnxChain& chain, OnnxAxes& axes) {
  if (chain.take({"HardSwish"}) != nullptr) {
    axes.follow(chain);
    return Activation::HardSwish;
  }
  if (axes.isFactor(chain)) return takeHardSwish(chain, axes);
  constexpr double infinite = std::numeric_limits<double>::infinity();
  double low = -infinite, high = infinite;
  const OnnxNode* last = nullptr;
  while (const OnnxNode* node = chain.take({"Relu", "Clip", "Min", "Max"})) {
    const auto [least, most] = rangeOf(chain, *node);
    low = std::clamp(low, least, most);
    high = std::clamp(high, least, most);
    last = node;
    axes.follow(chain);
  }
  if (last == nullptr) return std::nullopt;
  if (low != 0 || (high != 6 && high != infinite))
    fail(describeNode(*last), ": a range of 0 to 6 (ReLU6) or without an end (ReLU) was expected, ", low, " to ", high,
         " found");
  return high == 6 ? Activation::ReLU6 : Activation::ReLU;
}

}  // namespace zipper
