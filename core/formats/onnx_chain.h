// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/formats/onnx_graph.h"
#include "core/formats/onnx_integers.h"

namespace zipper {

/// The nodes of a graph without branches, from its input to its output. Shape arithmetic on the side is left out.
class OnnxChain {
 public:
  /// Throws Error unless the graph has one input and one output, and one path between them.
  explicit OnnxChain(const OnnxGraph& graph);

  /// The next node if its operator is one of these; null otherwise, and at the end.
  const OnnxNode* take(const std::vector<std::string>& ops);
  /// Passes over nodes of these operators; returns how many.
  int skip(const std::vector<std::string>& ops);
  bool atEnd() const { return at_ == nodes_.size(); }
  /// For messages: the operator and name of the next node.
  std::string describeNext() const;

  /// The constant that is an input of a node; Error if it is computed.
  const OnnxTensor& constant(const OnnxNode& node, std::size_t input) const;
  /// The same for floating-point values.
  torch::Tensor values(const OnnxNode& node, std::size_t input) const;
  /// The one input of a node of two that is constant.
  torch::Tensor otherValues(const OnnxNode& node) const;
  /// A few integers, which may be computed.
  std::vector<std::int64_t> integers(const OnnxNode& node, std::size_t input);
  bool hasInput(const OnnxNode& node, std::size_t input) const;

  const OnnxValue& input() const { return graph_.inputs.front(); }

 private:
  std::string dataInput(const OnnxNode& node) const;

  const OnnxGraph& graph_;
  OnnxIntegers integers_;
  std::vector<const OnnxNode*> nodes_;
  std::size_t at_ = 0;
};

/// "Conv 'layers.3/conv'"
std::string describeNode(const OnnxNode& node);

}  // namespace zipper
