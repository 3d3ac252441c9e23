// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/snippet_network.h"

#include <algorithm>

#include "core/exports/inference_graph.h"

namespace zipper {

namespace {

bool endsInSoftmax(const InferenceGraph& graph, const GraphTask& task) {
  return std::any_of(graph.nodes.begin(), graph.nodes.end(),
                     [&](const GraphNode& node) { return node.output == task.output && node.op == GraphOp::Softmax; });
}

}  // namespace

SnippetNetwork snippetNetwork(const InferenceGraph& graph, const std::vector<std::string>& names) {
  SnippetNetwork network;
  for (std::size_t t = 0; t < graph.tasks.size(); ++t) {
    const GraphTask& task = graph.tasks[t];
    network.tasks.push_back({task.letter, t < names.size() ? names[t] : "", task.spec,
                             graph.values[std::size_t(task.input)].name, graph.values[std::size_t(task.output)].name});
    network.softmax = endsInSoftmax(graph, task);
  }
  return network;
}

}  // namespace zipper
