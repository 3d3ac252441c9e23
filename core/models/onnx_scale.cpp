// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_scale.h"

#include "core/containers/onnx_attributes.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// x · factor + offset behind what there is. Both [1] or [C].
void append(OnnxScale& all, const OnnxNode& node, const torch::Tensor& factor, const torch::Tensor& offset) {
  for (const torch::Tensor& values : {factor, offset})
    if (values.numel() != 1 && all.scale.numel() != 1 && values.numel() != all.scale.numel())
      fail(describeNode(node), ": ", values.numel(), " numbers were found for ", all.scale.numel(), " channels");
  const auto broadcast = torch::broadcast_tensors({all.scale * factor, all.shift * factor + offset});
  all.scale = broadcast[0];
  all.shift = broadcast[1];
}

void appendNormalization(OnnxScale& all, OnnxChain& chain, const OnnxAxes& axes, const OnnxNode& node) {
  if (axes.place('C') != 1) fail(describeNode(node), " gets axes in the order ", axes.letters());
  const auto values = [&](std::size_t input) { return chain.values(node, input).to(torch::kDouble).reshape({-1}); };
  const torch::Tensor gamma = values(1), beta = values(2), mean = values(3), variance = values(4);
  for (const torch::Tensor& other : {beta, mean, variance})
    if (other.sizes() != gamma.sizes()) fail(describeNode(node), ": its constants don't fit");
  const torch::Tensor factor = gamma / torch::sqrt(variance + realOf(node, "epsilon", 1e-5));
  append(all, node, factor, beta - mean * factor);
  all.isScaled = true;
}

void appendConstant(OnnxScale& all, OnnxChain& chain, const OnnxAxes& axes, const OnnxNode& node) {
  const std::size_t place = chain.constantInput(node);
  const torch::Tensor values = axes.perChannel(node, chain.values(node, place));
  const torch::Tensor one = torch::ones({1}, torch::kDouble), zero = torch::zeros({1}, torch::kDouble);
  if (place == 0 && (node.op == "Sub" || node.op == "Div"))
    fail(describeNode(node), " changes the head's outputs like in no known MobileNet");
  if (node.op == "Add" || node.op == "Sub") return append(all, node, one, node.op == "Add" ? values : -values);
  append(all, node, node.op == "Mul" ? values : torch::reciprocal(values), zero);
  all.isScaled = true;
}

}  // namespace

OnnxScale takeScale(OnnxChain& chain, OnnxAxes& axes) {
  OnnxScale all;
  axes.follow(chain);
  while (!axes.isFactor(chain)) {
    const OnnxNode* const node = chain.take({"BatchNormalization", "Add", "Sub", "Mul", "Div"});
    if (node == nullptr) break;
    if (all.first.empty()) all.first = describeNode(*node);
    if (node->op == "BatchNormalization")
      appendNormalization(all, chain, axes, *node);
    else
      appendConstant(all, chain, axes, *node);
    axes.follow(chain);
  }
  return all;
}

}  // namespace zipper
