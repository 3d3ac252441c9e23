// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/models/onnx_chain.h"

namespace zipper {

/// What the axes of a value in a graph are, one letter each: N images, C channels, H rows, W columns, X rows and
/// columns in one, 1 an axis of size 1. "NCHW" at convolutions; "NC" at a linear layer.
class OnnxAxes {
 public:
  explicit OnnxAxes(std::string letters) : letters_(std::move(letters)) {}

  const std::string& letters() const { return letters_; }
  /// Where a letter stands, or -1.
  int place(char letter) const;
  /// True if height and width are averaged out.
  bool isPooled() const { return letters_.find_first_of("HWX") == std::string::npos; }

  /// Passes over nodes that only rearrange or rename axes (Transpose, Reshape, Flatten, Squeeze, Unsqueeze). Error that
  /// names the node if what becomes of the axes can't be told, or is what no MobileNet does.
  void follow(OnnxChain& chain);
  /// The axes that a node averages over, by its attribute or its second input; all if it has neither.
  void average(OnnxChain& chain, const OnnxNode& node);
  /// A number per channel, or one for all, of a constant that is combined with a value of these axes; Error that names
  /// the node if it is anything else. [1] or [C], float64.
  torch::Tensor perChannel(const OnnxNode& node, const torch::Tensor& values) const;

 private:
  void transpose(const OnnxNode& node);
  void reshape(OnnxChain& chain, const OnnxNode& node);
  void flatten(const OnnxNode& node);
  void squeeze(OnnxChain& chain, const OnnxNode& node);
  void unsqueeze(OnnxChain& chain, const OnnxNode& node);
  std::size_t checked(const OnnxNode& node, std::int64_t axis, std::size_t rank) const;

  std::string letters_;
};

}  // namespace zipper
