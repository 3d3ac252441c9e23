// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/quantized_run.h"

#include "core/exports/graph_run.h"
#include "core/exports/quantized_weights.h"

namespace zipper {

namespace {

void addConstantsOf(const QuantizedGraph& graph, std::size_t index, torch::ScalarType type, InferenceGraph& result) {
  const QuantizedNode& quantized = graph.nodes[index];
  GraphNode& node = result.nodes[index];
  if (quantized.weight < 0) return;
  const torch::Tensor values = graph.constants[std::size_t(quantized.weight)].values.to(type);
  std::vector<std::int64_t> shape(std::size_t(values.dim()), 1);
  shape[0] = -1;
  const auto add = [&](const char* leaf, const torch::Tensor& tensor) {
    result.constants.push_back({node.name + leaf, tensor});
    return int(result.constants.size()) - 1;
  };
  node.weight = add(".weight", values * torch::tensor(quantized.weightScales).to(type).view(shape));
  const torch::Tensor bias = (quantized.bias - stepsOfShift(graph, index)).to(torch::kDouble);
  node.bias = add(".bias", (bias * biasScales(graph, index)).to(type));
  node.factor = -1;
}

/// shiftOfBias() as the integers of the bias have it, float64 [out].
torch::Tensor roundedShift(const QuantizedGraph& graph, std::size_t node) {
  return stepsOfShift(graph, node).to(torch::kDouble) * biasScales(graph, node);
}

}  // namespace

torch::Tensor roundedTo(const ValueRange& range, const torch::Tensor& x) {
  const torch::Tensor steps = (x / range.scale).round_().add_(range.zeroPoint).clamp_(-128, 127);
  return steps.sub_(range.zeroPoint).mul_(range.scale);
}

torch::Tensor roundedInput(const ValueRange& range, const torch::Tensor& images) {
  const torch::Tensor steps = (images.to(torch::kFloat) / range.scale).round_().add_(range.zeroPoint).clamp_(-128, 127);
  return steps.sub_(range.zeroPoint).to(images.scalar_type()).mul_(range.scale);
}

InferenceGraph dequantized(const QuantizedGraph& graph, torch::ScalarType type) {
  InferenceGraph result = graph.graph;
  result.constants.clear();
  for (std::size_t i = 0; i < result.nodes.size(); ++i) addConstantsOf(graph, i, type, result);
  return result;
}

torch::Tensor activatedAndRounded(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& x) {
  const GraphNode& exact = graph.graph.nodes[node];
  const auto& before = graph.nodes[node].beforeActivation;
  torch::Tensor y = before ? roundedTo(*before, x) : x;
  if (const double shift = shiftOfBias(exact.activation); shift != 0)
    y = y + (roundedShift(graph, node) - shift).to(y.scalar_type());
  return roundedTo(graph.ranges[std::size_t(exact.output)], activate(y, exact.activation));
}

std::vector<torch::Tensor> runQuantized(const QuantizedGraph& graph, const std::vector<torch::Tensor>& images) {
  InferenceGraph exact = dequantized(graph, images.at(0).scalar_type());
  std::vector<int> makers(exact.values.size(), -1);
  for (std::size_t i = 0; i < exact.nodes.size(); ++i) {
    makers[std::size_t(exact.nodes[i].output)] = int(i);
    exact.nodes[i].activation = Activation::None;
  }
  return runGraph(exact, images, [&](int value, const torch::Tensor& x) {
    const int node = makers[std::size_t(value)];
    return node < 0 ? roundedInput(graph.ranges[std::size_t(value)], x)
                    : activatedAndRounded(graph, std::size_t(node), x);
  });
}

}  // namespace zipper
