// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/squeeze_excite.h"

#include <algorithm>
#include <vector>

#include "core/kernels/gemm.h"

namespace zipper {

namespace {

/// Without what stands behind it.
void multiplyAndShift(const LinearMap& map, std::int64_t images, const float* in, float* out) {
  if (images == 0) return;
  multiplyTransposed(images, map.outputs, map.inputs, in, map.weight, out);
  for (std::int64_t n = 0; n < images; ++n)
    for (std::int64_t i = 0; i < map.outputs; ++i) out[n * map.outputs + i] += map.bias[i];
}

}  // namespace

void averageActivated(const float* y, const ScaledActivation& how, std::int64_t images, std::int64_t pixels,
                      int channels, float* averages) {
  std::vector<double> sums;
  for (std::int64_t n = 0; n < images; ++n) {
    sums.assign(std::size_t(channels), 0.0);
    kernels().sumActivated(y + n * pixels * channels, how, nullptr, pixels, channels, sums.data());
    for (int c = 0; c < channels; ++c) averages[n * channels + c] = float(sums[std::size_t(c)] / double(pixels));
  }
}

void squeeze(const LinearMap& map, std::int64_t images, const float* averages, float* squeezed) {
  multiplyAndShift(map, images, averages, squeezed);
  for (std::int64_t i = 0; i < images * map.outputs; ++i) squeezed[i] = squeezed[i] < 0 ? 0 : squeezed[i];
}

void excite(const LinearMap& map, std::int64_t images, const float* squeezed, float* factors) {
  multiplyAndShift(map, images, squeezed, factors);
  for (std::int64_t i = 0; i < images * map.outputs; ++i) factors[i] = std::clamp(factors[i] + 3, 0.0f, 6.0f) / 6;
}

void scaleActivated(const float* y, const ScaledActivation& how, const float* factors, std::int64_t pixels,
                    std::int64_t row, std::int64_t rows, int channels, float* out) {
  const std::int64_t last = row + rows;
  while (row < last) {
    const std::int64_t image = row / pixels, end = std::min(last, (image + 1) * pixels);
    kernels().activateAndScale(y + row * channels, how, factors + image * channels, end - row, channels, out);
    out += (end - row) * channels;
    row = end;
  }
}

}  // namespace zipper
