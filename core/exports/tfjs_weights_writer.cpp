// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_weights_writer.h"

#include <algorithm>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::size_t bytesPerShard = std::size_t(4) << 20;

void appendValues(std::string& bytes, const torch::Tensor& values) {
  bytes.append(static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes()));
}

/// Appends a weight to the bytes of its group and returns its description.
Json describedWeight(const std::string& name, const torch::Tensor& values, ExportPrecision precision,
                     std::string& bytes) {
  Json weight = Json::object({{"name", name}});
  weight["shape"] = values.sizes().vec();
  weight["dtype"] = "float32";
  const torch::Tensor half = values.to(torch::kHalf).contiguous();
  if (precision != ExportPrecision::Float16 || !torch::isfinite(half.to(torch::kFloat)).all().item<bool>()) {
    appendValues(bytes, values.to(torch::kFloat).contiguous());
    return weight;
  }
  weight["quantization"] = Json::object({{"dtype", "float16"}, {"original_dtype", "float32"}});
  appendValues(bytes, half);
  return weight;
}

}  // namespace

TfjsWeightFiles tfjsWeightFiles(const NamedTensors& weights, ExportPrecision precision, const std::string& prefix) {
  if (precision == ExportPrecision::Int8)
    fail("a model of TensorFlow.js can't be written as int8; float32 and float16 are possible");
  std::string bytes;
  Json list = Json::array(), paths = Json::array();
  for (const auto& [name, values] : weights) list.push_back(describedWeight(name, values, precision, bytes));
  TfjsWeightFiles result;
  const std::size_t count = std::max<std::size_t>((bytes.size() + bytesPerShard - 1) / bytesPerShard, 1);
  for (std::size_t i = 0; i < count; ++i) {
    result.files.emplace_back(concat(prefix, "group1-shard", i + 1, "of", count, ".bin"),
                              bytes.substr(i * bytesPerShard, bytesPerShard));
    paths.push_back(result.files.back().first);
  }
  result.manifest = Json::array();
  result.manifest.push_back(Json::object({{"paths", std::move(paths)}, {"weights", std::move(list)}}));
  return result;
}

}  // namespace zipper
