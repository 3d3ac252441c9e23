// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/onnx_constants.h"

#include <algorithm>

#include "core/containers/onnx_attributes.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// Results of arithmetic: per-channel numbers, not weights.
constexpr std::int64_t mostConstants = 4096;
constexpr int deepestConstant = 64;
constexpr std::int64_t mostConstantAxes = 8;

bool isOneOf(const std::string& op, std::initializer_list<const char*> ops) {
  return std::find(ops.begin(), ops.end(), op) != ops.end();
}

torch::Tensor arithmetic(const std::string& op, const torch::Tensor& a, const torch::Tensor& b) {
  const torch::Tensor x = a.to(torch::kDouble), y = b.to(torch::kDouble);
  return op == "Add" ? x + y : op == "Sub" ? x - y : op == "Mul" ? x * y : x / y;
}

torch::Tensor ofOne(const std::string& op, const torch::Tensor& a) {
  const torch::Tensor x = a.to(torch::kDouble);
  return op == "Neg" ? -x : op == "Sqrt" ? torch::sqrt(x) : torch::reciprocal(x);
}

}  // namespace

OnnxConstants::OnnxConstants(const OnnxGraph& graph) : graph_(graph) {
  for (const OnnxNode& node : graph.nodes)
    if (!node.outputs.empty()) makers_.emplace(node.outputs.front(), &node);
}

const torch::Tensor* OnnxConstants::find(const std::string& name) {
  auto known = known_.find(name);
  if (known == known_.end()) {
    known_.emplace(name, std::nullopt);  // a value that is computed from itself is none
    std::optional<torch::Tensor> value = valueOf(name);
    known = known_.find(name);
    known->second = std::move(value);
  }
  return known->second ? &*known->second : nullptr;
}

std::optional<torch::Tensor> OnnxConstants::valueOf(const std::string& name) {
  const auto constant = graph_.tensors.find(name);
  if (constant != graph_.tensors.end()) {
    const OnnxTensor& tensor = constant->second;
    if (tensor.values.defined()) return tensor.values;
    if (tensor.integers.empty()) return std::nullopt;
    return torch::tensor(tensor.integers, torch::kLong).reshape(tensor.shape).to(torch::kDouble);
  }
  const auto maker = makers_.find(name);
  if (maker == makers_.end() || depth_ >= deepestConstant) return std::nullopt;
  ++depth_;
  std::optional<torch::Tensor> value;
  try {
    value = compute(*maker->second);
  } catch (const std::exception&) {
    value = std::nullopt;  // shapes that don't fit: whoever needs the value says so
  }
  --depth_;
  return value;
}

std::optional<torch::Tensor> OnnxConstants::compute(const OnnxNode& node) {
  if (node.inputs.empty()) return std::nullopt;
  const torch::Tensor* const found = find(node.inputs[0]);
  if (found == nullptr) return std::nullopt;
  const torch::Tensor first = *found;
  if (isOneOf(node.op, {"Identity", "Cast", "Dropout"})) return first;
  if (isOneOf(node.op, {"Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten"})) return view(node, first);
  if (first.numel() > mostConstants) return std::nullopt;
  if (isOneOf(node.op, {"Neg", "Sqrt", "Reciprocal"})) return ofOne(node.op, first);
  if (!isOneOf(node.op, {"Add", "Sub", "Mul", "Div"}) || node.inputs.size() != 2) return std::nullopt;
  const torch::Tensor* const second = find(node.inputs[1]);
  if (second == nullptr || second->numel() > mostConstants) return std::nullopt;
  torch::Tensor result = arithmetic(node.op, first, *second);
  if (result.numel() > mostConstants) return std::nullopt;
  return result;
}

std::optional<torch::Tensor> OnnxConstants::view(const OnnxNode& node, const torch::Tensor& values) {
  const bool isLarge = values.numel() > mostConstants;
  if (isLarge && node.op == "Flatten" && !values.is_contiguous()) return std::nullopt;
  if (node.op == "Flatten") return values.flatten(integerOf(node, "axis", 1));
  if (node.op == "Transpose") {
    std::vector<std::int64_t> order;
    for (std::int64_t axis = values.dim() - 1; axis >= 0; --axis) order.push_back(axis);
    return values.permute(integersOf(node, "perm", order));
  }
  auto axes = integers(node, 1, node.op == "Reshape" ? "shape" : "axes");
  if (node.op == "Squeeze" && !axes && node.inputs.size() < 2) return values.squeeze();
  if (!axes || std::int64_t(axes->size()) > mostConstantAxes) return std::nullopt;
  if (node.op == "Reshape") {
    for (std::size_t i = 0; i < axes->size(); ++i)
      if ((*axes)[i] == 0 && std::int64_t(i) < values.dim()) (*axes)[i] = values.size(std::int64_t(i));
    return isLarge ? values.view(*axes) : values.reshape(*axes);
  }
  const std::int64_t rank = values.dim() + (node.op == "Unsqueeze" ? std::int64_t(axes->size()) : 0);
  if (rank > mostConstantAxes) return std::nullopt;
  for (std::int64_t& axis : *axes) axis += axis < 0 ? rank : 0;
  std::sort(axes->begin(), axes->end());
  torch::Tensor result = values;
  if (node.op == "Squeeze") std::reverse(axes->begin(), axes->end());
  for (const std::int64_t axis : *axes) result = node.op == "Squeeze" ? result.squeeze(axis) : result.unsqueeze(axis);
  return result;
}

std::optional<std::vector<std::int64_t>> OnnxConstants::integers(const OnnxNode& node, std::size_t input,
                                                                 const char* attribute) {
  if (input >= node.inputs.size()) {
    const auto own = integersOf(node, attribute, {});
    return own.empty() ? std::nullopt : std::optional(own);
  }
  const auto constant = graph_.tensors.find(node.inputs[input]);
  if (constant == graph_.tensors.end() || constant->second.integers.empty()) return std::nullopt;
  return constant->second.integers;
}

}  // namespace zipper
