// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <vector>

#include "core/analysis/float_array.h"

namespace zipper {

/// How numbers become colours.
struct ColorScale {
  enum class Kind {
    Diverging,   ///< -limit...0...limit
    Sequential,  ///< 0...limit
  };
  Kind kind = Kind::Diverging;
  double limit = 1;    ///< > 0; what lies beyond gets the colour of the end
  double largest = 0;  ///< the largest finite absolute value that the scale was made for
  bool clamps() const { return largest > limit; }
};

/// The share of values whose magnitude lies inside a robust scale.
inline constexpr double robustShare = 0.995;

/// A common scale for all arrays: its limit is the 99.5th percentile of the absolute values, or the largest one where
/// that is as good as 0 (nearly everything is 0). Values that aren't finite don't count.
ColorScale robustScale(ColorScale::Kind kind, const std::vector<const FloatArray*>& arrays);

/// One pixel per value; NaN is transparent. `values`: row-major, rows x columns.
QImage arrayImage(const float* values, int rows, int columns, const ColorScale& scale, bool dark);
/// Channel `index` of an array [C,H,W]; a null image if there is none.
QImage channelImage(const FloatArray& maps, int index, const ColorScale& scale, bool dark);
/// The whole array at one pixel per value: a matrix [R,C] as it is, maps [C,H,W] as a square mosaic, one transparent
/// pixel apart, channel after channel in reading order.
QImage wholeImage(const FloatArray& array, const ColorScale& scale, bool dark);

}  // namespace zipper
