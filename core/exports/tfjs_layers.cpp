// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_layers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/exports/tfjs_topology.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

using KerasOutput = KerasTopology::Output;

/// Variance 1 stays 1 in float32; 0 is what some programs take for "not said".
constexpr double idleEpsilon = 1e-12;

/// Zeros that TensorFlow puts around maps where a convolution says "same": top, left, bottom, right.
std::array<int, 4> zerosOfSamePadding(int size, int kernel, int stride) {
  const int outputs = (size + stride - 1) / stride;
  const int all = std::max((outputs - 1) * stride + kernel - size, 0);
  return {all / 2, all / 2, all - all / 2, all - all / 2};
}

std::set<std::string> namesOfEnds(const InferenceGraph& graph) {
  std::set<std::string> names;
  for (const GraphTask& task : graph.tasks)
    for (const int value : {task.input, task.output}) names.insert(graph.values[std::size_t(value)].name);
  return names;
}

class LayersOfGraph {
 public:
  explicit LayersOfGraph(const InferenceGraph& graph) : graph_(graph), topology_(namesOfEnds(graph)) {
    for (const GraphNode& node : graph.nodes)
      if (node.weight >= 0) users_[node.weight].push_back(&node);
  }

  LayersModel layers() {
    std::vector<KerasOutput> inputs, outputs;
    for (const GraphTask& task : graph_.tasks) {
      if (values_.count(task.input) > 0) continue;
      const GraphValue& value = valueAt(task.input);
      inputs.push_back(values_[task.input] = topology_.input(value.name, value.size, value.channels));
    }
    for (const GraphNode& node : graph_.nodes) values_[node.output] = activated(node, producedBy(node));
    for (const GraphTask& task : graph_.tasks) outputs.push_back(named(task.output));
    return {topology_.toJson("network", inputs, outputs), topology_.weights()};
  }

 private:
  const GraphValue& valueAt(int value) const { return graph_.values[std::size_t(value)]; }
  const torch::Tensor& constantAt(int constant) const { return graph_.constants[std::size_t(constant)].values; }

  KerasOutput producedBy(const GraphNode& node) {
    std::vector<KerasOutput> inputs;
    for (const int input : node.inputs) inputs.push_back(values_.at(input));
    switch (node.op) {
      case GraphOp::Convolution:
      case GraphOp::Depthwise:
      case GraphOp::Linear:
        return scaled(node, weighted(node, inputs.front()));
      case GraphOp::AveragePool:
        return topology_.add("GlobalAveragePooling2D", node.name, inputs, {{"data_format", "channels_last"}});
      case GraphOp::Multiply: {
        const Json shape = Json::array({1, 1, valueAt(node.inputs[1]).channels});
        inputs[1] = topology_.add("Reshape", node.name + ".reshape", {inputs[1]}, {{"target_shape", shape}});
        return topology_.add("Multiply", node.name, inputs);
      }
      case GraphOp::Add:
        return topology_.add("Add", node.name, inputs);
      case GraphOp::Softmax:
        return topology_.add("Activation", node.name, inputs, {{"activation", "softmax"}});
    }
    return {};
  }

  /// Whether the layer of its weights has the node's bias, too: so it is unless nodes share the weights alone.
  bool keepsBias(const GraphNode& node) const {
    const auto& users = users_.at(node.weight);
    return std::all_of(users.begin(), users.end(),
                       [&](const GraphNode* user) { return user->factor < 0 && user->bias == node.bias; });
  }

  KerasOutput weighted(const GraphNode& node, const KerasOutput& x) {
    const bool isLinear = node.op == GraphOp::Linear;
    const int kernel = isLinear ? 1 : int(constantAt(node.weight).size(2));
    const bool isSame = !isLinear && node.pads == zerosOfSamePadding(valueAt(node.inputs[0]).size, kernel, node.stride);
    const KerasOutput input = isLinear || isSame ? x : padded(node, x);
    const int bias = keepsBias(node) ? node.bias : -1;
    const auto [found, isNew] = made_.emplace(std::tuple(node.weight, bias, node.stride, isSame), -1);
    if (!isNew) return topology_.again(found->second, {input});
    const KerasOutput output = addWeighted(node, input, bias, isSame);
    found->second = output.layer;
    return output;
  }

  /// Zeros where they aren't those of "same".
  KerasOutput padded(const GraphNode& node, const KerasOutput& x) {
    const auto& pads = node.pads;
    if (pads == std::array<int, 4>{}) return x;
    const Json zeros = Json::array({Json::array({pads[0], pads[2]}), Json::array({pads[1], pads[3]})});
    return topology_.add("ZeroPadding2D", node.name + ".pad", {x},
                         {{"padding", zeros}, {"data_format", "channels_last"}});
  }

  KerasOutput addWeighted(const GraphNode& node, const KerasOutput& x, int bias, bool isSame) {
    Json config = Json::object();
    if (node.op != GraphOp::Linear) config = howItMoves(node, isSame);
    const std::int64_t channels = constantAt(node.weight).size(0);
    if (node.op == GraphOp::Convolution) config["filters"] = channels;
    if (node.op == GraphOp::Linear) config["units"] = channels;
    if (node.op == GraphOp::Depthwise) config["depth_multiplier"] = 1;
    config["activation"] = "linear";
    config["use_bias"] = bias >= 0;
    const char* const kind = node.op == GraphOp::Convolution ? "Conv2D"
                             : node.op == GraphOp::Linear    ? "Dense"
                                                             : "DepthwiseConv2D";
    const KerasOutput output = topology_.add(kind, layerOf(node), {x}, std::move(config));
    addKernel(output.layer, node);
    if (bias >= 0) topology_.addWeight(output.layer, "bias", constantAt(bias));
    return output;
  }

  /// What a convolution says besides its channels.
  Json howItMoves(const GraphNode& node, bool isSame) const {
    const torch::Tensor& weight = constantAt(node.weight);
    Json config = Json::object();
    config["kernel_size"] = {weight.size(2), weight.size(3)};
    config["strides"] = {node.stride, node.stride};
    config["padding"] = isSame ? "same" : "valid";
    config["data_format"] = "channels_last";
    config["dilation_rate"] = {1, 1};
    return config;
  }

  void addKernel(int layer, const GraphNode& node) {
    const torch::Tensor& weight = constantAt(node.weight);
    if (node.op == GraphOp::Linear)
      topology_.addWeight(layer, "kernel", weight.t());
    else if (node.op == GraphOp::Convolution)
      topology_.addWeight(layer, "kernel", weight.permute({2, 3, 1, 0}));
    else
      topology_.addWeight(layer, "depthwise_kernel", weight.permute({2, 3, 0, 1}));
  }

  /// The name of the constant says whose weights they are.
  std::string layerOf(const GraphNode& node) const {
    const std::string& constant = graph_.constants[std::size_t(node.weight)].name;
    const std::string end = ".weight";
    return endsWith(constant, end) ? constant.substr(0, constant.size() - end.size()) : node.name;
  }

  /// What a node has of its own behind weights that others have, too.
  KerasOutput scaled(const GraphNode& node, const KerasOutput& x) {
    if (keepsBias(node)) return x;
    const bool hasFactor = node.factor >= 0, hasBias = node.bias >= 0;
    const KerasOutput output = topology_.add(
        "BatchNormalization", node.name, {x},
        {{"axis", -1}, {"momentum", 0.99}, {"epsilon", idleEpsilon}, {"center", hasBias}, {"scale", hasFactor}});
    const torch::Tensor zeros = torch::zeros({constantAt(node.weight).size(0)});
    if (hasFactor) topology_.addWeight(output.layer, "gamma", constantAt(node.factor));
    if (hasBias) topology_.addWeight(output.layer, "beta", constantAt(node.bias));
    topology_.addWeight(output.layer, "moving_mean", zeros);
    topology_.addWeight(output.layer, "moving_variance", zeros + 1);
    return output;
  }

  KerasOutput rectified(const std::string& name, const KerasOutput& x, std::optional<double> cap) {
    return topology_.add("ReLU", name, {x}, {{"max_value", cap ? Json(*cap) : Json(nullptr)}});
  }

  KerasOutput activated(const GraphNode& node, const KerasOutput& x) {
    const bool isSwish = node.activation == Activation::HardSwish;
    switch (node.activation) {
      case Activation::None:
        return x;
      case Activation::ReLU:
        return rectified(node.name + ".relu", x, std::nullopt);
      case Activation::ReLU6:
        return rectified(node.name + ".relu6", x, 6.0);
      case Activation::HardSigmoid:
      case Activation::HardSwish:
        break;
    }
    const KerasOutput line =
        topology_.add("Rescaling", node.name + ".rescaling", {x}, {{"scale", 1.0 / 6.0}, {"offset", 0.5}});
    const KerasOutput sigmoid = rectified(node.name + ".hard_sigmoid", line, 1.0);
    return isSwish ? topology_.add("Multiply", node.name + ".hard_swish", {x, sigmoid}) : sigmoid;
  }

  /// Gives the last layer of a task the name of its output.
  KerasOutput named(int value) {
    KerasOutput output = values_.at(value);
    if (topology_.applicationsOf(output.layer) != 1)
      output = topology_.add("Activation", valueAt(value).name, {output}, {{"activation", "linear"}});
    topology_.rename(output.layer, valueAt(value).name);
    return output;
  }

  const InferenceGraph& graph_;
  KerasTopology topology_;
  std::map<int, KerasOutput> values_;                    ///< by index into InferenceGraph::values
  std::map<int, std::vector<const GraphNode*>> users_;   ///< of the constants that are weights
  std::map<std::tuple<int, int, int, bool>, int> made_;  ///< layers by weight, bias, stride, whether they pad
};

}  // namespace

LayersModel kerasLayersOf(const InferenceGraph& graph) { return LayersOfGraph(graph).layers(); }

}  // namespace zipper
