// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/web_page_graph.h"

#include <cstring>

#include "core/exports/web_page_shapes.h"

namespace zipper {

namespace {

constexpr std::array<std::pair<const char*, GraphOp>, 7> webOps{{{"convolution", GraphOp::Convolution},
                                                                 {"depthwise", GraphOp::Depthwise},
                                                                 {"linear", GraphOp::Linear},
                                                                 {"pool", GraphOp::AveragePool},
                                                                 {"multiply", GraphOp::Multiply},
                                                                 {"add", GraphOp::Add},
                                                                 {"softmax", GraphOp::Softmax}}};
constexpr Activation webActivations[] = {Activation::None, Activation::ReLU, Activation::ReLU6, Activation::HardSwish,
                                         Activation::HardSigmoid};

std::string webOpName(GraphOp op) {
  for (const auto& [name, known] : webOps)
    if (known == op) return name;
  fail("an operation that web pages don't know");
}

GraphOp webOpFrom(const std::string& text) {
  for (const auto& [name, op] : webOps)
    if (text == name) return op;
  fail("unknown operation ", inQuotes(text));
}

Activation webActivationFrom(const std::string& text) {
  for (const Activation activation : webActivations)
    if (text == toString(activation)) return activation;
  fail("unknown activation ", inQuotes(text));
}

Json nodeToJson(const GraphNode& node) {
  return Json::object({{"op", webOpName(node.op)},
                       {"name", node.name},
                       {"inputs", node.inputs},
                       {"output", node.output},
                       {"weight", node.weight},
                       {"factor", node.factor},
                       {"bias", node.bias},
                       {"stride", node.stride},
                       {"pads", std::vector<int>(node.pads.begin(), node.pads.end())},
                       {"activation", toString(node.activation)}});
}

GraphNode nodeFromJson(const Json& json) {
  GraphNode node;
  std::vector<int> pads;
  JsonReader reader(json, "a node");
  reader.require("name", node.name);
  reader.require("inputs", node.inputs);
  reader.require("output", node.output);
  reader.require("weight", node.weight);
  reader.require("factor", node.factor);
  reader.require("bias", node.bias);
  reader.require("stride", node.stride);
  reader.require("pads", pads);
  reader.need("op");
  reader.read("op", node.op, &webOpFrom);
  reader.need("activation");
  reader.read("activation", node.activation, &webActivationFrom);
  reader.finish();
  if (pads.size() != node.pads.size()) fail("node ", inQuotes(node.name), " has ", pads.size(), " pads, not 4");
  std::copy(pads.begin(), pads.end(), node.pads.begin());
  return node;
}

GraphValue valueFromJson(const Json& json) {
  GraphValue value;
  JsonReader reader(json, "a value");
  reader.require("name", value.name);
  reader.require("channels", value.channels);
  reader.require("size", value.size);
  reader.finish();
  return value;
}

GraphTask taskFromJson(const Json& json) {
  GraphTask task;
  JsonReader reader(json, "a task");
  reader.require("letter", task.letter);
  reader.require("input", task.input);
  reader.require("output", task.output);
  task.spec = specFromJson(dumpJson(reader.need("spec")));
  reader.finish();
  return task;
}

std::size_t bytesPerNumber(ExportPrecision precision) { return precision == ExportPrecision::Float16 ? 2 : 4; }

/// Takes the constants off the weights, one after the other.
class ConstantReader {
 public:
  ConstantReader(const std::string& weights, ExportPrecision precision) : weights_(weights), precision_(precision) {}

  GraphConstant next(const Json& json) {
    GraphConstant constant;
    std::vector<std::int64_t> shape;
    JsonReader reader(json, "a constant");
    reader.require("name", constant.name);
    reader.require("shape", shape);
    reader.finish();
    std::size_t bytes = bytesPerNumber(precision_);
    const std::size_t left = weights_.size() - at_;
    for (const std::int64_t size : shape) {
      if (size < 1 || std::size_t(size) > left / bytes)
        fail("constant ", inQuotes(constant.name), " is larger than the weights that are there");
      bytes *= std::size_t(size);
    }
    const auto type = precision_ == ExportPrecision::Float16 ? torch::kHalf : torch::kFloat;
    torch::Tensor values = torch::empty(shape, type);
    std::memcpy(values.data_ptr(), weights_.data() + at_, bytes);
    at_ += bytes;
    constant.values = values.to(torch::kFloat);
    return constant;
  }

  void finish() const {
    if (at_ != weights_.size()) fail(weights_.size() - at_, " bytes are left over behind the last constant");
  }

 private:
  const std::string& weights_;
  ExportPrecision precision_;
  std::size_t at_ = 0;
};

}  // namespace

Json webPageGraphToJson(const InferenceGraph& graph) {
  Json json = Json::object(
      {{"values", Json::array()}, {"constants", Json::array()}, {"nodes", Json::array()}, {"tasks", Json::array()}});
  for (const GraphValue& value : graph.values)
    json["values"].push_back(Json::object({{"name", value.name}, {"channels", value.channels}, {"size", value.size}}));
  for (const GraphConstant& constant : graph.constants)
    json["constants"].push_back(Json::object({{"name", constant.name}, {"shape", constant.values.sizes().vec()}}));
  for (const GraphNode& node : graph.nodes) json["nodes"].push_back(nodeToJson(node));
  for (const GraphTask& task : graph.tasks)
    json["tasks"].push_back(Json::object({{"letter", task.letter},
                                          {"spec", parseShallow(specToJson(task.spec), 8, "network spec")},
                                          {"input", task.input},
                                          {"output", task.output}}));
  return json;
}

std::string webPageWeights(const InferenceGraph& graph, ExportPrecision precision) {
  std::string bytes;
  bytes.reserve(std::size_t(bytesOfConstants(graph)) / 4 * bytesPerNumber(precision));
  for (const GraphConstant& constant : graph.constants) {
    const torch::Tensor values =
        constant.values.to(precision == ExportPrecision::Float16 ? torch::kHalf : torch::kFloat).contiguous();
    bytes.append(static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes()));
  }
  return bytes;
}

InferenceGraph webPageGraphFromJson(const Json& json, const std::string& weights, ExportPrecision precision) {
  InferenceGraph graph;
  JsonReader reader(json, "its network");
  for (const Json& value : reader.needArray("values")) graph.values.push_back(valueFromJson(value));
  ConstantReader constants(weights, precision);
  for (const Json& constant : reader.needArray("constants")) graph.constants.push_back(constants.next(constant));
  constants.finish();
  for (const Json& node : reader.needArray("nodes")) graph.nodes.push_back(nodeFromJson(node));
  for (const Json& task : reader.needArray("tasks")) graph.tasks.push_back(taskFromJson(task));
  reader.finish();
  checkGraphShapes(graph);
  return graph;
}

}  // namespace zipper
