// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/network/plan.h"

namespace zipper {

/// Whether the fused executors can do a plan: a chain of a 3x3 stem and of layers that are a 3x3 depthwise and a
/// pointwise convolution each, all behind ReLU or ReLU6.
bool canBeFused(const NetworkPlan& plan);

/// Sizes of one image's maps on their way through such a network, square maps.
struct UnitShapes {
  /// The 3x3 stem; `channels` are those of the image.
  DepthwiseShape stem;
  std::vector<DepthwiseShape> depthwise;  ///< layers 1, 2, ...
  std::vector<int> channels;              ///< after the stem and after each layer

  int layers() const { return int(depthwise.size()); }
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

/// The plan can be fused.
UnitShapes unitShapes(const NetworkPlan& plan, Padding padding);

/// Rows first ... last of the stem's outputs as patches: 9 * image channels values each, in the order of the kernel's
/// rows, columns, channels. `image` is NHWC.
void gatherPatches(const DepthwiseShape& stem, const float* image, std::int64_t first, std::int64_t last,
                   float* patches);

}  // namespace zipper
