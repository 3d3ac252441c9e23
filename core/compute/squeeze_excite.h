// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/kernels/kernels.h"

namespace zipper {

/// Squeeze-and-excite of depthwise outputs y, NHWC, behind their batch normalization and activation. Source: Hu et al.,
/// "Squeeze-and-Excitation Networks", 2018, section 3; Howard et al., "Searching for MobileNetV3", 2019, section 5.3.

/// A 1x1 convolution of maps of one pixel, with a bias.
struct LinearMap {
  const float* weight = nullptr;  ///< [outputs, inputs]
  const float* bias = nullptr;    ///< [outputs]
  std::int64_t inputs = 0, outputs = 0;
};

/// The averages of some images' maps, [images, channels].
void averageActivated(const float* y, const ScaledActivation& how, std::int64_t images, std::int64_t pixels,
                      int channels, float* averages);
/// [images, inputs] -> [images, outputs], behind ReLU.
void squeeze(const LinearMap& map, std::int64_t images, const float* averages, float* squeezed);
/// The same behind the hard sigmoid: a factor per image and channel.
void excite(const LinearMap& map, std::int64_t images, const float* squeezed, float* factors);
/// The products: rows row ... row + rows - 1 of all images' maps, times the factors of the image that each is of. `y`
/// and `factors` begin with the first image, `out` with the first of the rows; it may be the place of the same rows of
/// y.
void scaleActivated(const float* y, const ScaledActivation& how, const float* factors, std::int64_t pixels,
                    std::int64_t row, std::int64_t rows, int channels, float* out);

}  // namespace zipper
