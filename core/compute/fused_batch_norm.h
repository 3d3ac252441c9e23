// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/kernels/kernels.h"
#include "core/network/activation.h"
#include "core/support/libtorch.h"
#include "core/support/mapped_memory.h"
#include "core/support/process_group.h"

namespace zipper {

/// Per channel, two sums per part of the images, added in the order of the parts.
class ChannelSums {
 public:
  void reset(std::size_t parts, int channels);
  double* first(std::size_t part) { return sums_[part].data(); }
  double* second(std::size_t part) { return sums_[part].data() + channels_; }
  /// [2 * channels + 1]: the first sums, then the second, then the counts, over all parts and all processes of a group.
  const std::vector<double>& total(std::int64_t count, const ProcessGroupPtr& group);

 private:
  std::size_t channels_ = 0, parts_ = 0;
  std::vector<std::vector<double>> sums_;
};

/// A batch normalization in training mode and the activation behind it, as per-channel numbers for the kernels.
/// Source of the gradients: Ioffe and Szegedy, "Batch Normalization", 2015, section 3.
class FusedBatchNorm {
 public:
  FusedBatchNorm(torch::nn::BatchNorm2d bn, Activation activation);

  /// What the moments are taken around: the running mean, so that little cancels.
  const float* around() const { return around_.data(); }
  void beginForward(std::size_t parts);
  ChannelSums& sums() { return sums_; }
  /// From the sums of y - around and its square over `count` values per channel (of this process). Updates the
  /// running statistics, without a momentum to the average over all batches so far.
  void endForward(std::int64_t count, const ProcessGroupPtr& group);
  ScaledActivation activation() const { return {scale_.data(), shift_.data(), cap_, floor_, hardSwish_}; }

  void beginBackward(std::size_t parts);
  /// From the sums of the gradient g behind the normalization and of g * (y - around). Adds to the gradients of weight
  /// and bias, with a group this process's share of their sum over all; then dy = a * g + b * y + c.
  void endBackward(std::int64_t count, const ProcessGroupPtr& group);
  const float* a() const { return scale_.data(); }
  const float* b() const { return b_.data(); }
  const float* c() const { return c_.data(); }

 private:
  torch::nn::BatchNorm2d bn_;
  float cap_, floor_;
  bool hardSwish_;
  std::size_t channels_;
  MappedFloats around_, scale_, shift_, b_, c_;
  std::vector<double> mean_, inverse_;  ///< of the batch: mean, 1 / sqrt(variance + epsilon)
  ChannelSums sums_;
};

/// The gradient of a parameter, zeros if there is none yet; its memory order is that of `parameter`.
torch::Tensor& gradientOf(torch::Tensor& parameter);

}  // namespace zipper
