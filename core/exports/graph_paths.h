// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/inference_graph.h"

namespace zipper {

/// Which nodes the output of a task needs, by their place in the list.
std::vector<bool> nodesOfTask(const InferenceGraph& graph, std::size_t task);

/// The graph with the nodes of this task alone; values and constants stay as they are.
InferenceGraph graphOfTask(const InferenceGraph& graph, std::size_t task);

}  // namespace zipper
