// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_run_layers.h"

#include <algorithm>
#include <limits>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

class LayerRun {
 public:
  LayerRun(const KerasLayerConfig& layer, const std::map<std::string, torch::Tensor>& weights,
           const std::vector<torch::Tensor>& inputs)
      : layer_(layer), weights_(weights), inputs_(inputs) {}

  torch::Tensor output() const {
    const std::string& kind = layer_.kind;
    const torch::Tensor& x = inputs_.front();
    if (kind == "Conv2D") return convolved(weight("kernel").permute({3, 2, 0, 1}), 1);
    if (kind == "DepthwiseConv2D") {
      const torch::Tensor kernel = weight("depthwise_kernel").permute({2, 3, 0, 1});
      return convolved(kernel, kernel.size(0));
    }
    if (kind == "Dense") return withBias(torch::matmul(x, weight("kernel")));
    if (kind == "ZeroPadding2D") return zerosAdded();
    if (kind == "BatchNormalization") return normalized();
    if (kind == "ReLU") return x.clamp(0, layer_.number("max_value").value_or(std::numeric_limits<double>::infinity()));
    if (kind == "Rescaling") return x * number("scale") + number("offset");
    if (kind == "Activation") return activatedByName();
    if (kind == "GlobalAveragePooling2D") return x.mean({1, 2});
    if (kind == "Reshape") return reshaped();
    if (kind == "Add" && inputs_.size() == 2) return x + inputs_[1];
    if (kind == "Multiply" && inputs_.size() == 2) return x * inputs_[1];
    fail("layer ", inQuotes(layer_.name), " of the kind ", inQuotes(kind), " can't be computed");
  }

 private:
  [[noreturn]] void refuse(const char* setting) const {
    fail("layer ", inQuotes(layer_.name), ": its '", setting, "' can't be computed");
  }

  double number(const char* key) const {
    const auto found = layer_.number(key);
    if (!found) refuse(key);
    return *found;
  }

  /// True unless the configuration says false.
  bool says(const char* key) const {
    const Json* const found = layer_.at(key);
    return found == nullptr || *found != Json(false);
  }

  const torch::Tensor& weight(const char* leaf) const {
    const auto found = weights_.find(leaf);
    if (found == weights_.end()) fail("layer ", inQuotes(layer_.name), " has no weight '", leaf, "'");
    return found->second;
  }

  torch::Tensor withBias(const torch::Tensor& x) const {
    if (layer_.text("activation") != "linear") refuse("activation");
    return says("use_bias") ? x + weight("bias") : x;
  }

  /// What is added at both ends of an axis, half of it before.
  static std::int64_t missingZeros(std::int64_t size, std::int64_t kernel, std::int64_t stride) {
    return std::max<std::int64_t>(((size + stride - 1) / stride - 1) * stride + kernel - size, 0);
  }

  /// `kernel`: [out,in,k,k].
  torch::Tensor convolved(const torch::Tensor& kernel, std::int64_t groups) const {
    const std::vector<std::int64_t> strides = layer_.pair("strides");
    if (strides.empty() || strides[0] < 1 || strides[1] < 1) refuse("strides");
    torch::Tensor x = inputs_.front().permute({0, 3, 1, 2});
    const std::string padding = layer_.text("padding");
    if (padding == "same") {
      const auto rows = missingZeros(x.size(2), kernel.size(2), strides[0]);
      const auto columns = missingZeros(x.size(3), kernel.size(3), strides[1]);
      x = torch::constant_pad_nd(x, {columns / 2, columns - columns / 2, rows / 2, rows - rows / 2});
    } else if (padding != "valid") {
      refuse("padding");
    }
    return withBias(torch::conv2d(x, kernel, {}, strides, std::int64_t(0), 1, groups).permute({0, 2, 3, 1}));
  }

  torch::Tensor zerosAdded() const {
    const Json* const padding = layer_.at("padding");
    std::vector<std::int64_t> zeros;  // top, bottom, left, right
    if (padding != nullptr && padding->is_array())
      for (const Json& axis : *padding)
        for (const int side : parseIntegers(dumpJson(axis), "padding")) zeros.push_back(side);
    if (zeros.size() != 4) refuse("padding");
    return torch::constant_pad_nd(inputs_.front(), {0, 0, zeros[2], zeros[3], zeros[0], zeros[1]});
  }

  torch::Tensor normalized() const {
    const torch::Tensor deviation = torch::sqrt(weight("moving_variance") + number("epsilon"));
    torch::Tensor y = (inputs_.front() - weight("moving_mean")) / deviation;
    if (says("scale")) y = y * weight("gamma");
    return says("center") ? y + weight("beta") : y;
  }

  torch::Tensor activatedByName() const {
    const std::string name = layer_.text("activation");
    if (name == "softmax") return torch::softmax(inputs_.front(), -1);
    if (name != "linear") refuse("activation");
    return inputs_.front();
  }

  torch::Tensor reshaped() const {
    const Json* const shape = layer_.at("target_shape");
    std::vector<std::int64_t> sizes{inputs_.front().size(0)};
    if (shape == nullptr || !shape->is_array()) refuse("target_shape");
    for (const int size : parseIntegers(dumpJson(*shape), "target_shape")) sizes.push_back(size);
    return inputs_.front().reshape(sizes);
  }

  const KerasLayerConfig& layer_;
  const std::map<std::string, torch::Tensor>& weights_;
  const std::vector<torch::Tensor>& inputs_;
};

}  // namespace

torch::Tensor outputOfLayer(const KerasLayerConfig& layer, const std::map<std::string, torch::Tensor>& weights,
                            const std::vector<torch::Tensor>& inputs) {
  if (inputs.empty()) fail("layer ", inQuotes(layer.name), " reads nothing");
  return LayerRun(layer, weights, inputs).output();
}

}  // namespace zipper
