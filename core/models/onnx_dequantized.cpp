// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_dequantized.h"

#include <algorithm>
#include <unordered_set>

#include "core/containers/onnx_attributes.h"

namespace zipper {

namespace {

constexpr std::int64_t mostDequantized = std::int64_t(128) << 20;  ///< numbers

/// How the integers of a constant are numbers: (q - zeroPoint) * scale, both of a shape that broadcasts.
struct IntegerScale {
  torch::Tensor scale, zeroPoint;
  torch::ScalarType type = torch::kByte;  ///< of the integers
};

class Dequantizer {
 public:
  explicit Dequantizer(OnnxGraph& graph) : graph_(graph) {}

  int run() {
    std::vector<OnnxNode> nodes = std::move(graph_.nodes);
    graph_.nodes.clear();
    for (OnnxNode& node : nodes) {
      if (node.op == "QuantizeLinear" ? quantizes(node) : node.op == "DequantizeLinear" && dequantizes(node)) {
        parameters_.insert(node.inputs.begin(), node.inputs.end());
        continue;
      }
      others_.insert(node.inputs.begin(), node.inputs.end());
      graph_.nodes.push_back(std::move(node));
    }
    removeParameters();
    return constants_;
  }

 private:
  /// True if the node isn't needed any more. The one that stays becomes an Identity.
  bool quantizes(OnnxNode& node) {
    if (node.inputs.size() < 2 || node.inputs.size() > 3 || node.outputs.size() != 1) return false;
    const OnnxTensor* const constant = constantOf(node.inputs[0]);
    if (constant == nullptr) return becomesIdentity(node);
    if (!constant->values.defined()) return false;
    const auto scale = scaleOf(node, constant->values);
    if (!scale || !isWithinBounds(constant->values.numel())) return false;
    const bool isSigned = scale->type == torch::kChar;
    OnnxTensor steps;
    steps.shape = constant->shape;
    steps.quantized = (torch::round(constant->values.to(torch::kFloat) / scale->scale) + scale->zeroPoint)
                          .clamp(isSigned ? -128 : 0, isSigned ? 127 : 255)
                          .to(scale->type);
    return graph_.tensors.emplace(node.outputs.front(), std::move(steps)).second;
  }

  bool dequantizes(OnnxNode& node) {
    if (node.inputs.size() < 2 || node.inputs.size() > 3 || node.outputs.size() != 1) return false;
    const OnnxTensor* const constant = constantOf(node.inputs[0]);
    if (constant == nullptr) return rounded_.count(node.inputs[0]) > 0 && becomesIdentity(node);
    if (!constant->quantized.defined()) return false;
    const auto scale = scaleOf(node, constant->quantized);
    if (!scale || !isWithinBounds(constant->quantized.numel())) return false;
    OnnxTensor numbers;
    numbers.shape = constant->shape;
    numbers.values = (constant->quantized.to(torch::kFloat) - scale->zeroPoint) * scale->scale;
    if (!graph_.tensors.emplace(node.outputs.front(), std::move(numbers)).second) return false;
    graph_.initializers.push_back(node.outputs.front());
    ++constants_;
    return true;
  }

  /// Always false: the node stays.
  bool becomesIdentity(OnnxNode& node) {
    parameters_.insert(node.inputs.begin() + 1, node.inputs.end());
    node.op = "Identity";
    node.inputs.resize(1);
    node.attributes.clear();
    rounded_.insert(node.outputs.front());
    return false;
  }

  const OnnxTensor* constantOf(const std::string& name) const {
    const auto found = graph_.tensors.find(name);
    return found == graph_.tensors.end() ? nullptr : &found->second;
  }

  /// Nothing if scale or zero point don't fit these values.
  std::optional<IntegerScale> scaleOf(const OnnxNode& node, const torch::Tensor& values) const {
    IntegerScale found;
    const OnnxTensor* const scale = constantOf(node.inputs[1]);
    if (scale == nullptr || !scale->values.defined()) return std::nullopt;
    std::int64_t axis = integerOf(node, "axis", 1);
    if (axis < 0) axis += values.dim();
    std::vector<std::int64_t> shape(std::size_t(values.dim()), 1);
    const std::int64_t count = scale->values.numel();
    if (count != 1) {
      if (axis < 0 || axis >= values.dim() || values.size(axis) != count) return std::nullopt;
      shape[std::size_t(axis)] = count;
    }
    found.scale = scale->values.to(torch::kFloat).reshape(shape);
    found.zeroPoint = torch::zeros_like(found.scale);
    if (node.inputs.size() < 3 || node.inputs[2].empty()) return found;
    const OnnxTensor* const zero = constantOf(node.inputs[2]);
    if (zero == nullptr || !zero->quantized.defined() || zero->quantized.numel() != count) return std::nullopt;
    found.zeroPoint = zero->quantized.to(torch::kFloat).reshape(shape);
    found.type = zero->quantized.scalar_type();
    return found;
  }

  bool isWithinBounds(std::int64_t numbers) {
    if (numbers > mostDequantized - dequantized_) return false;
    dequantized_ += numbers;
    return true;
  }

  /// What only the nodes read that are gone or Identity now.
  void removeParameters() {
    const auto isGone = [&](const std::string& name) {
      return parameters_.count(name) > 0 && others_.count(name) == 0;
    };
    auto& names = graph_.initializers;
    names.erase(std::remove_if(names.begin(), names.end(), isGone), names.end());
    for (const std::string& name : parameters_)
      if (isGone(name)) graph_.tensors.erase(name);
  }

  OnnxGraph& graph_;
  std::unordered_set<std::string> rounded_;     ///< values that were integers, or stand for them
  std::unordered_set<std::string> parameters_;  ///< which nodes read that are understood
  std::unordered_set<std::string> others_;      ///< which the other nodes read
  std::int64_t dequantized_ = 0;
  int constants_ = 0;
};

}  // namespace

int dequantize(OnnxGraph& graph) { return Dequantizer(graph).run(); }

}  // namespace zipper
