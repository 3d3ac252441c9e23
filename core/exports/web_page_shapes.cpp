// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/web_page_shapes.h"

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// More than any MobileNet has: what is computed from them fits into 64 bits.
constexpr int mostChannels = 1 << 20, mostPixels = 1 << 14, mostZeros = 64;

class ShapeChecker {
 public:
  explicit ShapeChecker(const InferenceGraph& graph) : graph_(graph), known_(graph.values.size(), false) {}

  void check() {
    for (const GraphValue& value : graph_.values)
      if (value.channels < 1 || value.channels > mostChannels || value.size < 0 || value.size > mostPixels)
        fail("value ", inQuotes(value.name), " has ", value.channels, " channels of size ", value.size);
    if (graph_.tasks.empty()) fail("it has no tasks");
    for (const GraphTask& task : graph_.tasks) checkInput(task);
    for (const GraphNode& node : graph_.nodes) checkNode(node);
    for (const GraphTask& task : graph_.tasks)
      if (!isKnown(task.output) || valueAt(task.output).size != 0) fail("the output of a task is none of its vectors");
  }

 private:
  const GraphValue& valueAt(int index) const { return graph_.values[std::size_t(index)]; }
  bool isKnown(int index) const { return index >= 0 && index < int(known_.size()) && known_[std::size_t(index)]; }

  void checkInput(const GraphTask& task) {
    if (task.input < 0 || task.input >= int(known_.size())) fail("the input of a task is no value");
    const GraphValue& value = valueAt(task.input);
    if (value.channels != task.spec.inputChannels || value.size != task.spec.inputSize)
      fail("input ", inQuotes(value.name), " isn't as large as its task's images");
    known_[std::size_t(task.input)] = true;
  }

  void checkNode(const GraphNode& node) {
    const auto require = [&](bool fits, const char* what) {
      if (!fits) fail("node ", inQuotes(node.name), ": ", what);
    };
    const bool takesTwo = node.op == GraphOp::Add || node.op == GraphOp::Multiply;
    require(node.inputs.size() == (takesTwo ? 2U : 1U), "another number of inputs than its operation takes");
    for (const int input : node.inputs) require(isKnown(input), "an input that isn't computed before it");
    require(node.output >= 0 && node.output < int(known_.size()) && !isKnown(node.output),
            "an output that is none, or another node's");
    known_[std::size_t(node.output)] = true;
    const bool hasWeights =
        node.op == GraphOp::Convolution || node.op == GraphOp::Depthwise || node.op == GraphOp::Linear;
    require(hasWeights || (node.weight < 0 && node.factor < 0 && node.bias < 0 && node.activation == Activation::None),
            "its operation takes no constants and no activation");
    for (const int constant : {node.factor, node.bias})
      if (hasWeights && constant >= 0)
        require(shapeOf(constant) == std::vector<std::int64_t>{valueAt(node.output).channels},
                "its factor or bias isn't one number a channel");
    require(fits(node), "shapes that don't fit its operation");
  }

  std::vector<std::int64_t> shapeOf(int constant) const {
    if (constant < 0 || constant >= int(graph_.constants.size())) return {};
    return graph_.constants[std::size_t(constant)].values.sizes().vec();
  }

  bool fits(const GraphNode& node) const {
    const GraphValue &x = valueAt(node.inputs.front()), &y = valueAt(node.output);
    const auto isLike = [](const GraphValue& a, const GraphValue& b) {
      return a.channels == b.channels && a.size == b.size;
    };
    const std::vector<std::int64_t> weight = shapeOf(node.weight);
    switch (node.op) {
      case GraphOp::Convolution:
        return fitsMaps(node, weight, x, y) && weight[1] == x.channels;
      case GraphOp::Depthwise:
        return fitsMaps(node, weight, x, y) && weight[1] == 1 && x.channels == y.channels;
      case GraphOp::Linear:
        return x.size == 0 && y.size == 0 && weight == std::vector<std::int64_t>{y.channels, x.channels};
      case GraphOp::AveragePool:
        return x.size > 0 && y.size == 0 && x.channels == y.channels;
      case GraphOp::Multiply:
        return x.size > 0 && isLike(x, y) && isLike(valueAt(node.inputs[1]), {{}, x.channels, 0});
      case GraphOp::Add:
        return isLike(x, y) && isLike(x, valueAt(node.inputs[1]));
      case GraphOp::Softmax:
        return x.size == 0 && isLike(x, y);
    }
    return false;
  }

  static bool fitsMaps(const GraphNode& node, const std::vector<std::int64_t>& weight, const GraphValue& x,
                       const GraphValue& y) {
    if (weight.size() != 4 || weight[0] != y.channels || weight[2] != weight[3]) return false;
    if (x.size < 1 || node.stride < 1 || node.stride > mostPixels) return false;
    for (const int zeros : node.pads)
      if (zeros < 0 || zeros > mostZeros) return false;
    const auto outputs = [&](int before, int behind) {
      const std::int64_t room = x.size + before + behind - weight[2];
      return room < 0 ? 0 : room / node.stride + 1;
    };
    return outputs(node.pads[0], node.pads[2]) == y.size && outputs(node.pads[1], node.pads[3]) == y.size && y.size > 0;
  }

  const InferenceGraph& graph_;
  std::vector<bool> known_;  ///< per value: an input, or computed by what was checked before
};

}  // namespace

void checkGraphShapes(const InferenceGraph& graph) { ShapeChecker(graph).check(); }

}  // namespace zipper
