// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "core/exports/quantization.h"
#include "core/exports/tflite_builder.h"

namespace zipper {

/// Tensors that a convolution or a linear layer reads beside its input.
struct TfliteWeights {
  int weight = -1, bias = -1;
  int factor = -1,
      shift = -1;  ///< what each output channel is multiplied by afterwards, and what is added; -1: neither
};

/// How the numbers of a TensorFlow Lite model are stored, which is all that differs between its precisions. Tensors
/// that are returned have type and quantization, but no name and no shape yet.
class TfliteNumbers {
 public:
  explicit TfliteNumbers(TfliteBuilder& builder) : builder_(builder) {}
  virtual ~TfliteNumbers() = default;

  /// A value of the graph.
  virtual TfliteTensor like(int value) const = 0;
  /// What a node puts into its hard swish.
  virtual TfliteTensor beforeHardSwish(std::size_t node) const = 0;
  /// Of a hard sigmoid, relu6(x + 3) / 6: what relu6 puts out, and whether the 3 is in the bias before it already.
  virtual TfliteTensor upToSix() const = 0;
  virtual bool hasShiftInBias() const = 0;
  /// Adds what a node has of weights, behind whatever computes them from what is stored. `asMaps`: for a 1x1
  /// convolution, if it is a Linear.
  virtual TfliteWeights weightsOf(std::size_t node, bool asMaps) = 0;
  /// Adds a constant of the shape [1].
  virtual int number(const std::string& name, double value) = 0;

 protected:
  TfliteBuilder& builder_;
};

/// Weights in TensorFlow Lite's layout, from PyTorch's: convolutions [out,k,k,in], depthwise ones [1,k,k,C], Linear
/// [out,in] or, `asMaps`, [out,1,1,in].
torch::Tensor inTfliteLayout(const torch::Tensor& weight, GraphOp op, bool asMaps);

/// ExportPrecision::Float32, or Float16: what is finite in it is stored so, and made float32 by a DEQUANTIZE, as
/// TensorFlow's converter does it; runtimes compute that once. Both have to outlive the result.
std::unique_ptr<TfliteNumbers> tfliteFloatNumbers(TfliteBuilder& builder, const InferenceGraph& graph, bool half);
std::unique_ptr<TfliteNumbers> tfliteInt8Numbers(TfliteBuilder& builder, const QuantizedGraph& graph);

}  // namespace zipper
