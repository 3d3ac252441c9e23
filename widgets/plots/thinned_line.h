// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "widgets/plots/value_track.h"

namespace zipper::plots {

/// Rows that share a place in a plot: a power of two, so that the same rows share it whatever part is looked at and
/// nothing shimmers while the plot scrolls. 1 if there are at most as many rows as columns.
std::size_t rowsPerBin(double visibleRows, std::size_t columns);

enum class OddKind { NotANumber, PlusInfinity, MinusInfinity, NotPositive };
constexpr int oddKinds = 4;

/// A value that has no place on the axis.
struct OddValue {
  double x = 0;
  OddKind kind = OddKind::NotANumber;
};

struct LinePoint {
  double x = 0;
  float y = 0;  ///< NaN: the line is interrupted here
};

/// What is to be drawn of a track.
struct ThinnedLine {
  std::vector<LinePoint> points;
  std::vector<OddValue> odd;
};

/// What is to be thinned, and for which axes. Row i of the track stands at x = offset + i + 1.
struct ThinningView {
  double offset = 0;
  double lower = 0, upper = 1;  ///< the visible part of the x axis
  std::size_t binRows = 1;      ///< of rowsPerBin()
  bool logarithmic = false;     ///< zero and negative values have no place then
};

/// Appends the lowest and the highest value of each bin in view, a quarter of the bin before and behind its middle, and
/// a bin more at both ends so that the line goes on to the edge; and the values in view that have no place on the axis.
/// An interruption follows the last point.
void thin(const ValueTrack& track, const ThinningView& view, ThinnedLine& line);

}  // namespace zipper::plots
