// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/quantized_graph.h"

namespace zipper {

/// Puts weights into a graph whose ranges are known: `constants`, and of each node `weight` and `weightScales`.
///
/// A row's scale is its largest number / 127, times the absolute factor, or more: at least so much that the bias fits
/// into 28 bits, and 2^-30 of a step of the output stands for less than one product. Where that makes no row of a task
/// other than a row of the task before, the two have one constant.
void quantizeWeights(QuantizedGraph& graph);

/// Of a node with weights: the bias in the units of its integers. `bias`: float64 [out].
torch::Tensor quantizedBias(const QuantizedGraph& graph, std::size_t node, const torch::Tensor& bias);

/// The bias of the GraphNode and shiftOfBias(), float64 [out].
torch::Tensor exactBias(const InferenceGraph& graph, const GraphNode& node);

/// What of the integers of a bias is for the activation: shiftOfBias() in their units, rounded, int32 [out].
torch::Tensor stepsOfShift(const QuantizedGraph& graph, std::size_t node);

/// What one step of a bias is, float64 [out]: input scale * weight scale, a product in float32.
torch::Tensor biasScales(const QuantizedGraph& graph, std::size_t node);

}  // namespace zipper
