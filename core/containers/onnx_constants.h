// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <unordered_map>

#include "core/containers/onnx_graph.h"

namespace zipper {

/// The floating-point values of a graph that don't depend on its input: initializers, and what exporters compute from
/// them (a shared initializer behind Identity, a transposed weight, a constant with an axis added).
class OnnxConstants {
 public:
  explicit OnnxConstants(const OnnxGraph& graph);

  /// The value of that name; null if it depends on the input, on operators that aren't known here, or is none of
  /// numbers. Of large tensors only views are taken, so that this takes no memory worth mentioning.
  const torch::Tensor* find(const std::string& name);

 private:
  std::optional<torch::Tensor> valueOf(const std::string& name);
  std::optional<torch::Tensor> compute(const OnnxNode& node);
  std::optional<torch::Tensor> view(const OnnxNode& node, const torch::Tensor& values);
  std::optional<std::vector<std::int64_t>> integers(const OnnxNode& node, std::size_t input, const char* attribute);

  const OnnxGraph& graph_;
  std::unordered_map<std::string, const OnnxNode*> makers_;
  std::unordered_map<std::string, std::optional<torch::Tensor>> known_;
  int depth_ = 0;
};

}  // namespace zipper
