// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_conversion.h"

#include <algorithm>

#include "core/models/tflite_input.h"
#include "core/models/tflite_rules.h"

namespace zipper {

namespace {

/// Marks the tensors that those marked are computed from, and returns the operators that do, in their order. A shape
/// that is put together from that of the input is no such tensor: the tensors say what their shapes are.
std::vector<const TfliteNode*> operatorsBefore(const TfliteGraph& graph, std::vector<bool>& needed) {
  std::vector<const TfliteNode*> nodes;
  const auto isNeeded = [&](int output) { return needed[std::size_t(output)]; };
  for (auto node = graph.nodes.rbegin(); node != graph.nodes.rend(); ++node) {
    if (std::none_of(node->outputs.begin(), node->outputs.end(), isNeeded)) continue;
    nodes.push_back(&*node);
    const std::size_t count = std::min<std::size_t>(node->inputs.size(), node->op == "RESHAPE" ? 1 : -1);
    for (std::size_t i = 0; i < count; ++i)
      if (node->inputs[i] >= 0) needed[std::size_t(node->inputs[i])] = true;
  }
  std::reverse(nodes.begin(), nodes.end());
  return nodes;
}

}  // namespace

TfliteConversion convertTflite(const TfliteGraph& graph, const std::vector<std::size_t>& outputs, bool isPrepared) {
  TfliteConversion result;
  TfliteOnnx onnx(graph);
  std::vector<bool> needed(graph.tensors.size(), false);
  for (const std::size_t output : outputs) needed[std::size_t(graph.outputs.at(output).tensor)] = true;
  const std::vector<const TfliteNode*> nodes = operatorsBefore(graph, needed);
  for (const TflitePort& input : graph.inputs) {
    const std::string source = addTfliteInput(onnx, input, isPrepared);
    if (needed[std::size_t(input.tensor)]) result.preparedBy = source;
  }
  for (const TfliteNode* node : nodes) applyTfliteRule(onnx, *node);
  for (const std::size_t output : outputs) onnx.addOutput(graph.outputs[output].tensor);
  result.usesBytes = onnx.usesBytes();
  result.usesHalves = onnx.usesHalves();
  result.graph = std::move(onnx.graph());
  return result;
}

}  // namespace zipper
