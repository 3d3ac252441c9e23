// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/tflite_onnx.h"

namespace zipper {

/// One operator of a TfliteGraph on its way to nodes of ONNX: what those that come from it have in common. Values are
/// names.
class TfliteStep {
 public:
  using Sizes = std::vector<std::int64_t>;

  TfliteStep(TfliteOnnx& onnx, const TfliteNode& node) : onnx_(onnx), node_(node) {}

  TfliteOnnx& onnx() { return onnx_; }
  const TfliteNode& node() const { return node_; }
  /// "CONV_2D 'MobilenetV1/Conv2d_0'"
  std::string describe() const;

  bool hasInput(std::size_t input) const { return input < node_.inputs.size() && node_.inputs[input] >= 0; }
  /// The index of its tensor; Error that names the operator if it has no such input.
  int tensorOf(std::size_t input) const;
  const Sizes& shapeOf(std::size_t input) const { return onnx_.tensor(tensorOf(input)).shape; }
  const Sizes& outputShape() const { return onnx_.tensor(node_.outputs[0]).shape; }
  std::string valueOf(std::size_t input) { return onnx_.valueOf(tensorOf(input)); }
  /// The second input with its axes in this order: of a constant a view. Error that names the operator if its type
  /// isn't read.
  std::string weightsOf(const Sizes& order);

  /// Adds a node and returns the name of its only output.
  std::string follow(const std::string& op, std::vector<std::string> inputs);
  OnnxNode& last() { return onnx_.graph().nodes.back(); }
  std::string turned(const std::string& value, const Sizes& order);
  std::string reshaped(const std::string& value, const Sizes& shape);
  std::string clipped(const std::string& value, float most);  ///< from 0 on

  /// The operator's result is this value, behind its activation.
  void finish(std::string value);
  /// The operator under its own name, which no MobileNet has. What is computed comes before constants, which are left
  /// out.
  void keepForeign();

 private:
  const std::string& name() const;

  TfliteOnnx& onnx_;
  const TfliteNode& node_;
};

}  // namespace zipper
