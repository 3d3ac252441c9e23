// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cmath>

#include "core/exports/inference_graph.h"
#include "keras_tflite_constants.h"
#include "support/random_networks.h"

namespace zipper::test {

/// How TensorFlow's converter writes a network.
struct KerasTfliteStyle {
  TfliteWeightsKind weights = TfliteWeightsKind::Float32;
  bool padNodes = false;            ///< zeros as operators of their own where the stride is 2, as Keras has them
  bool hardSwishNodes = false;      ///< written out, as older converters do
  bool linearConvolutions = false;  ///< the head is made of 1x1 convolutions, as slim has it
  bool poolNodes = false;           ///< the average before the head is an AVERAGE_POOL_2D
  bool rescales = false;            ///< images of 0 to 255 are brought to -1 to 1 first, as in Keras' V3
  bool integerInput = false;  ///< int8 input and output; false: integer models begin with QUANTIZE, end with DEQUANTIZE
  bool softmax = true;
};

/// Writes a network as TensorFlow's converter writes one of Keras or slim: maps in NHWC, batch normalization folded,
/// fused activations. The constants of `graph` become what those in the file mean.
class KerasTflite {
 public:
  KerasTflite(InferenceGraph& graph, const KerasTfliteStyle& style)
      : graph_(graph), style_(style), constants_(model_, style.weights) {}

  CraftedTflite write() {
    values_.assign(graph_.values.size(), -1);
    findHeads();
    addInput();
    for (const GraphNode& node : graph_.nodes) add(node);
    addOutput();
    return std::move(model_);
  }

 private:
  using Code = tflite::BuiltinOperator;
  using Type = tflite::TensorType;
  using Shape = std::vector<std::int32_t>;
  using Fused = tflite::ActivationFunctionType;

  bool isInteger() const { return constants_.areIntegers(); }

  /// Vectors that aren't of squeeze-and-excite.
  void findHeads() {
    isHead_.assign(graph_.values.size(), true);
    for (auto node = graph_.nodes.rbegin(); node != graph_.nodes.rend(); ++node) {
      if (node->op == GraphOp::Multiply) isHead_[std::size_t(node->inputs[1])] = false;
      if (node->op == GraphOp::Linear && !isHead_[std::size_t(node->output)])
        isHead_[std::size_t(node->inputs[0])] = false;
    }
  }

  Shape shapeOf(int value) const {
    const GraphValue& described = graph_.values[std::size_t(value)];
    if (described.size == 0 && isHead_[std::size_t(value)] && !style_.linearConvolutions)
      return {1, described.channels};
    const int size = std::max(described.size, 1);
    return {1, size, size, described.channels};
  }

  /// A tensor that is computed: in integer models an integer, too.
  int computed(const std::string& name, const Shape& shape) {
    const int tensor = model_.computed(name, shape);
    if (isInteger()) {
      CraftedTensor& made = model_.tensors.back();
      made.type = style_.weights == TfliteWeightsKind::UInt8 ? Type::UINT8 : Type::INT8;
      made.scales = {0.05F};
      made.zeros = {3};
    }
    return tensor;
  }

  /// One number that all are combined with.
  int number(float value) { return model_.constant("number", {}, {value}); }

  int chain(Code code, std::vector<std::int32_t> from, const std::string& name, const Shape& shape,
            Fused activation = Fused::NONE) {
    const int result = computed(name, shape);
    model_.append(code, std::move(from), result).activation = activation;
    return result;
  }

  void addInput() {
    const int value = graph_.tasks[0].input;
    const Shape shape = shapeOf(value);
    int tensor = style_.integerInput || !isInteger() ? computed("image", shape) : model_.computed("image", shape);
    model_.inputs = {tensor};
    model_.tensors.back().signature = {-1, shape[1], shape[2], shape[3]};
    if (style_.integerInput) {  // of images from -1 to 1
      model_.tensors.back().type = Type::INT8;
      model_.tensors.back().scales = {2.F / 255};
      model_.tensors.back().zeros = {-1};
    }
    if (isInteger() && !style_.integerInput) tensor = chain(Code::QUANTIZE, {tensor}, "quantized", shape);
    if (style_.rescales) {
      tensor = chain(Code::MUL, {tensor, number(1 / 127.5F)}, "rescaled", shape);
      tensor = chain(Code::ADD, {tensor, number(-1)}, "shifted", shape);
    }
    values_[std::size_t(value)] = tensor;
  }

  /// As a vector, whatever shape the head has.
  void addOutput() {
    const int value = graph_.tasks[0].output, classes = graph_.values[std::size_t(value)].channels;
    int tensor = values_[std::size_t(value)];
    if (style_.linearConvolutions)
      tensor = chain(Code::RESHAPE, {tensor, model_.integers({-1, classes})}, "squeezed", {1, classes});
    if (style_.softmax) tensor = chain(Code::SOFTMAX, {tensor}, "probabilities", {1, classes});
    if (isInteger() && !style_.integerInput) {
      const int real = model_.computed("real", {1, classes});
      model_.append(Code::DEQUANTIZE, {tensor}, real);
      tensor = real;
    }
    model_.outputs = {tensor};
  }

  void add(const GraphNode& node) {
    const auto input = [&](std::size_t i) { return values_[std::size_t(node.inputs[i])]; };
    int& result = values_[std::size_t(node.output)];
    switch (node.op) {
      case GraphOp::AveragePool:
        result = pooled(node);
        return;
      case GraphOp::Multiply:
        result = activated(node, Code::MUL, {input(1), input(0)});
        return;
      case GraphOp::Add:
        result = activated(node, Code::ADD, {input(0), input(1)});
        return;
      default:
        result = weighted(node);
    }
  }

  int pooled(const GraphNode& node) {
    const Shape shape = shapeOf(node.output);
    const int input = values_[std::size_t(node.inputs[0])];
    if (style_.poolNodes && isHead_[std::size_t(node.output)]) {
      const int pool = computed(node.name, {1, 1, 1, shape.back()});
      auto& op = model_.append(Code::AVERAGE_POOL_2D, {input}, pool);
      op.padding = tflite::Padding::VALID;
      op.filter = graph_.values[std::size_t(node.inputs[0])].size;
      op.stride = 2;
      return pool;  // FULLY_CONNECTED takes four axes, too
    }
    const int result = computed(node.name, shape);
    model_.append(Code::MEAN, {input, model_.integers({1, 2})}, result).keepDimensions = shape.size() == 4;
    return result;
  }

  int weighted(const GraphNode& node) {
    torch::Tensor& real = graph_.constants[std::size_t(node.weight)].values;
    torch::Tensor& shift = graph_.constants[std::size_t(node.bias)].values;
    const bool isLinear = node.op == GraphOp::Linear, dense = isLinear && shapeOf(node.output).size() == 2;
    if (dense) {
      const int weight = constants_.weights(node.name, real, {0, 1}),
                added = constants_.bias(node.name + "/bias", shift);
      return activated(node, Code::FULLY_CONNECTED, {values_[std::size_t(node.inputs[0])], weight, added});
    }
    const bool depthwise = node.op == GraphOp::Depthwise;
    if (isLinear) real = real.view({real.size(0), real.size(1), 1, 1});
    const std::vector<std::int64_t> order =
        depthwise ? std::vector<std::int64_t>{1, 2, 3, 0} : std::vector<std::int64_t>{0, 2, 3, 1};
    const int weight = constants_.weights(node.name, real, order), added = constants_.bias(node.name + "/bias", shift);
    if (isLinear) real = real.flatten(1);
    const int input = padded(node);
    return activated(node, depthwise ? Code::DEPTHWISE_CONV_2D : Code::CONV_2D, {input, weight, added});
  }

  bool padsLikeTensorFlow(const GraphNode& node) const {
    const int size = graph_.values[std::size_t(node.inputs[0])].size;
    const int kernel = int(graph_.constants[std::size_t(node.weight)].values.size(-1));
    const int zeros = std::max(0, ((size + node.stride - 1) / node.stride - 1) * node.stride + kernel - size);
    return node.op == GraphOp::Linear || (node.pads[0] == zeros / 2 && node.pads[2] == zeros - zeros / 2);
  }

  bool usesPadNode(const GraphNode& node) const {
    return !padsLikeTensorFlow(node) || (style_.padNodes && node.stride == 2 && node.pads[2] > 0);
  }

  int padded(const GraphNode& node) {
    const int input = values_[std::size_t(node.inputs[0])];
    if (!usesPadNode(node)) return input;
    Shape shape = model_.tensors[std::size_t(input)].shape;
    shape[1] += node.pads[0] + node.pads[2];
    shape[2] += node.pads[1] + node.pads[3];
    const int around = model_.integers({0, 0, node.pads[0], node.pads[2], node.pads[1], node.pads[3], 0, 0}, {4, 2});
    return chain(Code::PAD, {input, around}, node.name + "/pad", shape);
  }

  int activated(const GraphNode& node, Code code, std::vector<std::int32_t> inputs) {
    const bool fuses = cutsOff(node.activation);
    const Fused fused = node.activation == Activation::ReLU    ? Fused::RELU
                        : node.activation == Activation::ReLU6 ? Fused::RELU6
                                                               : Fused::NONE;
    const Shape shape = shapeOf(node.output);
    const int result = computed(node.name, shape);
    auto& op = model_.append(code, std::move(inputs), result);
    op.activation = fused;
    op.stride = node.stride;
    if (node.weight >= 0 && usesPadNode(node)) op.padding = tflite::Padding::VALID;
    if (fuses) return result;
    if (node.activation == Activation::HardSwish && !style_.hardSwishNodes)
      return chain(Code::HARD_SWISH, {result}, node.name + "/swish", shape);
    const int sum = chain(Code::ADD, {result, number(3)}, node.name + "/sum", shape, Fused::RELU6);
    const int gate = chain(Code::MUL, {sum, number(1.F / 6)}, node.name + "/gate", shape);
    if (node.activation == Activation::HardSigmoid) return gate;
    return chain(Code::MUL, {result, gate}, node.name + "/swish", shape);
  }

  InferenceGraph& graph_;
  KerasTfliteStyle style_;
  CraftedTflite model_;
  KerasTfliteConstants constants_;
  std::vector<int> values_;   ///< tensors, by value
  std::vector<bool> isHead_;  ///< by value
};

/// A V1 of three classes.
inline CraftedTflite craftedV1(const KerasTfliteStyle& style = {}) {
  MobileNetSpec spec = smallSpec(0.125, 32, 3);
  spec.padding = Padding::Same;
  MobileNet network = randomNetwork(spec, 1);
  InferenceGraph graph = inferenceGraph(network);
  return KerasTflite(graph, style).write();
}

}  // namespace zipper::test
