// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_map>

#include "core/containers/onnx_graph.h"

namespace zipper {

/// Computes what graphs compute about small integers: the pads of PyTorch's F.pad, for one, are a dozen nodes.
class OnnxIntegers {
 public:
  explicit OnnxIntegers(const OnnxGraph& graph);

  /// The value of that name, int64. Throws Error if it depends on the input, on operators that aren't known here, or
  /// has more than 64 numbers.
  torch::Tensor value(const std::string& name);

  /// Of a list that a Concat node puts together, -1 for what can't be told in the place of one number; empty if it is
  /// no such list.
  std::vector<std::int64_t> sizes(const std::string& name);

 private:
  torch::Tensor compute(const OnnxNode& node);
  torch::Tensor input(const OnnxNode& node, std::size_t index);
  torch::Tensor slice(const OnnxNode& node);

  const OnnxGraph& graph_;
  std::unordered_map<std::string, const OnnxNode*> makers_;
  std::unordered_map<std::string, torch::Tensor> known_;
  int depth_ = 0;
};

}  // namespace zipper
