// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/report/chart_axis.h"
#include "core/report/chart_series.h"

namespace zipper {

/// The rectangle inside the axes, in SVG units, and the axes that map values to it.
struct PlotArea {
  double left = 0, top = 0, right = 0, bottom = 0;
  ChartAxis x, y;

  double px(double value) const { return left + x.place(value) * (right - left); }
  double py(double value) const { return bottom - y.place(value) * (bottom - top); }
  /// False for what has no place on the y axis: NaN, infinite, and zero or less on a logarithmic one.
  bool canShow(double value) const;
};

/// "var(--chart-2,#009E73)"
std::string chartColor(int index);
/// The style attribute of lines of a series, with its colour, dash and faintness.
std::string lineStyle(const ChartSeries& series);
/// One marker at a place; `title` is shown by browsers when the pointer rests on it, empty: none.
std::string markerAt(const ChartSeries& series, double x, double y, const std::string& title);
/// The mark of a value that has no place on the axis.
std::string outsideMarkAt(int color, double x, double y, const std::string& title);
/// A <text> element; `anchor` is start, middle or end.
std::string textAt(double x, double y, const std::string& anchor, const std::string& text);
std::string lineFrom(double x1, double y1, double x2, double y2, const std::string& style);

/// True if a point of the series will get the mark of values that can't be shown.
bool hasOutsideValues(const ChartSeries& series, const PlotArea& area);
/// The lines and markers of a series: <g class="series">.
std::string seriesGroup(const ChartSeries& series, const PlotArea& area);

}  // namespace zipper
