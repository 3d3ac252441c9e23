// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/named_tensors.h"

#include <map>

#include "core/support/error.h"

namespace zipper {

torch::Tensor find(const NamedTensors& tensors, const std::string& name) {
  for (const auto& [key, tensor] : tensors)
    if (key == name) return tensor;
  return {};
}

NamedTensors deepCopy(const NamedTensors& tensors) {
  NamedTensors copies;
  copies.reserve(tensors.size());
  for (const auto& [key, tensor] : tensors) copies.emplace_back(key, tensor.detach().clone());
  return copies;
}

std::string shapeText(const torch::Tensor& tensor) {
  std::string text = "[";
  for (std::int64_t i = 0; i < tensor.dim(); ++i) text += concat(i ? "," : "", tensor.size(i));
  return text + "]";
}

void copyValues(const NamedTensors& from, const NamedTensors& to) {
  std::map<std::string, torch::Tensor> sources(from.begin(), from.end());
  std::vector<std::pair<torch::Tensor, torch::Tensor>> pairs;
  for (const auto& [key, target] : to) {
    const auto source = sources.find(key);
    if (source == sources.end()) fail("key '", key, "' is missing");
    if (source->second.sizes() != target.sizes())
      fail("key '", key, "' has shape ", shapeText(source->second), ", expected ", shapeText(target));
    pairs.emplace_back(source->second, target);
    sources.erase(source);
  }
  if (!sources.empty()) fail("unknown key '", sources.begin()->first, "'");
  torch::NoGradGuard noGrad;
  for (auto& [source, target] : pairs) target.copy_(source);
}

}  // namespace zipper
