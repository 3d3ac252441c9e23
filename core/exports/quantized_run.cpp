// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/quantized_run.h"

#include "core/exports/graph_run.h"
#include "core/exports/quantized_weights.h"

namespace zipper {

namespace {

void addConstantsOf(const QuantizedGraph& graph, std::size_t index, InferenceGraph& result) {
  const QuantizedNode& quantized = graph.nodes[index];
  GraphNode& node = result.nodes[index];
  if (quantized.weight < 0) return;
  const torch::Tensor values = graph.constants[std::size_t(quantized.weight)].values.to(torch::kFloat);
  std::vector<std::int64_t> shape(std::size_t(values.dim()), 1);
  shape[0] = -1;
  const auto add = [&](const char* leaf, const torch::Tensor& tensor) {
    result.constants.push_back({node.name + leaf, tensor});
    return int(result.constants.size()) - 1;
  };
  node.weight = add(".weight", values * torch::tensor(quantized.weightScales).view(shape));
  node.bias = add(".bias", (quantized.bias.to(torch::kDouble) * biasScales(graph, index)).to(torch::kFloat));
  node.factor = -1;
}

}  // namespace

torch::Tensor roundedTo(const ValueRange& range, const torch::Tensor& x) {
  const torch::Tensor steps = (x / range.scale).round_().add_(range.zeroPoint).clamp_(-128, 127);
  return steps.sub_(range.zeroPoint).mul_(range.scale);
}

InferenceGraph dequantized(const QuantizedGraph& graph) {
  InferenceGraph result = graph.graph;
  result.constants.clear();
  for (std::size_t i = 0; i < result.nodes.size(); ++i) addConstantsOf(graph, i, result);
  return result;
}

torch::Tensor activatedAndRounded(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& x) {
  const GraphNode& exact = graph.graph.nodes[node];
  const auto& before = graph.nodes[node].beforeActivation;
  const torch::Tensor y = activate(before ? roundedTo(*before, x) : x, exact.activation);
  return roundedTo(graph.ranges[std::size_t(exact.output)], y);
}

std::vector<torch::Tensor> runQuantized(const QuantizedGraph& graph, const std::vector<torch::Tensor>& images) {
  InferenceGraph exact = dequantized(graph);
  std::vector<int> makers(exact.values.size(), -1);
  for (std::size_t i = 0; i < exact.nodes.size(); ++i) {
    makers[std::size_t(exact.nodes[i].output)] = int(i);
    exact.nodes[i].activation = Activation::None;
  }
  return runGraph(exact, images, [&](int value, const torch::Tensor& x) {
    const int node = makers[std::size_t(value)];
    return node < 0 ? roundedTo(graph.ranges[std::size_t(value)], x) : activatedAndRounded(graph, std::size_t(node), x);
  });
}

}  // namespace zipper
