// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cmath>

#include "core/containers/crafted_tflite.h"
#include "core/support/libtorch.h"

namespace zipper::test {

enum class TfliteWeightsKind { Float32, Float16, Int8PerChannel, UInt8 };

/// Adds the weights of a network to a model as TensorFlow's converter stores them, and makes the real numbers what the
/// stored ones mean.
class KerasTfliteConstants {
 public:
  KerasTfliteConstants(CraftedTflite& model, TfliteWeightsKind kind) : model_(model), kind_(kind) {}

  bool areIntegers() const { return kind_ == TfliteWeightsKind::Int8PerChannel || kind_ == TfliteWeightsKind::UInt8; }

  /// Real numbers [out,...] of a constant of the graph, rounded in it; `order`: the axes in the file.
  int weights(const std::string& name, torch::Tensor& real, const std::vector<std::int64_t>& order) {
    scales_ = torch::ones({real.size(0)});
    if (kind_ == TfliteWeightsKind::Float32) return constant(name, real.permute(order), Type::FLOAT32);
    if (kind_ == TfliteWeightsKind::Float16) return half(name, real, order);
    return kind_ == TfliteWeightsKind::UInt8 ? ofBytes(name, real, order) : ofRows(name, real, order);
  }

  /// With the scale of the input times that of the weights, as integer models have it.
  int bias(const std::string& name, torch::Tensor& real) {
    if (kind_ == TfliteWeightsKind::Float16) return half(name, real, {0});
    if (!areIntegers()) return constant(name, real, Type::FLOAT32);
    const torch::Tensor scale = scales_ * 0.001F;
    const torch::Tensor stored = torch::round(real.to(torch::kDouble) / scale.to(torch::kDouble));
    real = (stored * scale.to(torch::kDouble)).to(torch::kFloat);
    const int tensor = constant(name, stored.to(torch::kInt), Type::INT32);
    CraftedTensor& made = model_.tensors.back();
    made.scales.assign(scale.data_ptr<float>(), scale.data_ptr<float>() + scale.numel());
    if (kind_ == TfliteWeightsKind::UInt8) made.scales.resize(1);
    made.zeros.assign(made.scales.size(), 0);
    return tensor;
  }

 private:
  using Type = tflite::TensorType;

  static std::string bytesOf(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.contiguous();
    return {static_cast<const char*>(flat.data_ptr()), std::size_t(flat.nbytes())};
  }

  int constant(const std::string& name, const torch::Tensor& stored, Type type) {
    CraftedTensor tensor;
    tensor.name = name;
    tensor.shape.assign(stored.sizes().begin(), stored.sizes().end());
    tensor.type = type;
    tensor.data = bytesOf(stored);
    return model_.add(tensor);
  }

  int half(const std::string& name, torch::Tensor& real, const std::vector<std::int64_t>& order) {
    const int stored = constant(name + "/half", real.permute(order).to(torch::kHalf), Type::FLOAT16);
    real = real.to(torch::kHalf).to(torch::kFloat);
    const int result = model_.computed(name, model_.tensors.back().shape);
    model_.append(tflite::BuiltinOperator::DEQUANTIZE, {stored}, result);
    return result;
  }

  int ofBytes(const std::string& name, torch::Tensor& real, const std::vector<std::int64_t>& order) {
    const float low = std::min(real.min().item<float>(), 0.F), high = std::max(real.max().item<float>(), 0.F);
    const float scale = (high - low) / 255;
    const auto zero = std::int64_t(std::lround(-low / scale));
    const torch::Tensor stored = torch::clamp(torch::round(real / scale) + double(zero), 0, 255);
    real = (stored - double(zero)) * torch::full({1}, scale);
    scales_.fill_(scale);
    const int tensor = constant(name, stored.permute(order).to(torch::kByte), Type::UINT8);
    model_.tensors.back().scales = {scale};
    model_.tensors.back().zeros = {zero};
    return tensor;
  }

  int ofRows(const std::string& name, torch::Tensor& real, const std::vector<std::int64_t>& order) {
    scales_ = real.abs().flatten(1).amax(1) / 127;
    std::vector<std::int64_t> wide(std::size_t(real.dim()), 1);
    wide[0] = -1;
    const torch::Tensor stored = torch::clamp(torch::round(real / scales_.view(wide)), -127, 127);
    real = stored * scales_.view(wide);
    const int tensor = constant(name, stored.permute(order).to(torch::kChar), Type::INT8);
    CraftedTensor& made = model_.tensors.back();
    made.scales.assign(scales_.data_ptr<float>(), scales_.data_ptr<float>() + scales_.numel());
    made.zeros.assign(made.scales.size(), 0);
    made.axis = std::int32_t(std::find(order.begin(), order.end(), 0) - order.begin());
    return tensor;
  }

  CraftedTflite& model_;
  TfliteWeightsKind kind_;
  torch::Tensor scales_;  ///< of the weights that were added last
};

}  // namespace zipper::test
