// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/quantized_graph.h"

namespace zipper {

/// The numbers that the integers nearest to these stand for: halves are rounded to even integers.
torch::Tensor roundedTo(const ValueRange& range, const torch::Tensor& x);

/// The graph with weights and biases as their integers stand for, float32 and one constant for each node; no factors.
InferenceGraph dequantized(const QuantizedGraph& graph);

/// Of a node without its activation: what it puts out, rounded.
torch::Tensor activatedAndRounded(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& x);

/// The outputs of each task as runtimes for such files compute them, up to the rounding of a product now and then:
/// weights and values are what their integers mean, sums are in float32, each result is rounded to its range. `images`
/// as for runGraph().
std::vector<torch::Tensor> runQuantized(const QuantizedGraph& graph, const std::vector<torch::Tensor>& images);

}  // namespace zipper
