// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/onnx_constants.h"
#include "core/containers/onnx_graph.h"
#include "core/models/onnx_integers.h"

namespace zipper {

/// The nodes of a graph without branches, from an input to one of its outputs. Shape arithmetic on the side is left
/// out, and so is what changes nothing: Identity, Dropout, casts between floating-point types.
class OnnxChain {
 public:
  /// Throws Error unless there is one path from an input of the graph to the output.
  OnnxChain(const OnnxGraph& graph, const OnnxValue& output);

  /// The next node if its operator is one of these; null otherwise, and at the end.
  const OnnxNode* take(const std::vector<std::string>& ops);
  bool atEnd() const { return at_ == nodes_.size(); }
  /// How many nodes were taken.
  std::size_t place() const { return at_; }
  /// For messages: the operator and name of the next node.
  std::string describeNext() const;
  /// The nodes before the first of this operator, or all.
  std::vector<const OnnxNode*> before(const std::string& op) const;

  /// The floating-point constant that is an input of a node; Error if it is computed from the graph's input.
  torch::Tensor values(const OnnxNode& node, std::size_t input);
  /// The same if it is one number.
  double number(const OnnxNode& node, std::size_t input);
  /// The one input of a node of two that is constant: its index.
  std::size_t constantInput(const OnnxNode& node);
  /// A few integers, which may be computed.
  std::vector<std::int64_t> integers(const OnnxNode& node, std::size_t input);
  bool hasKnownIntegers(const OnnxNode& node, std::size_t input);
  bool hasInput(const OnnxNode& node, std::size_t input) const;

  /// The graph's input at which the chain begins.
  const OnnxValue& input() const { return *input_; }

 private:
  std::string dataInput(const OnnxNode& node);

  OnnxIntegers integers_;
  OnnxConstants constants_;
  const OnnxValue* input_ = nullptr;
  std::vector<const OnnxNode*> nodes_;
  std::size_t at_ = 0;
};

/// "Conv 'layers.3/conv'"
std::string describeNode(const OnnxNode& node);

}  // namespace zipper
