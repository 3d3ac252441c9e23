// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/report/chart_axis.h"

namespace zipper {

enum class ChartLine { None, Solid, Dashed, Dotted, DashDot };
enum class ChartMarker { None, Circle, Square, Triangle, Diamond };

struct ChartPoint {
  double x = 0;
  double y = 0;          ///< NaN and infinite ones get a visible mark at the edge and interrupt the line
  bool missing = false;  ///< nothing was measured here: the line is interrupted, without a mark
  std::string label{};   ///< stands above the point
};

struct ChartSeries {
  std::string name;  ///< in the legend; empty: not there
  int color = 0;     ///< index into the colours (Okabe-Ito): blue, vermilion, green, purple, black
  ChartLine line = ChartLine::Solid;
  ChartMarker marker = ChartMarker::None;
  bool faint = false;
  std::vector<ChartPoint> points;
};

/// A line chart.
struct LineChart {
  std::string title;  ///< for those who can't see it
  std::string xLabel, yLabel;
  bool logarithmicY = false;  ///< zero and negative values then count as outside the axis and get a mark
  AxisLimits yLimits;
  std::vector<ChartTick> xTicks;      ///< empty: nice numbers
  std::vector<ChartTick> boundaries;  ///< vertical lines; the label stands to the right of the line, at the top
  std::string boundaryLabel;          ///< what the labels are, at the left of their row
  std::vector<ChartSeries> series;
};

/// One <svg> element, as it may stand in HTML and in XML. Colours are CSS variables (--chart-0 ... --chart-4,
/// --chart-text, --chart-grid) with those for a white page as fallback. Each series is a <g class="series">; marks of
/// values that can't be drawn have the class "outside".
std::string svgOf(const LineChart& chart);

}  // namespace zipper
