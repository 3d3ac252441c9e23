// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_numbers.h"

#include <map>
#include <tuple>

#include "core/support/error.h"

namespace zipper {

namespace {

TfliteTensor floatTensor() {
  TfliteTensor tensor;
  tensor.type = torch::kFloat;
  return tensor;
}

TfliteTensor int8Tensor(float scale, std::int64_t zeroPoint) {
  TfliteTensor tensor;
  tensor.type = torch::kChar;
  tensor.quantization = {{scale}, {zeroPoint}, 0};
  return tensor;
}

class FloatNumbers : public TfliteNumbers {
 public:
  FloatNumbers(TfliteBuilder& builder, const InferenceGraph& graph, bool half)
      : TfliteNumbers(builder), graph_(graph), half_(half) {}

  TfliteTensor like(int) const override { return floatTensor(); }
  TfliteTensor beforeHardSwish(std::size_t) const override { return floatTensor(); }
  TfliteTensor upToSix() const override { return floatTensor(); }
  bool hasShiftInBias() const override { return false; }

  TfliteWeights weightsOf(std::size_t index, bool asMaps) override {
    const GraphNode& node = graph_.nodes[index];
    TfliteWeights weights;
    weights.weight = constant(node.weight, node.op, asMaps);
    // Without a bias, old runtimes leave the operator to slower code, or refuse it.
    if (node.factor >= 0 || node.bias < 0)
      weights.bias = zeros(graph_.values[std::size_t(node.output)].channels);
    else
      weights.bias = constant(node.bias);
    if (node.factor >= 0) {
      weights.factor = constant(node.factor);
      weights.shift = constant(node.bias);
    }
    return weights;
  }

  int number(const std::string& name, double value) override { return once(name, torch::full({1}, value)); }

 private:
  /// Of several nodes the same tensor.
  int once(const std::string& name, const torch::Tensor& values) {
    const auto [found, isNew] = named_.try_emplace(name, -1);
    if (isNew) found->second = builder_.addConstant(name, values);
    return found->second;
  }

  int zeros(int count) { return once(concat("zeros.", count), torch::zeros({count})); }

  /// A factor or a bias, if no operator that it is the weight of is told.
  int constant(int index, GraphOp op = GraphOp::Linear, bool asMaps = false) {
    const auto [found, isNew] = added_.try_emplace(std::make_tuple(index, op, asMaps), -1);
    if (!isNew) return found->second;
    const GraphConstant& stored = graph_.constants[std::size_t(index)];
    found->second = add(stored.name, inTfliteLayout(stored.values, op, asMaps));
    return found->second;
  }

  int add(const std::string& name, const torch::Tensor& values) {
    const torch::Tensor half = half_ ? values.to(torch::kHalf) : torch::Tensor();
    if (!half_ || !half.isfinite().all().item<bool>()) return builder_.addConstant(name, values);
    TfliteNode node;
    node.op = "DEQUANTIZE";
    node.inputs = {builder_.addConstant(name, half)};
    TfliteTensor wide = floatTensor();
    wide.name = name + ".float32";
    wide.shape = values.sizes().vec();
    return builder_.addNode(std::move(node), std::move(wide));
  }

  const InferenceGraph& graph_;
  bool half_;
  std::map<std::tuple<int, GraphOp, bool>, int> added_;
  std::map<std::string, int> named_;
};

class Int8Numbers : public TfliteNumbers {
 public:
  Int8Numbers(TfliteBuilder& builder, const QuantizedGraph& graph) : TfliteNumbers(builder), graph_(graph) {}

  TfliteTensor like(int value) const override { return of(graph_.ranges[std::size_t(value)]); }

  TfliteTensor beforeHardSwish(std::size_t node) const override {
    const auto& range = graph_.nodes[node].beforeActivation;
    if (!range) fail("'", graph_.graph.nodes[node].name, "' was quantized without the range before its hard swish");
    return of(*range);
  }

  /// In steps that the sixth makes those of the hard sigmoid, so that only relu6 rounds.
  TfliteTensor upToSix() const override { return int8Tensor(6 * hardSigmoidScale, -128); }
  bool hasShiftInBias() const override { return true; }

  /// Tasks that share weights have tensors of their own: with the same bytes, and their own scales.
  TfliteWeights weightsOf(std::size_t index, bool asMaps) override {
    const GraphNode& node = graph_.graph.nodes[index];
    const QuantizedNode& stored = graph_.nodes[index];
    // A linear layer has one scale: several are news of 2023.
    std::vector<float> scales = stored.weightScales;
    if (node.op == GraphOp::Linear) scales.resize(1);
    const std::vector<std::int64_t> zeros(scales.size(), 0);
    std::vector<float> biasScales;
    for (const float scale : scales)
      biasScales.push_back(scale * graph_.ranges[std::size_t(node.inputs.front())].scale);
    TfliteWeights weights;
    weights.weight = builder_.addConstant(
        node.name + ".weight", inTfliteLayout(graph_.constants[std::size_t(stored.weight)].values, node.op, asMaps),
        {scales, zeros, node.op == GraphOp::Depthwise ? 3 : 0});
    weights.bias = builder_.addConstant(node.name + ".bias", stored.bias, {biasScales, zeros, 0});
    return weights;
  }

  int number(const std::string& name, double value) override {
    const auto [found, isNew] = numbers_.try_emplace(name, -1);
    if (isNew)
      found->second = builder_.addConstant(name, torch::full({1}, 127, torch::kChar), {{float(value / 127)}, {0}, 0});
    return found->second;
  }

 private:
  static TfliteTensor of(const ValueRange& range) { return int8Tensor(range.scale, range.zeroPoint); }

  const QuantizedGraph& graph_;
  std::map<std::string, int> numbers_;
};

}  // namespace

torch::Tensor inTfliteLayout(const torch::Tensor& weight, GraphOp op, bool asMaps) {
  if (op == GraphOp::Convolution) return weight.permute({0, 2, 3, 1}).contiguous();
  if (op == GraphOp::Depthwise) return weight.permute({1, 2, 3, 0}).contiguous();
  return asMaps ? weight.reshape({weight.size(0), 1, 1, weight.size(1)}) : weight;
}

std::unique_ptr<TfliteNumbers> tfliteFloatNumbers(TfliteBuilder& builder, const InferenceGraph& graph, bool half) {
  return std::make_unique<FloatNumbers>(builder, graph, half);
}

std::unique_ptr<TfliteNumbers> tfliteInt8Numbers(TfliteBuilder& builder, const QuantizedGraph& graph) {
  return std::make_unique<Int8Numbers>(builder, graph);
}

}  // namespace zipper
