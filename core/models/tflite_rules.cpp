// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_rules.h"

#include <algorithm>
#include <unordered_map>

#include "core/support/error.h"

namespace zipper {

namespace {

using Sizes = TfliteStep::Sizes;

/// Of the sizes behind the first (the number of images) those that aren't 1.
Sizes realSizes(const Sizes& shape) {
  Sizes sizes;
  for (std::size_t i = 1; i < shape.size(); ++i)
    if (shape[i] != 1) sizes.push_back(shape[i]);
  return sizes;
}

/// Maps are [N,H,W,C] in the file; weights [O,H,W,I], or [1,H,W,C] of a depthwise convolution.
void addConvolution(TfliteStep& step) {
  const TfliteNode& node = step.node();
  const bool depthwise = node.op == "DEPTHWISE_CONV_2D";
  const Sizes &weights = step.shapeOf(1), &maps = step.shapeOf(0);
  if (weights.size() != 4 || maps.size() != 4)
    fail(step.describe(), " has weights of ", weights.size(), " axes for maps of ", maps.size(),
         ", four were expected");
  std::vector<std::string> inputs{step.turned(step.valueOf(0), {0, 3, 1, 2}),
                                  step.weightsOf(depthwise ? Sizes{3, 0, 1, 2} : Sizes{0, 3, 1, 2})};
  if (step.hasInput(2)) inputs.push_back(step.valueOf(2));
  const std::string result = step.follow("Conv", inputs);
  const std::int64_t perGroup = std::max<std::int64_t>(weights[3], 1);
  OnnxNode& conv = step.last();
  setInteger(conv, "group", depthwise ? maps[3] : std::max<std::int64_t>(maps[3] / perGroup, 1));
  setIntegers(conv, "strides", {node.strideHeight, node.strideWidth});
  setIntegers(conv, "dilations", {node.dilationHeight, node.dilationWidth});
  setText(conv, "auto_pad", node.same ? "SAME_UPPER" : "VALID");
  step.finish(step.turned(result, {0, 2, 3, 1}));
}

/// Weights are [out,in]. An input of more axes is taken as one of two.
void addLinear(TfliteStep& step) {
  if (step.node().shuffledWeights)
    fail(step.describe(), " has its weights in an order for one kind of processor, which isn't read");
  const Sizes& weights = step.shapeOf(1);
  if (weights.size() != 2) fail(step.describe(), " has weights of ", weights.size(), " axes, two were expected");
  std::string value = step.valueOf(0);
  if (step.shapeOf(0).size() != 2) value = step.reshaped(value, {-1, weights[1]});
  std::vector<std::string> inputs{value, step.weightsOf({0, 1})};
  if (step.hasInput(2)) inputs.push_back(step.valueOf(2));
  value = step.follow("Gemm", inputs);
  setInteger(step.last(), "transB", 1);
  if (step.outputShape().size() > 2) value = step.reshaped(value, step.outputShape());
  step.finish(value);
}

void addOfTwo(TfliteStep& step) {
  static const std::unordered_map<std::string, const char*> ops{{"ADD", "Add"}, {"MUL", "Mul"},     {"SUB", "Sub"},
                                                                {"DIV", "Div"}, {"MINIMUM", "Min"}, {"MAXIMUM", "Max"}};
  const std::string first = step.valueOf(0), second = step.valueOf(1);
  step.finish(step.follow(ops.at(step.node().op), {first, second}));
}

void addOfOne(TfliteStep& step) {
  static const std::unordered_map<std::string, const char*> ops{{"LOG_SOFTMAX", "LogSoftmax"},
                                                                {"LOGISTIC", "Sigmoid"},
                                                                {"RELU", "Relu"},
                                                                {"HARD_SWISH", "HardSwish"},
                                                                {"ARG_MAX", "ArgMax"}};
  const std::string &op = step.node().op, value = step.valueOf(0);
  if (op == "RELU6" || op == "RELU_0_TO_1") return step.finish(step.clipped(value, op == "RELU6" ? 6 : 1));
  step.finish(step.follow(ops.at(op), {value}));
}

/// Where its result isn't one pixel, it is none of a MobileNet.
void addPooling(TfliteStep& step) {
  const Sizes& result = step.outputShape();
  if (result.size() != 4 || result[1] != 1 || result[2] != 1) return step.keepForeign();
  const std::string value = step.turned(step.valueOf(0), {0, 3, 1, 2});
  const std::string pooled = step.follow("AveragePool", {value});
  setIntegers(step.last(), "kernel_shape", {step.node().filterHeight, step.node().filterWidth});
  step.finish(step.turned(pooled, {0, 2, 3, 1}));
}

void addMean(TfliteStep& step) {
  const auto axes = step.onnx().integersOf(step.tensorOf(1));
  if (!axes || axes->empty()) return step.keepForeign();
  const std::string result = step.follow("ReduceMean", {step.valueOf(0)});
  setIntegers(step.last(), "axes", *axes);
  setInteger(step.last(), "keepdims", step.node().keepDimensions ? 1 : 0);
  step.finish(result);
}

/// The tensors say what becomes of the axes, wherever the operator has it from. All that may change is how many axes
/// of size 1 there are.
void addReshape(TfliteStep& step) {
  const Sizes &before = step.shapeOf(0), &after = step.outputShape();
  const std::string value = step.valueOf(0);
  if (before == after) return step.finish(value);
  const bool isConstant = step.onnx().isConstant(step.tensorOf(0));
  if (isConstant || realSizes(before) == realSizes(after)) return step.finish(step.reshaped(value, after));
  if (after.size() != 2) return step.keepForeign();
  step.finish(step.follow("Flatten", {value}));
}

void addTranspose(TfliteStep& step) {
  const auto order = step.onnx().integersOf(step.tensorOf(1));
  if (!order) return step.keepForeign();
  step.finish(step.turned(step.valueOf(0), *order));
}

/// In the file a pair for each axis; in ONNX what is before each, then what is behind.
void addPad(TfliteStep& step) {
  const auto pairs = step.onnx().integersOf(step.tensorOf(1));
  const auto isZero = [&](int tensor) {
    return step.onnx().isConstant(tensor) && (step.onnx().constant(tensor) == 0).all().item<bool>();
  };
  const bool padsZeros = !step.hasInput(2) || isZero(step.tensorOf(2));
  if (!pairs || pairs->size() % 2 != 0 || !padsZeros) return step.keepForeign();
  Sizes pads(pairs->size());
  for (std::size_t i = 0; i < pads.size(); ++i) pads[i % 2 * (pads.size() / 2) + i / 2] = (*pairs)[i];
  const std::string result = step.follow("Pad", {step.valueOf(0)});
  setIntegers(step.last(), "pads", pads);
  step.finish(result);
}

void addSoftmax(TfliteStep& step) {
  std::string value = step.valueOf(0);
  const float beta = step.node().beta;
  if (beta != 1) value = step.follow("Mul", {value, step.onnx().addConstant("beta", torch::full({1}, beta))});
  step.finish(step.follow("Softmax", {value}));
}

/// Only the type in which numbers are stored changes.
void addStored(TfliteStep& step) {
  const int from = step.tensorOf(0), to = step.node().outputs[0];
  if (step.onnx().isConstant(from)) return step.onnx().setSame(to, from);
  step.onnx().setValue(to, step.valueOf(0));
}

using TfliteRule = void (*)(TfliteStep&);

const std::unordered_map<std::string, TfliteRule>& tfliteRules() {
  static const std::unordered_map<std::string, TfliteRule> all{{"CONV_2D", addConvolution},
                                                               {"DEPTHWISE_CONV_2D", addConvolution},
                                                               {"FULLY_CONNECTED", addLinear},
                                                               {"ADD", addOfTwo},
                                                               {"MUL", addOfTwo},
                                                               {"SUB", addOfTwo},
                                                               {"DIV", addOfTwo},
                                                               {"MINIMUM", addOfTwo},
                                                               {"MAXIMUM", addOfTwo},
                                                               {"AVERAGE_POOL_2D", addPooling},
                                                               {"MEAN", addMean},
                                                               {"RESHAPE", addReshape},
                                                               {"SQUEEZE", addReshape},
                                                               {"EXPAND_DIMS", addReshape},
                                                               {"TRANSPOSE", addTranspose},
                                                               {"PAD", addPad},
                                                               {"PADV2", addPad},
                                                               {"SOFTMAX", addSoftmax},
                                                               {"LOG_SOFTMAX", addOfOne},
                                                               {"LOGISTIC", addOfOne},
                                                               {"RELU", addOfOne},
                                                               {"RELU6", addOfOne},
                                                               {"RELU_0_TO_1", addOfOne},
                                                               {"HARD_SWISH", addOfOne},
                                                               {"ARG_MAX", addOfOne},
                                                               {"QUANTIZE", addStored},
                                                               {"DEQUANTIZE", addStored},
                                                               {"CAST", addStored}};
  return all;
}

}  // namespace

void applyTfliteRule(TfliteOnnx& onnx, const TfliteNode& node) {
  TfliteStep step(onnx, node);
  const auto rule = tfliteRules().find(node.op);
  if (rule == tfliteRules().end()) return step.keepForeign();
  if (!step.hasInput(0) || node.outputs.size() != 1)
    fail(step.describe(), " has ", node.inputs.size(), " inputs and ", node.outputs.size(), " outputs");
  rule->second(step);
}

}  // namespace zipper
