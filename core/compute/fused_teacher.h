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

  /// images: NHWC, `count` of them. taps[layer - 1] receives what each layer hands on, NHWC.
  void forward(const float* images, std::int64_t count, const std::vector<float*>& taps);
  /// What one unit of the plan hands on, NHWC, from what a layer before it does (0: the units before the first; -1:
  /// none, `in` are images).
  void maps(const float* in, int layer, std::int64_t count, int unit, float* out);
  /// Logits [N,classes] from the last taps of N images.
  torch::Tensor logits(const std::vector<const float*>& lastTaps) const;
  const UnitShapes& shapes() const { return shapes_; }

 private:
  struct Scratch {
    MappedFloats patches, maps;
    MappedFloats averages, factors;   ///< of images whose maps are squeezed; of those whose products are wanted
    MappedFloats before, after;       ///< outputs of layers on the way to the one that is wanted
    MappedFloats image[2];            ///< the same, of one image
    std::vector<MappedFloats> units;  ///< of a layer, by their places in it
  };
  /// What a layer's units put out for the images in work, [place + 1]; the first is what the layer reads. Of an excite
  /// the factors: what reads the product multiplies.
  using Outputs = std::vector<const float*>;

  Division prepare(std::int64_t count);
  void oneImage(const float* in, int from, int to, float* out, Scratch& scratch) const;
  void mapsOfPart(const float* in, int layer, std::int64_t count, int wanted, float* out, Scratch& scratch) const;
  void partOfLayer(int wanted, const float* in, std::int64_t images, float* out, Scratch& scratch) const;
  ScaledActivation after(std::size_t unit) const;
  bool isGated(std::size_t depthwise) const;
  void beforeLayers(const float* image, float* out, Scratch& scratch) const;
  void stem(const float* image, float* out, Scratch& scratch) const;
  void depthwise(std::size_t unit, const float* in, std::int64_t images, float* out) const;
  void squeezeMaps(std::size_t unit, const float* in, std::int64_t images, float* out, Scratch& scratch) const;
  void multiplyMaps(std::size_t unit, const float* maps, const float* factors, std::int64_t images, float* out) const;
  void pointwise(std::size_t unit, float* in, const float* factors, std::int64_t images, float* out) const;
  void apply(std::size_t unit, int first, const Outputs& outputs, std::int64_t images, float* out,
             Scratch& scratch) const;
  void units(int first, int last, std::int64_t images, const float* in, float* out, Scratch& scratch) const;
  void layer(int layer, const float* in, std::int64_t images, float* out, Scratch& scratch) const;

  const FoldedNetwork& network_;
  UnitShapes shapes_;
  int alone_ = 0;  ///< the last layer up to which one image is enough work for a product
  MappedFloats ones_;
  std::vector<MappedFloats> kernels_;  ///< [9 or 25][channels] per depthwise unit; empty for others
  std::vector<Weights> products_;      ///< per pointwise unit
  std::vector<Scratch> scratch_;       ///< per thread
};

/// Depthwise weights [C,1,K,K] as the kernels want them, [K * K][C]; and back.
void depthwiseToKernels(const torch::Tensor& weight, MappedFloats& out);
torch::Tensor depthwiseFromKernels(float* weights, std::int64_t channels, std::int64_t kernel);

}  // namespace zipper
