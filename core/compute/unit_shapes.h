// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Sizes of one image's maps on their way through a MobileNet, square maps.
struct UnitShapes {
  /// The 3x3 stem; `channels` are those of the image.
  DepthwiseShape stem;
  std::vector<DepthwiseShape> depthwise;  ///< layers 1...13
  std::vector<int> channels;              ///< after the stem and after layers 1...13: 14 numbers

  /// Pixels of the output of the stem (layer 0) or of a layer.
  std::int64_t pixels(int layer) const { return std::int64_t(side(layer)) * side(layer); }
  int side(int layer) const { return layer == 0 ? stem.outHeight : depthwise[std::size_t(layer) - 1].outHeight; }
  /// Values of one image.
  std::int64_t imageSize() const { return std::int64_t(stem.height) * stem.width * stem.channels; }
  /// Channels times pixels of the same.
  std::int64_t size(int layer) const { return pixels(layer) * channels[std::size_t(layer)]; }
  /// Multiply-adds of one image, forward; values that are read and written count as eight.
  std::int64_t work() const;
};

UnitShapes unitShapes(const MobileNetSpec& spec);

/// Rows first ... last of the stem's outputs as patches: 9 * image channels values each, in the order of the kernel's
/// rows, columns, channels. `image` is NHWC.
void gatherPatches(const DepthwiseShape& stem, const float* image, std::int64_t first, std::int64_t last,
                   float* patches);

}  // namespace zipper
