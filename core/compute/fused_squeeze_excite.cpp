// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_squeeze_excite.h"

#include "core/kernels/gemm.h"

namespace zipper {

namespace {

/// sums[columns] += the rows of values[rows, columns]
void addRows(const float* values, std::int64_t rows, std::int64_t columns, float* sums) {
  for (std::int64_t r = 0; r < rows; ++r)
    for (std::int64_t c = 0; c < columns; ++c) sums[c] += values[r * columns + c];
}

}  // namespace

FusedSqueezeExcite::FusedSqueezeExcite(ConvUnitImpl& squeeze, ConvUnitImpl& excite, std::int64_t pixels)
    : squeeze_{squeeze.conv->weight, squeeze.bias},
      excite_{excite.conv->weight, excite.bias},
      pixels_(pixels),
      channels_(int(excite_.outputs())),
      squeezed_(int(squeeze_.outputs())) {}

void FusedSqueezeExcite::beginForward(std::int64_t images) {
  for (auto* values : {&averages_, &factors_, &gradients_}) values->resize(std::size_t(images * channels_));
  for (auto* values : {&hidden_, &hiddenGradients_}) values->resize(std::size_t(images * squeezed_));
}

void FusedSqueezeExcite::forward(const float* y, const ScaledActivation& how, std::int64_t first, std::int64_t last) {
  float* averages = averages_.data() + first * channels_;
  float* hidden = hidden_.data() + first * squeezed_;
  averageActivated(y + first * pixels_ * channels_, how, last - first, pixels_, channels_, averages);
  squeeze(squeeze_.map(), last - first, averages, hidden);
  excite(excite_.map(), last - first, hidden, factors_.data() + first * channels_);
}

void FusedSqueezeExcite::product(const float* y, const ScaledActivation& how, std::int64_t row, std::int64_t rows,
                                 float* out) const {
  scaleActivated(y, how, factors_.data(), pixels_, row, rows, channels_, out);
}

/// The product's gradient times the maps, summed over the positions, and back through the hard sigmoid.
void FusedSqueezeExcite::factorGradients(const float* gradient, const float* y, const ScaledActivation& how,
                                         std::int64_t first, std::int64_t last) {
  std::vector<double> sums;
  for (std::int64_t n = first; n < last; ++n) {
    const std::int64_t maps = n * pixels_ * channels_;
    sums.assign(std::size_t(channels_), 0.0);
    kernels().sumActivated(y + maps, how, gradient + maps, pixels_, channels_, sums.data());
    for (int c = 0; c < channels_; ++c) {
      const auto at = std::size_t(n * channels_ + c);
      const bool passes = factors_[at] > 0 && factors_[at] < 1;
      gradients_[at] = passes ? float(sums[std::size_t(c)] / 6) : 0.0f;
    }
  }
}

/// Through both linear maps. `share` is [squeeze weight, squeeze bias, excite weight, excite bias].
void FusedSqueezeExcite::backwardMaps(std::int64_t first, std::int64_t last, float* share) {
  const std::int64_t images = last - first, channels = channels_, squeezed = squeezed_;
  const float *averages = averages_.data() + first * channels, *hidden = hidden_.data() + first * squeezed;
  float *outer = gradients_.data() + first * channels, *inner = hiddenGradients_.data() + first * squeezed;
  float *squeezeShare = share, *exciteShare = share + squeezed * (channels + 1);
  addOuterProducts(channels, squeezed, images, outer, hidden, exciteShare);
  addRows(outer, images, channels, exciteShare + channels * squeezed);
  multiply(images, squeezed, channels, outer, excite_.weight.data_ptr<float>(), inner);
  for (std::int64_t i = 0; i < images * squeezed; ++i)
    if (!(hidden[i] > 0)) inner[i] = 0;
  addOuterProducts(squeezed, channels, images, inner, averages, squeezeShare);
  addRows(inner, images, squeezed, squeezeShare + squeezed * channels);
  multiply(images, channels, squeezed, inner, squeeze_.weight.data_ptr<float>(), outer);
  for (std::int64_t i = 0; i < images * channels; ++i) outer[i] /= float(pixels_);
}

void FusedSqueezeExcite::backward(float* gradient, const float* y, FusedBatchNorm& depthwise, std::size_t part,
                                  std::int64_t first, std::int64_t last, MappedFloats& share) {
  share.assign(
      std::size_t(squeezed_) * std::size_t(channels_ + 1) + std::size_t(channels_) * std::size_t(squeezed_ + 1), 0.0f);
  if (first == last) return;
  const ScaledActivation how = depthwise.activation();
  factorGradients(gradient, y, how, first, last);
  backwardMaps(first, last, share.data());
  for (std::int64_t n = first; n < last; ++n) {
    const std::int64_t maps = n * pixels_ * channels_, values = n * channels_;
    kernels().scaledBackward(gradient + maps, y + maps, how, factors_.data() + values, gradients_.data() + values,
                             depthwise.around(), pixels_, channels_, depthwise.sums().first(part),
                             depthwise.sums().second(part));
  }
}

void FusedSqueezeExcite::addShare(float* share) {
  for (Unit* unit : {&squeeze_, &excite_})
    for (torch::Tensor* parameter : {&unit->weight, &unit->bias}) {
      torch::Tensor& gradient = gradientOf(*parameter);
      if (share == nullptr) continue;
      gradient.add_(torch::from_blob(share, parameter->sizes()));
      share += parameter->numel();
    }
}

}  // namespace zipper
