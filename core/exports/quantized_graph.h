// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/exports/inference_graph.h"

namespace zipper {

/// What the int8 numbers q, -128 to 127, of a value mean: scale * (q - zeroPoint). Zero is always one of them.
struct ValueRange {
  float scale = 1;
  std::int32_t zeroPoint = 0;

  friend bool operator==(const ValueRange& a, const ValueRange& b) {
    return a.scale == b.scale && a.zeroPoint == b.zeroPoint;
  }
};

/// What a hard sigmoid puts out in steps of: 1/255, as a number so short that six times it is a float, too. A file that
/// has relu6 and a division by 6 for it rounds to the same integers.
inline constexpr float hardSigmoidScale = 0x1.0101p-8f;

/// What the integers of a bias before an activation mean more than the bias: a hard sigmoid is relu6(x + 3) / 6, whose
/// 3 is in the bias, so that it is rounded in one place.
inline constexpr double shiftOfBias(Activation activation) { return activation == Activation::HardSigmoid ? 3 : 0; }

/// int8 weights in PyTorch's layout, -127 to 127, to be multiplied by a scale for each row of the first axis.
struct QuantizedConstant {
  std::string name;      ///< unique
  int source = -1;       ///< index into InferenceGraph::constants
  torch::Tensor values;  ///< int8, contiguous, of the shape of the source
};

/// What a convolution or a linear layer computes with instead of weight, factor and bias of its GraphNode.
struct QuantizedNode {
  int weight = -1;                  ///< index into QuantizedGraph::constants; -1: the node has no weights
  std::vector<float> weightScales;  ///< one an output channel; the node's factor is in them. Of a Linear all are equal
  torch::Tensor bias;               ///< int32 [out], in units of input scale * weight scale; with shiftOfBias()
  /// Of a hard swish, which integer runtimes compute by itself: the range of what goes into it. Empty for all other
  /// activations: they cut off what is between the integer sum and the output, or are a hard sigmoid (see below).
  std::optional<ValueRange> beforeActivation;
};

/// A graph in integers of 8 bits, as TensorFlow Lite and ONNX's QDQ form have it (Jacob et al., "Quantization and
/// Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference", 2018): maps and vectors with one scale
/// and zero point each, weights symmetric with a scale for each output channel, biases int32.
///
/// Weights that several tasks share are one constant, although each task has batch normalization of its own behind it:
/// a positive factor of a row changes its scale alone. A task with a factor that isn't positive somewhere, or so small
/// that its bias would not fit, has a constant of its own.
///
/// A Linear has one scale for all of its rows, as runtimes for phones have only lately known more.
///
/// What runtimes ask of certain ranges:
/// - Softmax puts out scale 1/256, zero point -128 (TensorFlow Lite's rule).
/// - A hard sigmoid puts out hardSigmoidScale, zero point -128: 0 to 1. With 3 in the bias of its layer, relu6 and a
///   sixth are left of it; rounded to steps six times as large before the sixth, it gives the same integers.
/// - AveragePool has a range of its own at the output (MEAN, GlobalAveragePool), which isn't that of its input, as
///   AVERAGE_POOL_2D and RESHAPE of TensorFlow Lite would want it.
/// - ReLU and ReLU6 put out a zero point of -128: cutting off at -128 is the ReLU. The cap of ReLU6 may be above the
///   range, so that 127 stands for less than 6.
struct QuantizedGraph {
  InferenceGraph graph;            ///< as it was in float32
  std::vector<ValueRange> ranges;  ///< of each of its values
  std::vector<QuantizedConstant> constants;
  std::vector<QuantizedNode> nodes;  ///< of each of its nodes
};

/// Bytes of weights, scales and biases.
std::int64_t bytesOfConstants(const QuantizedGraph& graph);

}  // namespace zipper
