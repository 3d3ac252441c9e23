// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/graph_run.h"

#include "core/exports/graph_paths.h"
#include "core/exports/plain_convolution.h"

namespace zipper {

namespace {

torch::Tensor padded(const torch::Tensor& x, const std::array<int, 4>& pads) {
  if (pads == std::array<int, 4>{}) return x;
  return torch::constant_pad_nd(x, {pads[1], pads[3], pads[0], pads[2]});
}

torch::Tensor productOf(const GraphNode& node, const std::vector<torch::Tensor>& inputs, const torch::Tensor& weight) {
  const torch::Tensor& x = inputs.front();
  switch (node.op) {
    case GraphOp::Convolution:
      return plainConvolution(padded(x, node.pads), weight, {node.stride, node.stride}, 1);
    case GraphOp::Depthwise:
      return plainConvolution(padded(x, node.pads), weight, {node.stride, node.stride}, weight.size(0));
    case GraphOp::Linear:
      return torch::linear(x, weight);
    case GraphOp::AveragePool:
      return x.mean({2, 3});
    case GraphOp::Multiply:
      return x * inputs[1].unsqueeze(2).unsqueeze(3);
    case GraphOp::Add:
      return x + inputs[1];
    case GraphOp::Softmax:
      return torch::softmax(x, 1);
  }
  return x;
}

}  // namespace

std::vector<torch::Tensor> runGraph(const InferenceGraph& graph, const std::vector<torch::Tensor>& images,
                                    const GraphObserver& change) {
  torch::NoGradGuard noGrad;
  std::vector<torch::Tensor> results;
  for (std::size_t t = 0; t < graph.tasks.size(); ++t) {
    const GraphTask& task = graph.tasks[t];
    std::vector<torch::Tensor> values(graph.values.size());
    const auto put = [&](int value, const torch::Tensor& found) {
      values[std::size_t(value)] = change ? change(value, found) : found;
    };
    put(task.input, images.at(t));
    const std::vector<bool> isNeeded = nodesOfTask(graph, t);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      if (!isNeeded[i]) continue;
      std::vector<torch::Tensor> inputs;
      for (const int input : graph.nodes[i].inputs) inputs.push_back(values[std::size_t(input)]);
      put(graph.nodes[i].output, outputOf(graph, graph.nodes[i], inputs));
    }
    results.push_back(values[std::size_t(task.output)]);
  }
  return results;
}

torch::Tensor outputOf(const InferenceGraph& graph, const GraphNode& node, const std::vector<torch::Tensor>& inputs) {
  const auto constant = [&](int index) {
    return index < 0 ? torch::Tensor() : graph.constants[std::size_t(index)].values;
  };
  const auto perChannel = [&](int index, const torch::Tensor& x) {
    std::vector<std::int64_t> shape(std::size_t(x.dim()), 1);
    shape[1] = -1;
    return constant(index).view(shape);
  };
  torch::Tensor y = productOf(node, inputs, constant(node.weight));
  if (node.factor >= 0) y = y * perChannel(node.factor, y);
  if (node.bias >= 0) y = y + perChannel(node.bias, y);
  return activate(y, node.activation);
}

}  // namespace zipper
