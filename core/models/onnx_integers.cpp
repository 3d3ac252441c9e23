// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_integers.h"

#include <algorithm>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::int64_t mostNumbers = 64;
constexpr int mostDepth = 64;

torch::Tensor tensorOf(const std::vector<std::int64_t>& values) { return torch::tensor(values, torch::kLong); }

std::vector<std::int64_t> numbersOf(const torch::Tensor& tensor) {
  const torch::Tensor flat = tensor.flatten().contiguous();
  return {flat.data_ptr<std::int64_t>(), flat.data_ptr<std::int64_t>() + flat.numel()};
}

std::int64_t axisOf(const OnnxNode& node, std::int64_t rank) {
  const auto found = node.attributes.find("axis");
  const std::int64_t axis = found == node.attributes.end() ? 0 : found->second.integer.value_or(0);
  if (axis < -rank || axis >= rank) fail(printable(node.op, 60), " along axis ", axis);
  return axis;
}

/// Two operands of the same size, or one number and any.
torch::Tensor arithmetic(const OnnxNode& node, const torch::Tensor& a, const torch::Tensor& b) {
  if (node.op == "Add") return a + b;
  if (node.op == "Sub") return a - b;
  return a * b;
}

torch::Tensor reshape(const torch::Tensor& values, std::vector<std::int64_t> shape) {
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == 0 && std::int64_t(i) < values.dim()) shape[i] = values.size(std::int64_t(i));
  return values.reshape(shape);
}

}  // namespace

OnnxIntegers::OnnxIntegers(const OnnxGraph& graph) : graph_(graph) {
  for (const OnnxNode& node : graph.nodes)
    for (const std::string& output : node.outputs) makers_.emplace(output, &node);
}

torch::Tensor OnnxIntegers::value(const std::string& name) {
  const auto known = known_.find(name);
  if (known != known_.end()) return known->second;
  torch::Tensor result;
  const auto constant = graph_.tensors.find(name);
  if (constant != graph_.tensors.end()) {
    const OnnxTensor& tensor = constant->second;
    std::int64_t count = 1;
    for (const std::int64_t size : tensor.shape) count *= size;
    if (std::int64_t(tensor.integers.size()) != count) fail("'", printable(name), "' does not hold a few integers");
    result = tensorOf(tensor.integers).reshape(tensor.shape);
  } else {
    const auto maker = makers_.find(name);
    if (maker == makers_.end()) fail("'", printable(name), "' depends on the input");
    if (depth_ >= mostDepth) fail("'", printable(name), "' is computed by too many nodes");
    ++depth_;
    try {
      result = compute(*maker->second);
    } catch (...) {
      --depth_;
      throw;
    }
    --depth_;
  }
  if (result.numel() > mostNumbers) fail("'", printable(name), "' has ", result.numel(), " numbers");
  known_.emplace(name, result);
  return result;
}

std::vector<std::int64_t> OnnxIntegers::sizes(const std::string& name) {
  constexpr int mostRenamings = 8;
  constexpr std::size_t mostParts = 8;
  auto maker = makers_.find(name);
  for (int i = 0; i < mostRenamings && maker != makers_.end(); ++i) {
    const OnnxNode& node = *maker->second;
    if ((node.op != "Cast" && node.op != "Identity") || node.inputs.empty()) break;
    maker = makers_.find(node.inputs.front());
  }
  if (maker == makers_.end() || maker->second->op != "Concat" || maker->second->inputs.size() > mostParts) return {};
  std::vector<std::int64_t> all;
  for (const std::string& part : maker->second->inputs) {
    try {
      for (const std::int64_t number : numbersOf(value(part))) all.push_back(number);
    } catch (const std::exception&) {
      all.push_back(-1);
    }
  }
  return all;
}

torch::Tensor OnnxIntegers::input(const OnnxNode& node, std::size_t index) {
  if (index >= node.inputs.size()) fail(printable(node.op, 60), " has too few inputs");
  return value(node.inputs[index]);
}

torch::Tensor OnnxIntegers::compute(const OnnxNode& node) {
  if (node.op == "Identity" || node.op == "Cast") return input(node, 0);
  if (node.op == "Add" || node.op == "Sub" || node.op == "Mul") return arithmetic(node, input(node, 0), input(node, 1));
  if (node.op == "Reshape") return reshape(input(node, 0), numbersOf(input(node, 1)));
  if (node.op == "Slice") return slice(node);
  if ((node.op == "Unsqueeze" || node.op == "Squeeze") && input(node, 0).numel() == 1)
    return node.op == "Unsqueeze" ? input(node, 0).reshape({1}) : input(node, 0).reshape({});
  if (node.op == "Shape") return tensorOf(input(node, 0).sizes().vec());
  if (node.op == "Gather") {
    const torch::Tensor values = input(node, 0), index = input(node, 1);
    const torch::Tensor found = values.index_select(axisOf(node, values.dim()), index.flatten());
    return index.dim() == 0 && values.dim() == 1 ? found.reshape({}) : found;
  }
  if (node.op == "Concat") {
    std::vector<torch::Tensor> parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(node.inputs.size(), mostNumbers); ++i)
      parts.push_back(input(node, i));
    return torch::cat(parts, 0);
  }
  if (node.op == "Transpose") {
    const auto found = node.attributes.find("perm");
    return found == node.attributes.end() ? input(node, 0).t() : input(node, 0).permute(found->second.integers);
  }
  if (node.op == "ConstantOfShape") {
    const std::int64_t count = input(node, 0).numel() == 1 ? input(node, 0).item<std::int64_t>() : -1;
    if (count < 0 || count > mostNumbers) fail("ConstantOfShape of more than a few numbers");
    const bool zero = !node.constant || node.constant->integers.empty();
    return torch::full({count}, zero ? 0 : node.constant->integers.front(), torch::kLong);
  }
  fail("operator ", printable(node.op, 60), " is not known in the computation of a few integers");
}

torch::Tensor OnnxIntegers::slice(const OnnxNode& node) {
  const torch::Tensor values = input(node, 0);
  const auto number = [&](std::size_t index, std::int64_t otherwise) {
    if (index >= node.inputs.size() || node.inputs[index].empty()) return otherwise;
    const torch::Tensor one = input(node, index);
    if (one.numel() != 1) fail("Slice along several axes");
    return one.item<std::int64_t>();
  };
  if (values.dim() == 0 || number(3, 0) != 0) fail("Slice along another axis than the first");
  const std::int64_t size = values.size(0), step = number(4, 1);
  if (step != 1 && step != -1) fail("Slice with steps of ", step);
  const auto place = [&](std::int64_t at) {
    if (at < 0) at = std::max<std::int64_t>(at, -size - 1) + size;
    return std::clamp<std::int64_t>(at, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
  };
  std::vector<std::int64_t> chosen;
  const std::int64_t end = place(number(2, size));
  for (std::int64_t at = place(number(1, 0)); step > 0 ? at < end : at > end; at += step) chosen.push_back(at);
  return values.index_select(0, tensorOf(chosen));
}

}  // namespace zipper
