// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_activation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/containers/onnx_attributes.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr double infiniteBound = std::numeric_limits<double>::infinity();

double finiteBound(const OnnxNode& node, double bound) {
  if (!std::isfinite(bound)) fail(describeNode(node), " has the bound ", bound);
  return bound;
}

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

}  // namespace

std::optional<Activation> takeActivation(OnnxChain& chain, OnnxAxes& axes) {
  double low = -infiniteBound, high = infiniteBound;
  const OnnxNode* last = nullptr;
  while (const OnnxNode* node = chain.take({"Relu", "Clip", "Min", "Max"})) {
    const auto [least, most] = rangeOf(chain, *node);
    low = std::clamp(low, least, most);
    high = std::clamp(high, least, most);
    last = node;
    axes.follow(chain);
  }
  if (last == nullptr) return std::nullopt;
  if (low != 0 || (high != 6 && high != infiniteBound))
    fail(describeNode(*last), ": a range of 0 to 6 (ReLU6) or without an end (ReLU) was expected, ", low, " to ", high,
         " found");
  return high == 6 ? Activation::ReLU6 : Activation::ReLU;
}

}  // namespace zipper
