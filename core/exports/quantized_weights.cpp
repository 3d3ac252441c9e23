// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/quantized_weights.h"

#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

constexpr double mostOfBias = double(1 << 28), mostStepsOfOutput = double(1 << 30);

/// The rows of a weight, as integers.
struct QuantizedRows {
  torch::Tensor values;  ///< int8, of the shape of the weight
  std::vector<float> scales;
};

/// The smallest scales that the bias and the output of a node allow, float64 [out].
torch::Tensor leastScales(const QuantizedGraph& graph, std::size_t index) {
  const GraphNode& node = graph.graph.nodes[index];
  const auto& before = graph.nodes[index].beforeActivation;
  const double input = graph.ranges[std::size_t(node.inputs.front())].scale;
  const double output = before ? before->scale : graph.ranges[std::size_t(node.output)].scale;
  return torch::clamp_min(exactBias(graph.graph, node).abs() / mostOfBias, output / mostStepsOfOutput) / input;
}

QuantizedRows quantizedRows(const QuantizedGraph& graph, std::size_t index) {
  const GraphNode& node = graph.graph.nodes[index];
  const auto constant = [&](int at) { return graph.graph.constants[std::size_t(at)].values.to(torch::kDouble); };
  const torch::Tensor weight = constant(node.weight), rows = weight.flatten(1);
  torch::Tensor largest = std::get<0>(rows.abs().max(1)), least = leastScales(graph, index);
  const torch::Tensor factor = node.factor < 0 ? torch::ones_like(largest) : constant(node.factor);
  if (node.op == GraphOp::Linear) {
    largest = largest.max().expand_as(largest);
    least = least.max().expand_as(least);
  }
  const torch::Tensor scale = largest / 127, own = scale * factor.abs();
  // Without the factor, so that rounding is the same for all tasks.
  const torch::Tensor shared =
      torch::round(rows / torch::clamp_min(scale, 1e-300).unsqueeze(1)) * torch::sign(factor).unsqueeze(1);
  const torch::Tensor enlarged = torch::round(rows * (factor / least).unsqueeze(1));
  const torch::Tensor isFine = (own >= least) | (largest == 0);
  const torch::Tensor values = torch::where(isFine.unsqueeze(1), shared, enlarged).clamp(-127, 127);
  const torch::Tensor scales = torch::maximum(own, least).to(torch::kFloat).contiguous();
  return {values.reshape(weight.sizes()).to(torch::kChar).contiguous(),
          {scales.data_ptr<float>(), scales.data_ptr<float>() + scales.numel()}};
}

int addConstant(QuantizedGraph& graph, const GraphNode& node, const torch::Tensor& values) {
  auto& all = graph.constants;
  const auto hasSource = [&](const QuantizedConstant& other) { return other.source == node.weight; };
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& other) {
    return hasSource(other) && torch::equal(other.values, values);
  });
  if (found != all.end()) return int(found - all.begin());
  const bool isFirst = std::none_of(all.begin(), all.end(), hasSource);
  const std::string& source = graph.graph.constants[std::size_t(node.weight)].name;
  all.push_back({isFirst ? source : node.name + ".weight", node.weight, values});
  return int(all.size()) - 1;
}

}  // namespace

torch::Tensor exactBias(const InferenceGraph& graph, const GraphNode& node) {
  const torch::Tensor bias =
      node.bias >= 0 ? graph.constants[std::size_t(node.bias)].values.to(torch::kDouble)
                     : torch::zeros({graph.constants[std::size_t(node.weight)].values.size(0)}, torch::kDouble);
  return bias + shiftOfBias(node.activation);
}

torch::Tensor biasScales(const QuantizedGraph& graph, std::size_t node) {
  const float input = graph.ranges[std::size_t(graph.graph.nodes[node].inputs.front())].scale;
  std::vector<float> scales = graph.nodes[node].weightScales;
  for (float& scale : scales) scale *= input;
  return torch::tensor(scales).to(torch::kDouble);
}

torch::Tensor stepsOfShift(const QuantizedGraph& graph, std::size_t node) {
  return quantizedBias(graph, node, torch::tensor(shiftOfBias(graph.graph.nodes[node].activation), torch::kDouble));
}

torch::Tensor quantizedBias(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& bias) {
  constexpr double most = 2147483647.0;
  return torch::round(bias / biasScales(graph, node)).clamp(-most, most).to(torch::kInt);
}

void quantizeWeights(QuantizedGraph& graph) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.graph.nodes[i];
    if (node.weight < 0) continue;
    QuantizedRows rows = quantizedRows(graph, i);
    graph.nodes[i].weight = addConstant(graph, node, rows.values);
    graph.nodes[i].weightScales = std::move(rows.scales);
  }
}

}  // namespace zipper
