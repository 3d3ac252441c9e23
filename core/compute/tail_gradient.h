// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <vector>

#include "core/compute/unit_shapes.h"
#include "core/kernels/gemm.h"
#include "core/network/folded_network.h"
#include "core/support/libtorch.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// What units put out, by their index, [N,C,H,W] with channels last.
using KnownMaps = std::vector<std::pair<int, torch::Tensor>>;

/// The part of a folded network behind a 1x1 convolution, forward and backward: derivatives with respect to what that
/// convolution puts out, none with respect to weights. By the loops of kernels.h, on all compute threads.
class TailGradient {
 public:
  /// Float32 on the CPU, of a plan that can be fused and has no squeeze-and-excite from this convolution on.
  static bool supports(const FoldedNetwork& network, int unit);

  /// The network must outlive it.
  TailGradient(const FoldedNetwork& network, int unit);

  /// Averages over the last maps, [N,C], from what the convolution puts out before its activation; `known`: what units
  /// before it put out, as far as it is added to something from it on.
  torch::Tensor features(const torch::Tensor& z, const KnownMaps& known);
  /// The derivative of a sum over the same images with respect to z, [N,C,H,W], from that with respect to features().
  torch::Tensor gradient(const torch::Tensor& ofFeatures);

 private:
  ScaledActivation after(int unit) const;
  void convolve(int unit, std::int64_t images, const float* in, float* out) const;
  void forward(int unit, std::int64_t first, std::int64_t last);
  void backward(int unit, std::int64_t first, std::int64_t last, float* gradient, float* next) const;
  void addPending(int unit, std::int64_t first, std::int64_t last, float* gradient) const;
  const torch::Tensor& mapsOf(int unit) const;
  torch::Tensor emptyMaps(int unit, std::int64_t images) const;

  const FoldedNetwork& network_;
  int unit_;
  UnitShapes shapes_;
  MappedFloats ones_;
  std::vector<MappedFloats> kernels_;  ///< [9 or 25][channels] per depthwise unit; empty for others
  KnownMaps known_;
  std::vector<torch::Tensor> outputs_;  ///< of units from unit_ on: before bias and activation
  std::vector<torch::Tensor> maps_;     ///< of the same: what they hand on; on the way back some gradients of that
};

}  // namespace zipper
