// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

enum class ChartLine { None, Solid, Dashed, Dotted, DashDot, LongDashed, DashDotDot };
enum class ChartMarker { None, Circle, Square, Triangle, Diamond, FallingTriangle, Cross };

struct ChartPoint {
  double x = 0;
  double y = 0;          ///< NaN and infinite ones get a visible mark at the edge and interrupt the line
  bool missing = false;  ///< nothing was measured here: the line is interrupted, without a mark
  std::string label{};   ///< stands above the point
};

/// Points in the order in which a line joins them, and how they look.
struct ChartSeries {
  std::string name;  ///< in the legend; empty: not there
  int color = 0;     ///< index into the colours: blue, vermilion, green, purple, black, olive, violet
  ChartLine line = ChartLine::Solid;
  ChartMarker marker = ChartMarker::None;
  bool faint = false;
  std::vector<ChartPoint> points;
};

}  // namespace zipper
