// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/network/plan.h"

namespace zipper {

/// Whether the fused executors can do a plan: a 3x3 stem and then 3x3 depthwise and pointwise convolutions, each of
/// which reads the one before it, behind ReLU, ReLU6 or nothing. A depthwise one reads no other depthwise one. What the
/// stem or a pointwise one hands on may be added to what a later pointwise one puts out; each layer ends with a
/// pointwise one.
bool canBeFused(const NetworkPlan& plan);

/// A convolution of such a plan and one image's maps behind it, square maps.
struct UnitShape {
  UnitKind kind = UnitKind::Stem;
  int layer = 0;
  bool isTap = false;  ///< of its layer, from 1 on
  int addend = -1;     ///< unit whose maps are added; -1: none
  int inputChannels = 0, channels = 0;
  int side = 0;             ///< height = width of the maps
  DepthwiseShape window{};  ///< of the stem (`channels` are those of the image) and of depthwise ones

  bool isDepthwise() const { return kind == UnitKind::Depthwise; }
  std::int64_t pixels() const { return std::int64_t(side) * side; }
  std::int64_t size() const { return pixels() * channels; }
};

/// Sizes of one image's maps on their way through such a network.
struct UnitShapes {
  std::vector<UnitShape> units;
  std::vector<int> taps;  ///< [layer]: its last unit; of layer 0 the one before the first layer

  const UnitShape& operator[](std::size_t unit) const { return units[unit]; }
  int layers() const { return int(taps.size()) - 1; }
  /// Values of one image.
  std::int64_t imageSize() const;
  /// Those of a layer's maps.
  std::int64_t tapSize(int layer) const { return units[std::size_t(taps[std::size_t(layer)])].size(); }
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
