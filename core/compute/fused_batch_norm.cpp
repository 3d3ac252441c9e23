// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_batch_norm.h"

#include <cmath>

namespace zipper {

void ChannelSums::reset(std::size_t parts, int channels) {
  channels_ = std::size_t(channels);
  parts_ = parts;
  if (sums_.size() < parts) sums_.resize(parts);
  for (std::size_t i = 0; i < parts; ++i) sums_[i].assign(2 * channels_ + 1, 0.0);
}

const std::vector<double>& ChannelSums::total(std::int64_t count, const ProcessGroupPtr& group) {
  for (std::size_t part = 1; part < parts_; ++part)
    for (std::size_t i = 0; i < 2 * channels_; ++i) sums_[0][i] += sums_[part][i];
  sums_[0].back() = double(count);
  if (group) group->sum(sums_[0].data(), sums_[0].size());
  return sums_[0];
}

torch::Tensor& gradientOf(torch::Tensor& parameter) {
  torch::Tensor& gradient = parameter.mutable_grad();
  if (!gradient.defined()) gradient = torch::zeros_like(parameter.detach());
  return gradient;
}

FusedBatchNorm::FusedBatchNorm(torch::nn::BatchNorm2d bn, Activation activation)
    : bn_(std::move(bn)),
      cap_(capOf(activation)),
      floor_(floorOf(activation)),
      hardSwish_(activation == Activation::HardSwish),
      channels_(std::size_t(bn_->options.num_features())) {
  for (auto* values : {&around_, &scale_, &shift_, &b_, &c_}) values->resize(channels_);
  mean_.resize(channels_);
  inverse_.resize(channels_);
}

void FusedBatchNorm::beginForward(std::size_t parts) {
  const float* running = bn_->running_mean.data_ptr<float>();
  around_.assign(running, running + channels_);
  sums_.reset(parts, int(channels_));
}

void FusedBatchNorm::endForward(std::int64_t count, const ProcessGroupPtr& group) {
  const std::vector<double>& sums = sums_.total(count, group);
  bn_->num_batches_tracked += 1;
  const auto fixed = bn_->options.momentum();
  const double n = sums.back(), momentum = fixed ? *fixed : 1 / bn_->num_batches_tracked.item<double>();
  const float *weight = bn_->weight.data_ptr<float>(), *bias = bn_->bias.data_ptr<float>();
  float *runningMean = bn_->running_mean.data_ptr<float>(), *runningVariance = bn_->running_var.data_ptr<float>();
  for (std::size_t c = 0; c < channels_; ++c) {
    const double offset = sums[c] / n, variance = std::max(0.0, sums[channels_ + c] / n - offset * offset);
    mean_[c] = double(around_[c]) + offset;
    inverse_[c] = 1 / std::sqrt(variance + bn_->options.eps());
    scale_[c] = float(double(weight[c]) * inverse_[c]);
    shift_[c] = float(double(bias[c]) - mean_[c] * double(scale_[c]));
    runningMean[c] = float((1 - momentum) * double(runningMean[c]) + momentum * mean_[c]);
    runningVariance[c] =
        float((1 - momentum) * double(runningVariance[c]) + momentum * variance * n / std::max(1.0, n - 1));
  }
}

void FusedBatchNorm::beginBackward(std::size_t parts) { sums_.reset(parts, int(channels_)); }

void FusedBatchNorm::endBackward(std::int64_t count, const ProcessGroupPtr& group) {
  const std::vector<double>& sums = sums_.total(count, group);
  const double n = sums.back(), processes = shareOf(group).count;
  float* weightGradient = gradientOf(bn_->weight).data_ptr<float>();
  float* biasGradient = gradientOf(bn_->bias).data_ptr<float>();
  for (std::size_t c = 0; c < channels_; ++c) {
    const double sum = sums[c], offset = mean_[c] - double(around_[c]);
    const double product = (sums[channels_ + c] - sum * offset) * inverse_[c];  // with the normalized y
    weightGradient[c] += float(product / processes);
    biasGradient[c] += float(sum / processes);
    const double scale = double(scale_[c]), slope = scale * inverse_[c] * product / n;
    b_[c] = float(-slope);
    c_[c] = float(slope * mean_[c] - scale * sum / n);
  }
}

}  // namespace zipper
