// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "core/containers/onnx_constants.h"
#include "core/containers/onnx_graph.h"
#include "core/models/onnx_integers.h"

namespace zipper {

/// What an addition adds to the value that the path goes through, or what a multiplication multiplies it by.
struct OnnxBranch {
  std::optional<std::size_t> place;    ///< how many nodes have to be taken until it is known; nothing: it isn't one of
                                       ///< the path
  std::vector<const OnnxNode*> turns;  ///< Transpose nodes between there and the addition or multiplication
  double factor = 1;                   ///< a number that it is multiplied by in between; of an addition always 1
};

/// The nodes of a graph from an input to one of its outputs, without branches but for additions of what was computed
/// earlier, and multiplications by it: of two values that meet, the path goes through the one that more nodes lead to.
/// Shape arithmetic on the side is left out, and so is what changes nothing: Identity, Dropout, casts between
/// floating-point types.
class OnnxChain {
 public:
  /// Throws Error unless there is one path from an input of the graph to the output.
  OnnxChain(const OnnxGraph& graph, const OnnxValue& output);

  /// The next node if its operator is one of these and no two values meet at it; null otherwise, and at the end.
  const OnnxNode* take(const std::vector<std::string>& ops);
  /// The next node if it adds two values that both depend on the input; null otherwise.
  const OnnxNode* takeAddition(OnnxBranch& addend);
  /// The next node if it multiplies two such values; null otherwise.
  const OnnxNode* takeProduct(OnnxBranch& factor);
  /// Whether one of the values that are known behind `first`, `first` + 1, ... nodes, `count` of them, is what such a
  /// multiplication multiplies by.
  bool isFactor(std::size_t first, std::size_t count) const;
  bool atEnd() const { return at_ == steps_.size(); }
  /// How many nodes were taken.
  std::size_t place() const { return at_; }
  /// For messages: the operator and name of the next node.
  std::string describeNext() const;
  /// The nodes before the first of this operator, or all.
  std::vector<const OnnxNode*> before(const std::string& op) const;
  /// All nodes of this operator, taken or not.
  std::vector<const OnnxNode*> all(const std::string& op) const;
  /// The last addition of two values, taken or not, or null.
  const OnnxNode* lastAddition() const;

  /// The floating-point constant that is an input of a node; Error if it is computed from the graph's input.
  torch::Tensor values(const OnnxNode& node, std::size_t input);
  /// Its shape, or nothing where it is no such constant.
  std::vector<std::int64_t> shape(const OnnxNode& node, std::size_t input);
  /// The same if it is one number.
  double number(const OnnxNode& node, std::size_t input);
  /// The one input of a node of two that is constant: its index.
  std::size_t constantInput(const OnnxNode& node);
  /// A few integers, which may be computed.
  std::vector<std::int64_t> integers(const OnnxNode& node, std::size_t input);
  bool hasKnownIntegers(const OnnxNode& node, std::size_t input);
  /// The sizes that a shape is put together from, -1 for those that can't be told; none if it isn't put together.
  std::vector<std::int64_t> sizes(const OnnxNode& node, std::size_t input);
  bool hasInput(const OnnxNode& node, std::size_t input) const;

  /// The graph's input at which the chain begins.
  const OnnxValue& input() const { return *input_; }

 private:
  struct Step {
    const OnnxNode* node = nullptr;
    std::string output;  ///< of its outputs the one that the next step reads
  };
  /// The other value where two meet.
  struct Other {
    std::string value;
    OnnxBranch branch;
  };
  class Makers;

  void walk(const OnnxGraph& graph, const OnnxValue& output);
  /// The value that a node computes its output from; where two values meet, the later one.
  std::string dataInput(const OnnxNode& node, const Makers& makers);
  /// Where on the path the other values are.
  void findBranches(const Makers& makers);
  /// Goes back from a factor that is not of the path to what was multiplied by a number. False if it wasn't.
  bool goBack(Other& factor, const Makers& makers);
  bool hasBranch(const OnnxNode& node) const { return branches_.count(&node) > 0; }
  const OnnxNode* takeBranch(bool multiplies, OnnxBranch& branch);

  OnnxIntegers integers_;
  OnnxConstants constants_;
  const OnnxValue* input_ = nullptr;
  std::vector<Step> steps_;
  std::unordered_map<const OnnxNode*, Other> branches_;
  std::unordered_set<std::size_t> factors_;  ///< places of what the path is multiplied by
  std::size_t at_ = 0;
};

/// "Conv 'layers.3/conv'"
std::string describeNode(const OnnxNode& node);

}  // namespace zipper
