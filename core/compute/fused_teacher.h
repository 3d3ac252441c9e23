// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/compute/image_threads.h"
#include "core/compute/unit_shapes.h"
#include "core/kernels/gemm.h"
#include "core/network/folded_network.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// The maps of a frozen network, for the fused training step above all: the same numbers as FoldedNetwork::forward() up
/// to rounding, written where they are wanted.
class FusedTeacher {
 public:
  /// The network must outlive this object; its plan can be fused, see canBeFused().
  explicit FusedTeacher(const FoldedNetwork& network, Precision precision = Precision::Float32);

  /// images: NHWC, `count` of them. taps[layer - 1] receives the pointwise outputs of each layer after
  /// the activation, NHWC.
  void forward(const float* images, std::int64_t count, const std::vector<float*>& taps);
  /// Those of one layer only: the outputs of the stem (layer 0) or of a layer or, with `depthwise`, what the depthwise
  /// convolution of a layer hands to the pointwise one; after the activation, NHWC.
  void maps(const float* images, std::int64_t count, int layer, bool depthwise, float* out);
  /// Logits [N,classes] from the last taps.
  torch::Tensor logits(const float* lastTaps, std::int64_t count) const;
  const UnitShapes& shapes() const { return shapes_; }

 private:
  struct Scratch {
    MappedFloats patches, maps, depthwise;
    MappedFloats before, after;  ///< outputs of layers on the way to the one that is wanted
  };
  Division prepare(std::int64_t count);
  void mapsOfPart(const float* images, std::int64_t count, int wanted, bool depthwiseOnly, float* out,
                  Scratch& scratch) const;
  ScaledActivation after(std::size_t unit) const;
  void stem(const float* image, float* out, Scratch& scratch) const;
  void depthwise(int layer, const float* in, std::int64_t images, float* out) const;
  void layer(int layer, const float* in, std::int64_t images, float* out, Scratch& scratch) const;

  const FoldedNetwork& network_;
  UnitShapes shapes_;
  std::vector<float> ones_;
  std::vector<std::vector<float>> depthwiseWeights_;  ///< [9][channels] per layer
  std::vector<Weights> pointwiseWeights_;
  std::vector<Scratch> scratch_;  ///< per thread
};

/// Depthwise weights [C,1,3,3] as the kernels want them, [9][C]; and back.
void depthwiseToKernels(const torch::Tensor& weight, std::vector<float>& out);
torch::Tensor depthwiseFromKernels(float* weights, std::int64_t channels);

}  // namespace zipper
