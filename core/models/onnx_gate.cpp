// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_gate.h"

#include <algorithm>
#include <cmath>

#include "core/containers/onnx_attributes.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr double infiniteBound = std::numeric_limits<double>::infinity();

double finiteBound(const OnnxNode& node, double bound) {
  if (!std::isfinite(bound)) fail(describeNode(node), " has the bound ", bound);
  return bound;
}

void applyTo(OnnxRamp& ramp, double factor, double offset) {
  ramp.slope *= factor;
  ramp.shift = ramp.shift * factor + offset;
  ramp.low = ramp.low * factor + offset;
  ramp.high = ramp.high * factor + offset;
  if (factor < 0) std::swap(ramp.low, ramp.high);
}

void cutOff(OnnxRamp& ramp, double least, double most) {
  ramp.low = std::clamp(ramp.low, least, most);
  ramp.high = std::clamp(ramp.high, least, most);
}

/// An addition or multiplication of one number.
void scaleBy(OnnxRamp& ramp, OnnxChain& chain, const OnnxNode& node) {
  const std::size_t place = chain.constantInput(node);
  const double number = chain.number(node, place);
  if (place == 0 && node.op == "Div") fail(describeNode(node), " divides by a value that depends on the image");
  if (node.op == "Mul" || node.op == "Div") return applyTo(ramp, node.op == "Mul" ? number : 1 / number, 0);
  if (place == 0 && node.op == "Sub") applyTo(ramp, -1, 0);
  applyTo(ramp, 1, node.op == "Sub" && place == 1 ? -number : number);
}

OnnxRamp takeRamp(OnnxChain& chain, OnnxAxes& axes) {
  OnnxRamp ramp;
  while (const OnnxNode* node = chain.take({"HardSigmoid", "Relu", "Clip", "Min", "Max", "Add", "Sub", "Mul", "Div"})) {
    if (node->op == "HardSigmoid") {
      applyTo(ramp, realOf(*node, "alpha", 0.2), realOf(*node, "beta", 0.5));
      cutOff(ramp, 0, 1);
    } else if (node->op == "Add" || node->op == "Sub" || node->op == "Mul" || node->op == "Div") {
      scaleBy(ramp, chain, *node);
    } else {
      const auto [least, most] = rangeOf(chain, *node);
      cutOff(ramp, least, most);
    }
    axes.follow(chain);
  }
  return ramp;
}

/// The axes of what maps with these are multiplied by: the same, but one number for all pixels where it is an average.
std::string lettersOfGate(std::string letters, bool isAverage) {
  for (char& letter : letters)
    if (isAverage && (letter == 'H' || letter == 'W')) letter = '1';
  return letters;
}

}  // namespace

std::pair<double, double> rangeOf(OnnxChain& chain, const OnnxNode& node) {
  if (node.op == "Relu") return {0, infiniteBound};
  if (node.op == "Min") return {-infiniteBound, finiteBound(node, chain.number(node, chain.constantInput(node)))};
  if (node.op == "Max") return {finiteBound(node, chain.number(node, chain.constantInput(node))), infiniteBound};
  const auto bound = [&](std::size_t input, const char* attribute, double otherwise) {
    return chain.hasInput(node, input) ? chain.number(node, input) : realOf(node, attribute, otherwise);
  };
  const double least = bound(1, "min", -infiniteBound), most = bound(2, "max", infiniteBound);
  if (!(least <= most)) fail(describeNode(node), " has the range ", least, " to ", most);
  return {least, most};
}

bool isNearly(double number, double wanted) { return std::abs(number - wanted) < 1e-3; }

std::optional<OnnxGate> takeGate(OnnxChain& chain, OnnxAxes& axes, const OnnxArrangements& gated) {
  OnnxGate gate;
  gate.ramp = takeRamp(chain, axes);
  if (axes.isPooled() && chain.take({"Expand"}) != nullptr) axes.follow(chain);
  OnnxBranch branch;
  gate.product = chain.takeProduct(branch);
  if (gate.product == nullptr) return std::nullopt;
  const std::string letters = lettersOf(gated, branch), node = describeNode(*gate.product);
  if (letters.empty() || lettersOfGate(letters, axes.isPooled()) != axes.letters())
    fail(node, " multiplies something else than what its factor is computed from");
  axes = OnnxAxes(letters);
  applyTo(gate.ramp, branch.factor, 0);
  if (!isNearly(gate.ramp.high, 1))
    if (const OnnxNode* number = chain.take({"Mul", "Div"})) scaleBy(gate.ramp, chain, *number);
  axes.follow(chain);
  if (!isNearly(gate.ramp.low, 0) || !isNearly(gate.ramp.high, 1) || !(gate.ramp.slope > 0))
    fail(node, " multiplies by values from ", gate.ramp.low, " to ", gate.ramp.high,
         "; a hard sigmoid, from 0 to 1, was expected");
  return gate;
}

}  // namespace zipper
