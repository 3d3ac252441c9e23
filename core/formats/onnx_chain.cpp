// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/onnx_chain.h"

#include <algorithm>
#include <unordered_map>

#include "core/support/printable.h"
#include "core/support/error.h"

namespace zipper {

namespace {

bool isOneOf(const OnnxNode& node, const std::vector<std::string>& ops) {
  return std::find(ops.begin(), ops.end(), node.op) != ops.end();
}

}  // namespace

std::string describeNode(const OnnxNode& node) {
  const std::string name = node.name.empty() && !node.outputs.empty() ? node.outputs.front() : node.name;
  return printable(node.op, 60) + " '" + printable(name, 100) + "'";
}

OnnxChain::OnnxChain(const OnnxGraph& graph) : graph_(graph), integers_(graph) {
  if (graph.inputs.size() != 1 || graph.outputs.size() != 1)
    fail("it has ", graph.inputs.size(), " inputs and ", graph.outputs.size(), " outputs, one of each was expected");
  std::unordered_map<std::string, const OnnxNode*> makers;
  for (const OnnxNode& node : graph.nodes)
    for (const std::string& output : node.outputs) makers.emplace(output, &node);
  std::string value = graph.outputs.front().name;
  while (value != graph.inputs.front().name) {
    const auto maker = makers.find(value);
    if (maker == makers.end()) fail("nothing computes '", printable(value), "'");
    if (nodes_.size() == graph.nodes.size()) fail("its nodes form a circle");
    nodes_.push_back(maker->second);
    value = dataInput(*maker->second);
  }
  std::reverse(nodes_.begin(), nodes_.end());
}

std::string OnnxChain::dataInput(const OnnxNode& node) const {
  if (node.inputs.empty()) fail(describeNode(node), " has no input");
  if (!isOneOf(node, {"Add", "Mul", "MatMul", "Sub", "Div"}) || node.inputs.size() != 2) return node.inputs.front();
  const bool first = graph_.tensors.count(node.inputs[0]) > 0, second = graph_.tensors.count(node.inputs[1]) > 0;
  if (first == second) fail("two branches meet at ", describeNode(node));
  return node.inputs[first ? 1 : 0];
}

const OnnxNode* OnnxChain::take(const std::vector<std::string>& ops) {
  if (atEnd() || !isOneOf(*nodes_[at_], ops)) return nullptr;
  return nodes_[at_++];
}

int OnnxChain::skip(const std::vector<std::string>& ops) {
  int skipped = 0;
  while (take(ops) != nullptr) ++skipped;
  return skipped;
}

std::string OnnxChain::describeNext() const { return atEnd() ? "its end" : describeNode(*nodes_[at_]); }

bool OnnxChain::hasInput(const OnnxNode& node, std::size_t input) const {
  return input < node.inputs.size() && !node.inputs[input].empty();
}

const OnnxTensor& OnnxChain::constant(const OnnxNode& node, std::size_t input) const {
  const auto found = hasInput(node, input) ? graph_.tensors.find(node.inputs[input]) : graph_.tensors.end();
  if (found == graph_.tensors.end()) fail(describeNode(node), ": its input ", input, " is not a constant");
  return found->second;
}

std::vector<std::int64_t> OnnxChain::integers(const OnnxNode& node, std::size_t input) {
  try {
    const torch::Tensor flat = integers_.value(node.inputs.at(input)).flatten().contiguous();
    return {flat.data_ptr<std::int64_t>(), flat.data_ptr<std::int64_t>() + flat.numel()};
  } catch (const std::exception&) {
    fail(describeNode(node), ": its input ", input, " can't be told: ", describeCurrentException());
  }
}

torch::Tensor OnnxChain::values(const OnnxNode& node, std::size_t input) const {
  const OnnxTensor& tensor = constant(node, input);
  if (!tensor.values.defined()) fail(describeNode(node), ": its input ", input, " has no floating-point type");
  return tensor.values;
}

torch::Tensor OnnxChain::otherValues(const OnnxNode& node) const {
  return values(node, node.inputs.size() == 2 && graph_.tensors.count(node.inputs[0]) > 0 ? 0 : 1);
}

}  // namespace zipper
