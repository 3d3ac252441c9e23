// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/graph_paths.h"

namespace zipper {

std::vector<bool> nodesOfTask(const InferenceGraph& graph, std::size_t task) {
  std::vector<bool> isNeeded(graph.nodes.size(), false), isRead(graph.values.size(), false);
  isRead.at(std::size_t(graph.tasks.at(task).output)) = true;
  for (std::size_t i = graph.nodes.size(); i-- > 0;) {
    const GraphNode& node = graph.nodes[i];
    if (!isRead.at(std::size_t(node.output))) continue;
    isNeeded[i] = true;
    for (const int input : node.inputs) isRead.at(std::size_t(input)) = true;
  }
  return isNeeded;
}

InferenceGraph graphOfTask(const InferenceGraph& graph, std::size_t task) {
  InferenceGraph one = graph;
  const std::vector<bool> isNeeded = nodesOfTask(graph, task);
  one.nodes.clear();
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    if (isNeeded[i]) one.nodes.push_back(graph.nodes[i]);
  one.tasks = {graph.tasks.at(task)};
  return one;
}

}  // namespace zipper
