// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_conversion.h"

#include <algorithm>
#include <utility>

namespace zipper {

namespace {

TfliteNode nodeOf(const std::string& op, std::vector<int> inputs) {
  TfliteNode node;
  node.op = op;
  node.inputs = std::move(inputs);
  return node;
}

/// Whether zeros around maps are those of TensorFlow's SAME.
bool isPaddedSame(const std::array<int, 4>& pads, int size, int kernel, int stride) {
  const int outputs = (size + stride - 1) / stride;
  const int zeros = std::max(0, (outputs - 1) * stride + kernel - size), before = zeros / 2;
  return pads == std::array<int, 4>{before, before, zeros - before, zeros - before};
}

class TfliteGraphWriter {
 public:
  TfliteGraphWriter(const InferenceGraph& graph, TfliteBuilder& builder, TfliteNumbers& numbers)
      : graph_(graph), builder_(builder), numbers_(numbers), forms_(graph.values.size()) {
    for (std::size_t i = 0; i < graph.values.size(); ++i) forms_[i].isMaps = graph.values[i].size > 0;
    findExcitations();
    for (const GraphTask& task : graph.tasks) forms_[std::size_t(task.output)].isOutput = true;
  }

  void run() {
    for (const GraphTask& task : graph_.tasks) addInput(task);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) addNode(i);
    for (const GraphTask& task : graph_.tasks) {
      const int tensor = tensorOf(task.output, false);
      builder_.graph.outputs.push_back({builder_.tensor(tensor).name, tensor, {}, {}, {}});
    }
  }

 private:
  /// Tensors of a value, if they are there: as maps [1,S,S,C], and as a vector [1,C].
  struct Forms {
    bool isMaps = false;  ///< which of the two is computed
    bool isOutput = false;
    int maps = -1, vector = -1;
  };

  /// Vectors that maps are multiplied by, and those that they are computed from.
  void findExcitations() {
    for (auto node = graph_.nodes.rbegin(); node != graph_.nodes.rend(); ++node) {
      if (node->op == GraphOp::Multiply) forms_[std::size_t(node->inputs[1])].isMaps = true;
      if (node->op == GraphOp::Linear && forms_[std::size_t(node->output)].isMaps)
        forms_[std::size_t(node->inputs[0])].isMaps = true;
    }
  }

  std::vector<std::int64_t> shapeOf(int value, bool asMaps) const {
    const GraphValue& described = graph_.values[std::size_t(value)];
    if (!asMaps) return {1, described.channels};
    const int size = std::max(described.size, 1);
    return {1, size, size, described.channels};
  }

  /// Outputs of the network are vectors: that form has the value's own name.
  std::string nameOf(int value, bool asMaps) const {
    const Forms& forms = forms_[std::size_t(value)];
    const std::string& name = graph_.values[std::size_t(value)].name;
    if (asMaps == (forms.isMaps && !forms.isOutput)) return name;
    return name + (asMaps ? ".maps" : ".vector");
  }

  TfliteTensor describe(TfliteTensor tensor, const std::string& name, std::vector<std::int64_t> shape) const {
    tensor.name = name;
    tensor.shape = std::move(shape);
    return tensor;
  }

  TfliteTensor describe(int value, bool asMaps) const {
    return describe(numbers_.like(value), nameOf(value, asMaps), shapeOf(value, asMaps));
  }

  int& place(int value, bool asMaps) {
    Forms& forms = forms_[std::size_t(value)];
    return asMaps ? forms.maps : forms.vector;
  }

  bool isMaps(int value) const { return forms_[std::size_t(value)].isMaps; }

  /// The tensor of a value in one of its forms; reshaped where only the other one is there.
  int tensorOf(int value, bool asMaps) {
    if (place(value, asMaps) >= 0) return place(value, asMaps);
    const int channels = graph_.values[std::size_t(value)].channels;
    const std::vector<std::int32_t> shape =
        asMaps ? std::vector<std::int32_t>{-1, 1, 1, channels} : std::vector<std::int32_t>{-1, channels};
    TfliteNode node =
        nodeOf("RESHAPE", {place(value, !asMaps), builder_.addIntegers(shape, {std::int64_t(shape.size())})});
    node.integers.assign(shape.begin(), shape.end());
    return place(value, asMaps) = builder_.addNode(std::move(node), describe(value, asMaps));
  }

  /// What computes a value in the form that is usual for it.
  int addValue(TfliteNode node, int value) {
    return place(value, isMaps(value)) = builder_.addNode(std::move(node), describe(value, isMaps(value)));
  }

  /// Between two operators that compute a value.
  int addBetween(TfliteNode node, TfliteTensor tensor, int value, const char* suffix) {
    return builder_.addNode(std::move(node), describe(std::move(tensor), nameOf(value, isMaps(value)) + suffix,
                                                      shapeOf(value, isMaps(value))));
  }

  void addInput(const GraphTask& task) {
    if (place(task.input, true) >= 0) return;
    const int tensor = place(task.input, true) = builder_.addTensor(describe(task.input, true));
    builder_.graph.inputs.push_back({builder_.tensor(tensor).name, tensor, {}, {}, {}});
  }

  void addNode(std::size_t index) {
    const GraphNode& node = graph_.nodes[index];
    switch (node.op) {
      case GraphOp::Convolution:
      case GraphOp::Depthwise:
      case GraphOp::Linear:
        return addWeighted(index);
      case GraphOp::AveragePool:
        return addPool(node);
      case GraphOp::Multiply:
        return addActivated(nodeOf("MUL", {tensorOf(node.inputs[0], true), tensorOf(node.inputs[1], true)}), index);
      case GraphOp::Add:
        return addActivated(nodeOf("ADD", {tensorOf(node.inputs[0], true), tensorOf(node.inputs[1], true)}), index);
      case GraphOp::Softmax:
        addValue(nodeOf("SOFTMAX", {tensorOf(node.inputs[0], false)}), node.output);
    }
  }

  void addPool(const GraphNode& node) {
    TfliteNode mean = nodeOf("MEAN", {tensorOf(node.inputs[0], true), builder_.addIntegers({1, 2}, {2})});
    mean.keepDimensions = isMaps(node.output);
    addValue(std::move(mean), node.output);
  }

  /// A convolution or a linear layer up to its weights.
  TfliteNode startWeighted(const GraphNode& node) {
    const bool isLinear = node.op == GraphOp::Linear, asMaps = isMaps(node.output);
    const int input = tensorOf(node.inputs[0], asMaps);
    if (!asMaps) return nodeOf("FULLY_CONNECTED", {input});
    TfliteNode result = nodeOf(node.op == GraphOp::Depthwise ? "DEPTHWISE_CONV_2D" : "CONV_2D", {input});
    result.strideHeight = result.strideWidth = node.stride;
    const int kernel = isLinear ? 1 : int(graph_.constants[std::size_t(node.weight)].values.size(2));
    const int size = std::max(graph_.values[std::size_t(node.inputs[0])].size, 1);
    result.same = isPaddedSame(node.pads, size, kernel, node.stride);
    if (!result.same && node.pads != std::array<int, 4>{}) result.inputs = {addZeros(node)};
    return result;
  }

  /// The input of a node with zeros around it.
  int addZeros(const GraphNode& node) {
    const auto [top, left, bottom, right] = node.pads;
    const int input = tensorOf(node.inputs[0], true);
    const int around = builder_.addIntegers({0, 0, top, bottom, left, right, 0, 0}, {4, 2});
    std::vector<std::int64_t> shape = builder_.tensor(input).shape;
    shape[1] += top + bottom;
    shape[2] += left + right;
    return builder_.addNode(nodeOf("PAD", {input, around}),
                            describe(numbers_.like(node.inputs[0]), node.name + ".padded", shape));
  }

  void addWeighted(std::size_t index) {
    const GraphNode& node = graph_.nodes[index];
    TfliteNode first = startWeighted(node);
    const TfliteWeights weights = numbers_.weightsOf(index, isMaps(node.output));
    first.inputs.insert(first.inputs.end(), {weights.weight, weights.bias});
    if (weights.factor < 0) return addActivated(std::move(first), index);
    const int sums = addBetween(std::move(first), numbers_.like(node.output), node.output, ".sums");
    const int scaled =
        addBetween(nodeOf("MUL", {sums, weights.factor}), numbers_.like(node.output), node.output, ".scaled");
    addActivated(nodeOf("ADD", {scaled, weights.shift}), index);
  }

  /// The last operator of a node, and its activation: in it where TensorFlow Lite has that, or behind it.
  void addActivated(TfliteNode last, std::size_t index) {
    const GraphNode& node = graph_.nodes[index];
    switch (node.activation) {
      case Activation::None:
        addValue(std::move(last), node.output);
        return;
      case Activation::ReLU:
      case Activation::ReLU6:
        last.activation = node.activation == Activation::ReLU ? "RELU" : "RELU6";
        addValue(std::move(last), node.output);
        return;
      case Activation::HardSwish:
        addValue(nodeOf("HARD_SWISH",
                        {addBetween(std::move(last), numbers_.beforeHardSwish(index), node.output, ".linear")}),
                 node.output);
        return;
      case Activation::HardSigmoid:
        addHardSigmoid(std::move(last), node.output);
    }
  }

  void addHardSigmoid(TfliteNode last, int value) {
    if (!numbers_.hasShiftInBias()) {
      const int linear = addBetween(std::move(last), numbers_.like(value), value, ".linear");
      last = nodeOf("ADD", {linear, numbers_.number("three", 3)});
    }
    last.activation = "RELU6";
    const int upToSix = addBetween(std::move(last), numbers_.upToSix(), value, ".relu6");
    addValue(nodeOf("MUL", {upToSix, numbers_.number("sixth", 1.0 / 6)}), value);
  }

  const InferenceGraph& graph_;
  TfliteBuilder& builder_;
  TfliteNumbers& numbers_;
  std::vector<Forms> forms_;  ///< of each value
};

}  // namespace

TfliteGraph tfliteGraph(const InferenceGraph& graph, bool half) {
  TfliteBuilder builder;
  TfliteGraphWriter(graph, builder, *tfliteFloatNumbers(builder, graph, half)).run();
  return std::move(builder.graph);
}

TfliteGraph tfliteGraph(const QuantizedGraph& graph) {
  TfliteBuilder builder;
  TfliteGraphWriter(graph.graph, builder, *tfliteInt8Numbers(builder, graph)).run();
  return std::move(builder.graph);
}

}  // namespace zipper
