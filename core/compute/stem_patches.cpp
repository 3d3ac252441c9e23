// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/stem_patches.h"

#include <algorithm>
#include <type_traits>

namespace zipper {

namespace {

constexpr int kernel = 3;

/// Pixels first ... last of row y of the outputs. `channels` is a constant where images are coloured, so that the
/// copies become moves of registers.
template <typename Channels>
void gatherRow(const DepthwiseShape& stem, Channels channels, const float* image, int y, int first, int last,
               float* patches) {
  const std::int64_t line = std::int64_t(stem.width) * channels;
  for (int x = first; x < last; ++x, patches += kernel * kernel * channels) {
    const int left = x * stem.stride - stem.left;
    const bool inside = left >= 0 && left + kernel <= stem.width;
    for (int k = 0; k < kernel; ++k) {
      const int row = y * stem.stride + k - stem.top;
      float* to = patches + k * kernel * channels;
      if (row < 0 || row >= stem.height) {
        std::fill_n(to, kernel * channels, 0.0f);
        continue;
      }
      const float* from = image + row * line + std::int64_t(left) * channels;
      if (inside) {
        std::copy_n(from, kernel * channels, to);
        continue;
      }
      for (int i = 0; i < kernel; ++i)
        for (int c = 0; c < channels; ++c) {
          const bool isThere = left + i >= 0 && left + i < stem.width;
          to[i * channels + c] = isThere ? from[i * channels + c] : 0.0f;
        }
    }
  }
}

}  // namespace

void gatherPatches(const DepthwiseShape& stem, const float* image, std::int64_t first, std::int64_t last,
                   float* patches) {
  const std::int64_t patch = std::int64_t(kernel) * kernel * stem.channels;
  while (first < last) {
    const auto y = int(first / stem.outWidth), x = int(first % stem.outWidth);
    const auto end = int(std::min<std::int64_t>(stem.outWidth, x + last - first));
    if (stem.channels == 3)
      gatherRow(stem, std::integral_constant<int, 3>(), image, y, x, end, patches);
    else
      gatherRow(stem, stem.channels, image, y, x, end, patches);
    patches += (end - x) * patch;
    first += end - x;
  }
}

}  // namespace zipper
