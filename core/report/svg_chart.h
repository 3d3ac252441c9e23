// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/report/chart_axis.h"
#include "core/report/chart_series.h"

namespace zipper {

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
