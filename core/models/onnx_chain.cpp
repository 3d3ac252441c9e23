// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_chain.h"

#include <algorithm>
#include <unordered_map>

#include "core/containers/onnx_attributes.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

bool isOneOf(const OnnxNode& node, const std::vector<std::string>& ops) {
  return std::find(ops.begin(), ops.end(), node.op) != ops.end();
}

/// Numbers of TensorProto.DataType: float, float16, double, bfloat16.
bool changesNothing(const OnnxNode& node) {
  if (node.op == "Identity" || node.op == "Dropout") return true;
  const std::int64_t to = integerOf(node, "to", 0);
  return node.op == "Cast" && (to == 1 || to == 10 || to == 11 || to == 16);
}

}  // namespace

std::string describeNode(const OnnxNode& node) {
  const std::string name = node.name.empty() && !node.outputs.empty() ? node.outputs.front() : node.name;
  return printable(node.op, 60) + " '" + printable(name, 100) + "'";
}

OnnxChain::OnnxChain(const OnnxGraph& graph, const OnnxValue& output) : integers_(graph), constants_(graph) {
  std::unordered_map<std::string, const OnnxNode*> makers;
  for (const OnnxNode& node : graph.nodes)
    for (const std::string& made : node.outputs)
      if (!made.empty()) makers.emplace(made, &node);
  std::string value = output.name;
  const auto isInput = [&](const OnnxValue& input) { return input.name == value; };
  std::size_t visited = 0;
  for (auto input = graph.inputs.end();;) {
    input = std::find_if(graph.inputs.begin(), graph.inputs.end(), isInput);
    if (input != graph.inputs.end()) {
      input_ = &*input;
      break;
    }
    const auto maker = makers.find(value);
    if (maker == makers.end()) fail("nothing computes '", printable(value), "'");
    const OnnxNode& node = *maker->second;
    if (visited++ == graph.nodes.size()) fail("its nodes form a circle");
    if (node.op == "Dropout" && node.outputs.front() != value)
      fail("'", printable(value), "' is the mask of a Dropout");
    if (!changesNothing(node)) nodes_.push_back(&node);
    value = dataInput(node);
  }
  std::reverse(nodes_.begin(), nodes_.end());
}

std::string OnnxChain::dataInput(const OnnxNode& node) {
  if (node.inputs.empty()) fail(describeNode(node), " has no input");
  if (isOneOf(node, {"Concat", "Sum", "Max", "Min", "Mean"}) && node.inputs.size() > 2)
    fail(node.inputs.size(), " branches meet at ", describeNode(node));
  if (!isOneOf(node, {"Add", "Mul", "MatMul", "Sub", "Div", "Max", "Min", "Concat", "Sum"}) || node.inputs.size() != 2)
    return node.inputs.front();
  return node.inputs[1 - constantInput(node)];
}

std::size_t OnnxChain::constantInput(const OnnxNode& node) {
  if (node.inputs.size() != 2) fail(describeNode(node), ": two inputs were expected, ", node.inputs.size(), " found");
  const bool first = constants_.find(node.inputs[0]) != nullptr, second = constants_.find(node.inputs[1]) != nullptr;
  if (first == second) fail("two branches meet at ", describeNode(node));
  return first ? 0 : 1;
}

const OnnxNode* OnnxChain::take(const std::vector<std::string>& ops) {
  if (atEnd() || !isOneOf(*nodes_[at_], ops)) return nullptr;
  return nodes_[at_++];
}

std::string OnnxChain::describeNext() const { return atEnd() ? "its end" : describeNode(*nodes_[at_]); }

std::vector<const OnnxNode*> OnnxChain::before(const std::string& op) const {
  const auto end = std::find_if(nodes_.begin(), nodes_.end(), [&](const OnnxNode* node) { return node->op == op; });
  return {nodes_.begin(), end};
}

bool OnnxChain::hasInput(const OnnxNode& node, std::size_t input) const {
  return input < node.inputs.size() && !node.inputs[input].empty();
}

torch::Tensor OnnxChain::values(const OnnxNode& node, std::size_t input) {
  const torch::Tensor* const found = hasInput(node, input) ? constants_.find(node.inputs[input]) : nullptr;
  if (found == nullptr) fail(describeNode(node), ": its input ", input, " is not a constant of a floating-point type");
  return *found;
}

double OnnxChain::number(const OnnxNode& node, std::size_t input) {
  const torch::Tensor found = values(node, input);
  if (found.numel() != 1)
    fail(describeNode(node), ": its input ", input, " has ", found.numel(), " numbers, one was expected");
  return found.to(torch::kDouble).item<double>();
}

std::vector<std::int64_t> OnnxChain::integers(const OnnxNode& node, std::size_t input) {
  try {
    const torch::Tensor flat = integers_.value(node.inputs.at(input)).flatten().contiguous();
    return {flat.data_ptr<std::int64_t>(), flat.data_ptr<std::int64_t>() + flat.numel()};
  } catch (const std::exception&) {
    fail(describeNode(node), ": its input ", input, " can't be told: ", describeCurrentException());
  }
}

bool OnnxChain::hasKnownIntegers(const OnnxNode& node, std::size_t input) {
  try {
    integers(node, input);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace zipper
