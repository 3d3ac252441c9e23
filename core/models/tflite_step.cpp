// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_step.h"

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

const std::string& TfliteStep::name() const {
  static const std::string none;
  return node_.outputs.empty() ? none : onnx_.nameOf(node_.outputs[0]);
}

std::string TfliteStep::describe() const { return printable(node_.op, 60) + " '" + name() + "'"; }

int TfliteStep::tensorOf(std::size_t input) const {
  if (!hasInput(input)) fail(describe(), " has no input ", input);
  return node_.inputs[input];
}

std::string TfliteStep::weightsOf(const Sizes& order) {
  const int tensor = tensorOf(1);
  if (onnx_.tensor(tensor).type == torch::ScalarType::Undefined)
    fail(describe(), " has weights of type ", onnx_.tensor(tensor).typeName, ", which isn't read");
  if (!onnx_.isConstant(tensor) || shapeOf(1).size() != order.size()) return turned(onnx_.valueOf(tensor), order);
  const torch::Tensor weights = onnx_.constant(tensor);
  if (weights.dim() != std::int64_t(order.size())) fail(describe(), " has weights of another shape than it says");
  return onnx_.addConstant(onnx_.nameOf(tensor), weights.permute(order));
}

std::string TfliteStep::follow(const std::string& op, std::vector<std::string> inputs) {
  const std::string output = onnx_.newName(name());
  onnx_.addNode(op, name(), std::move(inputs), output);
  return output;
}

std::string TfliteStep::turned(const std::string& value, const Sizes& order) {
  const std::string result = follow("Transpose", {value});
  setIntegers(last(), "perm", order);
  return result;
}

std::string TfliteStep::reshaped(const std::string& value, const Sizes& shape) {
  const std::string result = follow("Reshape", {value});
  setIntegers(last(), "shape", shape);
  return result;
}

std::string TfliteStep::clipped(const std::string& value, float most) {
  const std::string result = follow("Clip", {value});
  setReal(last(), "min", 0);
  setReal(last(), "max", most);
  return result;
}

void TfliteStep::finish(std::string value) {
  const std::string& activation = node_.activation;
  if (activation == "RELU6")
    value = clipped(value, 6);
  else if (activation != "NONE")
    value = follow(activation == "RELU" ? "Relu" : activation, {value});
  onnx_.setValue(node_.outputs[0], value);
}

void TfliteStep::keepForeign() {
  std::vector<std::string> inputs, outputs;
  for (const int input : node_.inputs)
    if (input >= 0 && !onnx_.isConstant(input)) inputs.push_back(onnx_.valueOf(input));
  for (const int output : node_.outputs) outputs.push_back(onnx_.valueOf(output));
  onnx_.addNode(node_.op, name(), inputs, "").outputs = outputs;
}

}  // namespace zipper
