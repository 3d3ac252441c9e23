// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/exports/inference_graph.h"

namespace zipper {

/// What a node makes of its inputs: maps [N,C,H,W], vectors [N,C].
torch::Tensor outputOf(const InferenceGraph& graph, const GraphNode& node, const std::vector<torch::Tensor>& inputs);

/// Computes a graph with LibTorch. `images`: a batch [N,C,H,W] per task; of tasks that have one input in common each
/// batch is run. Returns the output of each task. `change`, where given, sees each value that is computed or put in and
/// returns what takes its place: to find ranges, or to round.
using GraphObserver = std::function<torch::Tensor(int value, const torch::Tensor&)>;
std::vector<torch::Tensor> runGraph(const InferenceGraph& graph, const std::vector<torch::Tensor>& images,
                                    const GraphObserver& change = nullptr);

}  // namespace zipper
