// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/quantized_graph.h"

namespace zipper {

/// The numbers that the integers nearest to these stand for: halves are rounded to even integers.
torch::Tensor roundedTo(const ValueRange& range, const torch::Tensor& x);

/// The same of images, by a division in float32 whatever their type, as runtimes do it: with a mean of 0.5 each pixel
/// is in the middle between two integers.
torch::Tensor roundedInput(const ValueRange& range, const torch::Tensor& images);

/// The graph with weights and biases as their integers stand for, of this type and one constant for each node; no
/// factors. Biases are those before shiftOfBias().
InferenceGraph dequantized(const QuantizedGraph& graph, torch::ScalarType type = torch::kFloat);

/// Of a node without its activation: what it puts out, rounded.
torch::Tensor activatedAndRounded(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& x);

/// The outputs of each task as runtimes for such files compute them: weights and values are what their integers mean,
/// each result is rounded to its range. `images` as for runGraph(), float32 or float64; sums are of their type.
///
/// To compare with something else that computes the same, use float64. In float32 a sum close to the middle between two
/// integers is rounded up in one order of its terms and down in another, about one in 10^5, and random networks carry
/// that on until the outputs of that image differ as much as they do from those of the network that was quantized: of
/// 96 outputs of random V3 for 12 images each 36 differed between float32 and float64, by up to 23 steps.
std::vector<torch::Tensor> runQuantized(const QuantizedGraph& graph, const std::vector<torch::Tensor>& images);

}  // namespace zipper
