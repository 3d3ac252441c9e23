// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/compute/fused_batch_norm.h"
#include "core/compute/squeeze_excite.h"
#include "core/network/mobilenet.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// The squeeze-and-excite of a FusedStudent's depthwise outputs, forward and backward. Images are each by themselves,
/// so that several threads may work on different ones, and processes on different images share nothing but gradients.
class FusedSqueezeExcite {
 public:
  /// Shares the parameters with the units. `pixels`: of one image's maps.
  FusedSqueezeExcite(ConvUnitImpl& squeeze, ConvUnitImpl& excite, std::int64_t pixels);

  /// Before forward() of so many images.
  void beginForward(std::int64_t images);
  /// The factors of images first ... last - 1. `y`: depthwise outputs of all images, here and below.
  void forward(const float* y, const ScaledActivation& how, std::int64_t first, std::int64_t last);
  /// Rows of the product that the next convolution reads, see scaleActivated(); forward() of their images is over.
  void product(const float* y, const ScaledActivation& how, std::int64_t row, std::int64_t rows, float* out) const;

  /// After forward(), for images first ... last - 1: gradient with respect to the product in, to the normalized
  /// depthwise outputs out. Adds what FusedBatchNorm::endBackward() wants to the sums of that part, and puts these
  /// images' share of the gradients of weights and biases into `share`.
  void backward(float* gradient, const float* y, FusedBatchNorm& depthwise, std::size_t part, std::int64_t first,
                std::int64_t last, MappedFloats& share);
  /// Adds such a share to the gradients; null: none, they are zero if there were none yet.
  void addShare(float* share);

 private:
  struct Unit {
    torch::Tensor weight, bias;
    std::int64_t outputs() const { return weight.size(0); }
    std::int64_t inputs() const { return weight.size(1); }
    LinearMap map() const { return {weight.data_ptr<float>(), bias.data_ptr<float>(), inputs(), outputs()}; }
  };
  void factorGradients(const float* gradient, const float* y, const ScaledActivation& how, std::int64_t first,
                       std::int64_t last);
  void backwardMaps(std::int64_t first, std::int64_t last, float* share);

  Unit squeeze_, excite_;
  std::int64_t pixels_;
  int channels_, squeezed_;
  /// Of each image, forward: averages of its maps, squeezed ones behind ReLU, factors.
  std::vector<float> averages_, hidden_, factors_;
  /// Backward: with respect to the excite's outputs before the hard sigmoid, then to each position by way of the
  /// averages; with respect to the squeeze's outputs before ReLU.
  std::vector<float> gradients_, hiddenGradients_;
};

}  // namespace zipper
