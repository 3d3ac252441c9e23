// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/network/plan.h"

namespace zipper {

/// Whether the fused executors can do a plan: a 3x3 stem and then 3x3 or 5x5 depthwise and pointwise convolutions, each
/// of which reads the one before it, behind ReLU, ReLU6, hard swish or nothing. A depthwise one reads the stem or a
/// pointwise one; between it and a pointwise one behind it there may be the squeeze and excite of its maps. What the
/// stem or a pointwise one hands on may be added to what a later pointwise one puts out; each layer ends with a
/// pointwise one.
bool canBeFused(const NetworkPlan& plan);

/// A convolution of such a plan and one image's maps behind it, square maps.
struct UnitShape {
  UnitKind kind = UnitKind::Stem;
  int layer = 0;
  bool isTap = false;  ///< of its layer, from 1 on
  int gated = -1;      ///< of an excite: the depthwise unit whose maps it multiplies
  int addend = -1;     ///< unit whose maps are added; -1: none
  int inputChannels = 0, channels = 0;
  int side = 0;             ///< height = width of the maps
  DepthwiseShape window{};  ///< of the stem (`channels` are those of the image) and of depthwise ones

  bool isDepthwise() const { return kind == UnitKind::Depthwise; }
  /// Whether it has batch normalization; otherwise it is a squeeze or an excite.
  bool normalizes() const { return zipper::normalizes(kind); }
  std::int64_t pixels() const { return std::int64_t(side) * side; }
  std::int64_t size() const { return pixels() * channels; }
};

/// Sizes of one image's maps on their way through such a network.
struct UnitShapes {
  std::vector<UnitShape> units;
  std::vector<int> taps;  ///< [layer]: its last unit; of layer 0 the one before the first layer

  const UnitShape& operator[](std::size_t unit) const { return units[unit]; }
  int layers() const { return int(taps.size()) - 1; }
  /// The unit whose maps a pointwise one reads: the one before it; of a product, the depthwise one that is multiplied.
  std::size_t sourceOf(std::size_t pointwise) const;
  bool readsProduct(std::size_t pointwise) const { return units[pointwise - 1].kind == UnitKind::Excite; }
  /// Values of one image.
  std::int64_t imageSize() const;
  /// Pixels of a layer's maps, and their values.
  std::int64_t tapPixels(int layer) const { return units[std::size_t(taps[std::size_t(layer)])].pixels(); }
  std::int64_t tapSize(int layer) const { return units[std::size_t(taps[std::size_t(layer)])].size(); }
  /// Multiply-adds of one image, forward; values that are read and written count as eight.
  std::int64_t work() const;
};

/// The plan can be fused.
UnitShapes unitShapes(const NetworkPlan& plan, Padding padding);

}  // namespace zipper
