// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/exports/export_options.h"
#include "core/network/merged_network.h"

namespace zipper {

/// What a node of an InferenceGraph computes.
enum class GraphOp {
  Convolution,  ///< weight [out,in,k,k]
  Depthwise,    ///< weight [C,1,k,k]
  Linear,       ///< weight [out,in], of a vector
  AveragePool,  ///< of all positions: maps to a vector
  Multiply,     ///< maps (the first input) by a vector, one factor a channel
  Add,          ///< of two maps of one shape
  Softmax,      ///< of a vector
};

/// A value that is computed, or an input: for one image maps [channels,size,size], or a vector [channels].
struct GraphValue {
  std::string name;  ///< of inputs and outputs that of the file, otherwise that of the node
  int channels = 0;
  int size = 0;  ///< height = width; 0: a vector
};

/// Weights: float32, contiguous, in PyTorch's layout. What several tasks share is one constant.
struct GraphConstant {
  std::string name;
  torch::Tensor values;
};

/// activation(factor * op(inputs) + bias), factor and bias one number an output channel.
struct GraphNode {
  GraphOp op = GraphOp::Convolution;
  std::string name;         ///< "a.layers.3.project", "shared.stem", "b.head"; unique
  std::vector<int> inputs;  ///< indices into InferenceGraph::values
  int output = -1;          ///< the same
  int weight = -1;          ///< indices into InferenceGraph::constants; -1: none
  int factor = -1;
  int bias = -1;
  int stride = 1;
  std::array<int, 4> pads{};  ///< zeros around the maps: top, left, bottom, right
  Activation activation = Activation::None;
};

/// What one task reads and gives.
struct GraphTask {
  std::string letter;  ///< "a"; of the only task empty
  MobileNetSpec spec;
  int input = -1;   ///< index into InferenceGraph::values; tasks with a trunk have one input in common
  int output = -1;  ///< logits, or what softmax makes of them; features without a head
};

/// A network as other programs run it: batch normalization folded into the weights, every operation on its own, a
/// list in an order in which it can be computed. Where tasks share the weights of a convolution, but not its batch
/// normalization, the weights are one constant and each task has a factor and a bias behind it.
struct InferenceGraph {
  std::vector<GraphValue> values;
  std::vector<GraphConstant> constants;
  std::vector<GraphNode> nodes;
  std::vector<GraphTask> tasks;
};

/// The graph of all tasks, or of one network. Throws Error for names that are empty, not ASCII letters, digits and
/// any of "_.-", used twice, or of another number.
InferenceGraph inferenceGraph(MergedNetwork& network, const GraphNames& names = {});
InferenceGraph inferenceGraph(MobileNet& network, const GraphNames& names = {});

/// The names with what stands for those that aren't chosen. `inputs`: how many there are; `heads`: of each task whether
/// it has classes; `letters`: there may be several tasks. Error as above.
GraphNames completedNames(GraphNames names, std::size_t inputs, const std::vector<bool>& heads, bool letters);

/// Bytes of the constants as float32.
std::int64_t bytesOfConstants(const InferenceGraph& graph);

}  // namespace zipper
