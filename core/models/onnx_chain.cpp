// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_chain.h"

#include <algorithm>
#include <string_view>

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

/// Which node computes a value, and how many stand between it and an input of the graph at most.
class OnnxChain::Makers {
 public:
  explicit Makers(const OnnxGraph& graph) {
    for (const OnnxValue& input : graph.inputs) makers_.emplace(input.name, Maker{nullptr, 1});
    for (const OnnxNode& node : graph.nodes) {
      std::size_t depth = 0;
      for (const std::string& input : node.inputs) depth = std::max(depth, depthOf(input));
      for (const std::string& made : node.outputs)
        if (!made.empty()) makers_.emplace(made, Maker{&node, depth > 0 ? depth + 1 : 0});
    }
  }

  /// Null if none does.
  const OnnxNode* of(const std::string& value) const {
    const auto found = makers_.find(value);
    return found == makers_.end() ? nullptr : found->second.node;
  }

  /// 0: it depends on no input. (By the order of the file, in which a value stands behind those it is computed from.)
  std::size_t depthOf(const std::string& value) const {
    const auto found = makers_.find(value);
    return found == makers_.end() ? 0 : found->second.depth;
  }

  /// The value without what changes nothing and without Transpose nodes, which are collected.
  std::string unturned(std::string value, std::vector<const OnnxNode*>& turns) const {
    constexpr int mostInARow = 16;
    for (int i = 0; i < mostInARow; ++i) {
      const OnnxNode* const node = of(value);
      if (node == nullptr || node->inputs.empty() || node->outputs.front() != value) break;
      if (node->op == "Transpose")
        turns.insert(turns.begin(), node);
      else if (!changesNothing(*node))
        break;
      value = node->inputs.front();
    }
    return value;
  }

 private:
  struct Maker {
    const OnnxNode* node;
    std::size_t depth;
  };
  std::unordered_map<std::string, Maker> makers_;
};

OnnxChain::OnnxChain(const OnnxGraph& graph, const OnnxValue& output) : integers_(graph), constants_(graph) {
  walk(graph, output);
}

void OnnxChain::walk(const OnnxGraph& graph, const OnnxValue& output) {
  const Makers makers(graph);
  std::string value = output.name;
  const auto isInput = [&](const OnnxValue& input) { return input.name == value; };
  for (std::size_t visited = 0;; ++visited) {
    const auto input = std::find_if(graph.inputs.begin(), graph.inputs.end(), isInput);
    if (input != graph.inputs.end()) {
      input_ = &*input;
      break;
    }
    const OnnxNode* const maker = makers.of(value);
    if (maker == nullptr) fail("nothing computes '", printable(value), "'");
    const OnnxNode& node = *maker;
    if (visited == graph.nodes.size()) fail("its nodes form a circle");
    if (node.op == "Dropout" && node.outputs.front() != value)
      fail("'", printable(value), "' is the mask of a Dropout");
    if (!changesNothing(node)) steps_.push_back({&node, value});
    value = dataInput(node, makers);
  }
  std::reverse(steps_.begin(), steps_.end());
  findBranches(makers);
}

void OnnxChain::findBranches(const Makers& makers) {
  constexpr int mostNumbers = 4;
  std::unordered_map<std::string_view, std::size_t> places{{input_->name, 0}};
  for (std::size_t i = 0; i < steps_.size(); ++i) places.emplace(steps_[i].output, i + 1);
  for (auto& [node, other] : branches_) {
    OnnxBranch& branch = other.branch;
    other.value = makers.unturned(other.value, branch.turns);
    auto found = places.find(other.value);
    for (int i = 0; i < mostNumbers && found == places.end() && node->op == "Mul" && goBack(other, makers); ++i)
      found = places.find(other.value);
    if (found == places.end()) continue;
    branch.place = found->second;
    if (node->op == "Mul") factors_.insert(found->second);
  }
}

bool OnnxChain::goBack(Other& factor, const Makers& makers) {
  const OnnxNode* const scale = makers.of(factor.value);
  if (scale == nullptr || !isOneOf(*scale, {"Mul", "Div"}) || scale->inputs.size() != 2) return false;
  const std::size_t place = constants_.find(scale->inputs[0]) != nullptr ? 0 : 1;
  const torch::Tensor* const number = constants_.find(scale->inputs[place]);
  if (number == nullptr || number->numel() != 1 || (scale->op == "Div" && place == 0)) return false;
  const double by = number->to(torch::kDouble).item<double>();
  factor.branch.factor *= scale->op == "Mul" ? by : 1 / by;
  factor.value = makers.unturned(scale->inputs[1 - place], factor.branch.turns);
  return true;
}

std::string OnnxChain::dataInput(const OnnxNode& node, const Makers& makers) {
  if (node.inputs.empty()) fail(describeNode(node), " has no input");
  if (isOneOf(node, {"Concat", "Sum", "Max", "Min", "Mean"}) && node.inputs.size() > 2)
    fail(node.inputs.size(), " branches meet at ", describeNode(node));
  if (!isOneOf(node, {"Add", "Mul", "MatMul", "Sub", "Div", "Max", "Min", "Concat", "Sum"}) || node.inputs.size() != 2)
    return node.inputs.front();
  if (isOneOf(node, {"Add", "Sum", "Mul"})) {
    const std::size_t first = makers.depthOf(node.inputs[0]), second = makers.depthOf(node.inputs[1]);
    const std::size_t later = first > second ? 0 : 1;
    if (first > 0 && second > 0 && first != second) {
      branches_[&node].value = node.inputs[1 - later];
      return node.inputs[later];
    }
  }
  return node.inputs[1 - constantInput(node)];
}

std::size_t OnnxChain::constantInput(const OnnxNode& node) {
  if (node.inputs.size() != 2) fail(describeNode(node), ": two inputs were expected, ", node.inputs.size(), " found");
  const bool first = constants_.find(node.inputs[0]) != nullptr, second = constants_.find(node.inputs[1]) != nullptr;
  if (first == second) fail("two branches meet at ", describeNode(node));
  return first ? 0 : 1;
}

const OnnxNode* OnnxChain::take(const std::vector<std::string>& ops) {
  if (atEnd() || !isOneOf(*steps_[at_].node, ops) || hasBranch(*steps_[at_].node)) return nullptr;
  return steps_[at_++].node;
}

const OnnxNode* OnnxChain::takeAddition(OnnxBranch& addend) { return takeBranch(false, addend); }

const OnnxNode* OnnxChain::takeProduct(OnnxBranch& factor) { return takeBranch(true, factor); }

const OnnxNode* OnnxChain::takeBranch(bool multiplies, OnnxBranch& branch) {
  if (atEnd() || !hasBranch(*steps_[at_].node) || (steps_[at_].node->op == "Mul") != multiplies) return nullptr;
  branch = branches_.at(steps_[at_].node).branch;
  if (branch.place && *branch.place > at_) branch.place.reset();
  return steps_[at_++].node;
}

bool OnnxChain::isFactor(std::size_t first, std::size_t count) const {
  for (std::size_t place = first; place < first + count; ++place)
    if (factors_.count(place) > 0) return true;
  return false;
}

std::string OnnxChain::describeNext() const { return atEnd() ? "its end" : describeNode(*steps_[at_].node); }

std::vector<const OnnxNode*> OnnxChain::before(const std::string& op) const {
  std::vector<const OnnxNode*> nodes;
  for (std::size_t i = 0; i < steps_.size() && steps_[i].node->op != op; ++i) nodes.push_back(steps_[i].node);
  return nodes;
}

std::vector<const OnnxNode*> OnnxChain::all(const std::string& op) const {
  std::vector<const OnnxNode*> nodes;
  for (const Step& step : steps_)
    if (step.node->op == op) nodes.push_back(step.node);
  return nodes;
}

const OnnxNode* OnnxChain::lastAddition() const {
  const auto last = std::find_if(steps_.rbegin(), steps_.rend(),
                                 [&](const Step& step) { return hasBranch(*step.node) && step.node->op != "Mul"; });
  return last == steps_.rend() ? nullptr : last->node;
}

bool OnnxChain::hasInput(const OnnxNode& node, std::size_t input) const {
  return input < node.inputs.size() && !node.inputs[input].empty();
}

torch::Tensor OnnxChain::values(const OnnxNode& node, std::size_t input) {
  const torch::Tensor* const found = hasInput(node, input) ? constants_.find(node.inputs[input]) : nullptr;
  if (found == nullptr) fail(describeNode(node), ": its input ", input, " is not a constant of a floating-point type");
  return *found;
}

std::vector<std::int64_t> OnnxChain::shape(const OnnxNode& node, std::size_t input) {
  const torch::Tensor* const found = hasInput(node, input) ? constants_.find(node.inputs[input]) : nullptr;
  return found == nullptr ? std::vector<std::int64_t>() : found->sizes().vec();
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

std::vector<std::int64_t> OnnxChain::sizes(const OnnxNode& node, std::size_t input) {
  return hasInput(node, input) ? integers_.sizes(node.inputs[input]) : std::vector<std::int64_t>();
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
