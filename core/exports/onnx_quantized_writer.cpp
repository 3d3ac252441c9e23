// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_quantized_writer.h"

#include "core/exports/onnx_metadata.h"
#include "core/exports/quantized_weights.h"
#include "core/support/error.h"
#include "core/support/files.h"

namespace zipper {

namespace {

using Names = std::vector<std::string>;
using Sizes = std::vector<std::int64_t>;

/// What the file's uint8 numbers are more than the graph's int8 numbers.
constexpr int unsignedOffset = 128;

/// Which values are vectors [N,C,1,1]: those that maps are multiplied by, and what they are computed from.
std::vector<bool> gatesOf(const InferenceGraph& graph) {
  std::vector<bool> isGate(graph.values.size(), false);
  for (std::size_t i = graph.nodes.size(); i-- > 0;) {
    const GraphNode& node = graph.nodes[i];
    if (node.op == GraphOp::Multiply) isGate[std::size_t(node.inputs[1])] = true;
    const auto input = std::size_t(node.inputs.front());
    if (isGate[std::size_t(node.output)] && graph.values[input].size == 0) isGate[input] = true;
  }
  return isGate;
}

class QuantizedWriter {
 public:
  QuantizedWriter(OnnxBuilder& builder, const QuantizedGraph& graph)
      : builder_(builder), graph_(graph), isGate_(gatesOf(graph.graph)), names_(graph.graph.values.size()) {}

  void write() {
    for (const GraphTask& task : graph_.graph.tasks) addImage(task.input);
    for (std::size_t i = 0; i < graph_.graph.nodes.size(); ++i) addNode(i);
    for (const GraphTask& task : graph_.graph.tasks) addOutput(task.output);
  }

 private:
  const GraphValue& value(int index) const { return graph_.graph.values[std::size_t(index)]; }

  void addImage(int index) {
    std::string& name = names_[std::size_t(index)];
    if (!name.empty()) return;  // of a trunk
    const GraphValue& image = value(index);
    builder_.addInput(image.name, {image.channels, image.size, image.size});
    name = addRounding(image.name, image.name, graph_.ranges[std::size_t(index)]);
  }

  void addNode(std::size_t index) {
    const GraphNode& node = graph_.graph.nodes[index];
    const auto& before = graph_.nodes[index].beforeActivation;
    std::string x = addOperator(index);
    if (before) x = addRounding(node.name + "/sum", x, *before);
    if (node.activation == Activation::HardSigmoid) x = addShift(index, x);
    x = addActivation(node.activation, node.name + "/activation", x);
    const auto output = std::size_t(node.output);
    names_[output] = addRounding(node.name, x, graph_.ranges[output]);
  }

  /// An output has the name of its value; nothing reads it.
  void addOutput(int index) {
    const GraphValue& output = value(index);
    builder_.addNode("Identity", output.name, {names_[std::size_t(index)]});
    builder_.addOutput(output.name, {output.channels});
  }

  std::string addOperator(std::size_t index) {
    const GraphNode& node = graph_.graph.nodes[index];
    const std::string name = node.name + "/float";
    Names inputs;
    for (const int input : node.inputs) inputs.push_back(names_[std::size_t(input)]);
    switch (node.op) {
      case GraphOp::Convolution:
      case GraphOp::Depthwise:
      case GraphOp::Linear:
        return addLayer(index, name, inputs);
      case GraphOp::AveragePool:
        return addPool(node, name, inputs);
      case GraphOp::Multiply:
        return builder_.addNode("Mul", name, inputs);
      case GraphOp::Add:
        return builder_.addNode("Add", name, inputs);
      case GraphOp::Softmax:
        return builder_.addNode("Softmax", name, inputs, {{"axis", std::int64_t(1)}});
    }
    fail(node.name, " can't be written");
  }

  std::string addPool(const GraphNode& node, const std::string& name, const Names& inputs) {
    if (isGate_[std::size_t(node.output)]) return builder_.addNode("GlobalAveragePool", name, inputs);
    const std::string pooled = builder_.addNode("GlobalAveragePool", node.name + "/maps", inputs);
    return builder_.addNode("Flatten", name, {pooled}, {{"axis", std::int64_t(1)}});
  }

  std::string addLayer(std::size_t index, const std::string& name, Names inputs) {
    const GraphNode& node = graph_.graph.nodes[index];
    const bool isLinear = node.op == GraphOp::Linear, isGate = isLinear && isGate_[std::size_t(node.output)];
    const char* const leaf = isLinear && !isGate ? ".weight" : ".conv.weight";
    Sizes shape = addWeight(index, node.name + leaf, isGate);
    inputs.push_back(node.name + leaf);
    inputs.push_back(addBias(index, node.name + (isLinear ? ".bias" : ".conv.bias")));
    if (isLinear && !isGate) return builder_.addNode("Gemm", name, inputs, {{"transB", std::int64_t(1)}});
    return builder_.addNode("Conv", name, inputs,
                            {{"dilations", Sizes{1, 1}},
                             {"group", node.op == GraphOp::Depthwise ? shape[0] : std::int64_t(1)},
                             {"kernel_shape", Sizes{shape[2], shape[3]}},
                             {"pads", Sizes(node.pads.begin(), node.pads.end())},
                             {"strides", Sizes{node.stride, node.stride}}});
  }

  /// Its shape in the file. The integers are an initializer that other nodes may have, too.
  Sizes addWeight(std::size_t index, const std::string& name, bool asConvolution) {
    const QuantizedNode& quantized = graph_.nodes[index];
    const QuantizedConstant& constant = graph_.constants[std::size_t(quantized.weight)];
    Sizes shape = constant.values.sizes().vec();
    if (asConvolution) shape.insert(shape.end(), {1, 1});
    const std::string integers = constant.name + "/uint8", scale = name + "/scale";
    const torch::Tensor values = (constant.values.to(torch::kShort) + unsignedOffset).to(torch::kByte);
    if (!builder_.hasInitializer(integers)) builder_.addInitializer(integers, shape, values.data_ptr<std::uint8_t>());
    const bool isLinear = graph_.graph.nodes[index].op == GraphOp::Linear;
    const std::int64_t scales = isLinear ? 1 : shape[0];
    builder_.addInitializer(scale, isLinear ? Sizes{} : Sizes{scales}, quantized.weightScales.data());
    const std::string zeros = isLinear ? addZeroPoint(0) : concat("zeros/", scales);
    if (!builder_.hasInitializer(zeros))
      builder_.addInitializer(zeros, {scales}, std::vector<std::uint8_t>(std::size_t(scales), unsignedOffset).data());
    builder_.addNode("DequantizeLinear", name, {integers, scale, zeros}, axisOf(isLinear));
    return shape;
  }

  std::string addBias(std::size_t index, const std::string& name) {
    const bool isLinear = graph_.graph.nodes[index].op == GraphOp::Linear;
    const torch::Tensor scales = biasScales(graph_, index).to(torch::kFloat);
    const torch::Tensor bias = (graph_.nodes[index].bias - stepsOfShift(graph_, index)).contiguous();
    const std::string integers = name + "/int32", scale = name + "/scale";
    builder_.addInitializer(integers, {bias.numel()}, bias.data_ptr<std::int32_t>());
    builder_.addInitializer(scale, isLinear ? Sizes{} : Sizes{scales.numel()}, scales.data_ptr<float>());
    return builder_.addNode("DequantizeLinear", name, {integers, scale}, axisOf(isLinear));
  }

  /// Who reads a bias by its name expects that of the network: what it has for its activation is added behind it.
  std::string addShift(std::size_t index, const std::string& x) {
    const GraphNode& node = graph_.graph.nodes[index];
    if (node.op != GraphOp::Linear) fail(node.name, " has a hard sigmoid behind something else than a linear layer");
    const torch::Tensor steps = stepsOfShift(graph_, index), scales = biasScales(graph_, index).to(torch::kFloat);
    const std::string name = "number/3/" + node.name;  // of no task's tensors
    builder_.addInitializer(name + "/int32", {}, steps.data_ptr<std::int32_t>());
    builder_.addInitializer(name + "/scale", {}, scales.data_ptr<float>());
    const std::string shift = builder_.addNode("DequantizeLinear", name, {name + "/int32", name + "/scale"});
    return builder_.addNode("Add", node.name + "/shifted", {x, shift});
  }

  /// Scales of the first axis, or one for all.
  static std::vector<OnnxBuilder::Attribute> axisOf(bool hasOneScale) {
    if (hasOneScale) return {};
    return {{"axis", std::int64_t(0)}};
  }

  std::string addZeroPoint(std::int32_t zeroPoint) {
    const auto byte = std::uint8_t(zeroPoint + unsignedOffset);
    const std::string name = concat("zero_point/", int(byte));
    if (!builder_.hasInitializer(name)) builder_.addInitializer(name, {}, &byte);
    return name;
  }

  std::string addNumber(const char* name, float number) {
    if (!builder_.hasInitializer(name)) builder_.addInitializer(name, {}, &number);
    return name;
  }

  std::string addRounding(const std::string& name, const std::string& x, const ValueRange& range) {
    const std::string scale = name + "/scale";
    builder_.addInitializer(scale, {}, &range.scale);
    const std::string zeroPoint = addZeroPoint(range.zeroPoint);
    const std::string integers = builder_.addNode("QuantizeLinear", name + "/uint8", {x, scale, zeroPoint});
    return builder_.addNode("DequantizeLinear", name + "/rounded", {integers, scale, zeroPoint});
  }

  std::string addActivation(Activation activation, const std::string& name, const std::string& x) {
    const OnnxBuilder::Attribute sixth{"alpha", 1.0f / 6.0f};  // relu6(x + 3) / 6 = clip(x / 6 + 1/2)
    const OnnxBuilder::Attribute nothing{"beta", 0.0f};        // the 3 is added before
    switch (activation) {
      case Activation::None:
        return x;
      case Activation::ReLU:
        return builder_.addNode("Relu", name, {x});
      case Activation::ReLU6:
        return builder_.addNode("Clip", name, {x, addNumber("number/0", 0.0f), addNumber("number/6", 6.0f)});
      case Activation::HardSwish:
        return builder_.addNode("Mul", name, {x, builder_.addNode("HardSigmoid", name + ".factor", {x}, {sixth})});
      case Activation::HardSigmoid:
        return builder_.addNode("HardSigmoid", name, {x}, {sixth, nothing});
    }
    return x;
  }

  OnnxBuilder& builder_;
  const QuantizedGraph& graph_;
  std::vector<bool> isGate_;
  Names names_;  ///< by value: what its readers read
};

}  // namespace

void writeQuantizedOnnx(const std::filesystem::path& path, const QuantizedGraph& graph,
                        const ExportMetadata& metadata) {
  const std::vector<GraphTask>& tasks = graph.graph.tasks;
  const std::string merged = tasks.size() > 1 ? "merged_" : "";
  OnnxBuilder builder(merged + toString(tasks.front().spec.architecture), onnxDescription, {13, 7});
  QuantizedWriter(builder, graph).write();
  for (const GraphTask& task : tasks)
    addPreprocessing(builder, task.spec, task.letter.empty() ? "" : task.letter + ".");
  for (const auto& [key, text] : metadata) builder.addMetadata(key, text);
  writeFileAtomically(path, builder.serialize());
}

}  // namespace zipper
