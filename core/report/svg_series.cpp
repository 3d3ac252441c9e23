// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <cmath>

#include "core/report/svg_parts.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

std::string number(double value) { return fixedNumber(value, 2); }

std::string titleElement(const std::string& title) {
  return title.empty() ? "" : concat("<title>", escapeXml(title), "</title>");
}

const char* dashOf(ChartLine line) {
  switch (line) {
    case ChartLine::Dashed:
      return "8 4";
    case ChartLine::Dotted:
      return "2 4";
    case ChartLine::DashDot:
      return "10 3 2 3";
    case ChartLine::LongDashed:
      return "18 5";
    case ChartLine::DashDotDot:
      return "9 3 2 3 2 3";
    case ChartLine::None:
    case ChartLine::Solid:
      break;
  }
  return "";
}

std::string polyline(const std::string& points, const std::string& style) {
  return concat("<polyline points=\"", points, "\" style=\"", style, "\"/>");
}

/// One polyline for each run of points that follow each other without an interruption.
std::string linesOf(const ChartSeries& series, const PlotArea& area) {
  if (series.line == ChartLine::None) return "";
  std::string result, run;
  const std::string style = lineStyle(series);
  int length = 0;
  const auto finish = [&] {
    // A single point between two gaps would be invisible as a line of no length.
    if (length == 1) run += " " + run;
    if (length > 0) result += polyline(run, style);
    run.clear();
    length = 0;
  };
  for (const ChartPoint& point : series.points) {
    if (point.missing || !area.canShow(point.y)) {
      finish();
      continue;
    }
    run += concat(length > 0 ? " " : "", number(area.px(point.x)), ",", number(area.py(point.y)));
    ++length;
  }
  finish();
  return result;
}

std::string pointTitle(const ChartSeries& series, const ChartPoint& point) {
  return concat(series.name, series.name.empty() ? "" : ": ", fixedNumber(point.y, 2));
}

std::string marksOf(const ChartSeries& series, const PlotArea& area) {
  std::string result;
  for (const ChartPoint& point : series.points) {
    if (point.missing) continue;
    if (area.canShow(point.y)) {
      result += markerAt(series, area.px(point.x), area.py(point.y), pointTitle(series, point));
      if (!point.label.empty()) result += textAt(area.px(point.x), area.py(point.y) - 9, "middle", point.label);
      continue;
    }
    const bool below = point.y <= 0;  // false for NaN
    result += outsideMarkAt(series.color, area.px(point.x), below ? area.bottom : area.top,
                            concat(shortestNumber(point.y), " at ", shortestNumber(point.x)));
  }
  return result;
}

}  // namespace

bool PlotArea::canShow(double value) const { return std::isfinite(value) && (!y.logarithmic || value > 0); }

std::string chartColor(int index) {
  static const std::array<const char*, 7> onWhite{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                                  "#000000", "#7A7400", "#5B3DB8"};
  const std::size_t color = std::size_t(std::max(index, 0)) % onWhite.size();
  return concat("var(--chart-", color, ",", onWhite[color], ")");
}

std::string lineStyle(const ChartSeries& series) {
  std::string style = concat("fill:none;stroke:", chartColor(series.color));
  style += series.faint ? ";stroke-width:1;stroke-opacity:.35" : ";stroke-width:2.2";
  style += ";stroke-linejoin:round;stroke-linecap:round";
  const std::string dash = dashOf(series.line);
  return dash.empty() ? style : style + ";stroke-dasharray:" + dash;
}

std::string markerAt(const ChartSeries& series, double x, double y, const std::string& title) {
  const std::string color = chartColor(series.color);
  const std::string style =
      concat("style=\"stroke:", color, ";stroke-width:1.6;fill:", series.faint ? "none;stroke-opacity:.8" : color,
             "\">", titleElement(title));
  const auto path = [&](std::initializer_list<std::array<double, 2>> corners) {
    std::string d;
    for (const auto& [dx, dy] : corners) d += concat(d.empty() ? "M" : "L", number(x + dx), " ", number(y + dy));
    return concat("<path d=\"", d, "Z\" ", style, "</path>");
  };
  switch (series.marker) {
    case ChartMarker::None:
      return "";
    case ChartMarker::Circle:
      return concat("<circle cx=\"", number(x), "\" cy=\"", number(y), "\" r=\"4\" ", style, "</circle>");
    case ChartMarker::Square:
      return path({{-3.6, -3.6}, {3.6, -3.6}, {3.6, 3.6}, {-3.6, 3.6}});
    case ChartMarker::Triangle:
      return path({{0, -5}, {4.6, 3.4}, {-4.6, 3.4}});
    case ChartMarker::Diamond:
      return path({{0, -5.2}, {5.2, 0}, {0, 5.2}, {-5.2, 0}});
    case ChartMarker::FallingTriangle:
      return path({{0, 5}, {4.6, -3.4}, {-4.6, -3.4}});
    case ChartMarker::Cross:
      return path({{-1.6, -4.8},
                   {1.6, -4.8},
                   {1.6, -1.6},
                   {4.8, -1.6},
                   {4.8, 1.6},
                   {1.6, 1.6},
                   {1.6, 4.8},
                   {-1.6, 4.8},
                   {-1.6, 1.6},
                   {-4.8, 1.6},
                   {-4.8, -1.6},
                   {-1.6, -1.6}});
  }
  return "";
}

std::string outsideMarkAt(int color, double x, double y, const std::string& title) {
  const auto stroke = [&](double dy) {
    return concat("M", number(x - 5), " ", number(y - dy), "L", number(x + 5), " ", number(y + dy));
  };
  return concat("<path class=\"outside\" d=\"", stroke(5), stroke(-5),
                "\" style=\"fill:none;stroke:", chartColor(color), ";stroke-width:2.4\">", titleElement(title),
                "</path>");
}

std::string textAt(double x, double y, const std::string& anchor, const std::string& text) {
  return concat("<text x=\"", number(x), "\" y=\"", number(y), "\" text-anchor=\"", anchor, "\">", escapeXml(text),
                "</text>");
}

std::string lineFrom(double x1, double y1, double x2, double y2, const std::string& style) {
  return concat("<line x1=\"", number(x1), "\" y1=\"", number(y1), "\" x2=\"", number(x2), "\" y2=\"", number(y2),
                "\" style=\"", style, "\"/>");
}

bool hasOutsideValues(const ChartSeries& series, const PlotArea& area) {
  return std::any_of(series.points.begin(), series.points.end(),
                     [&](const ChartPoint& point) { return !point.missing && !area.canShow(point.y); });
}

std::string seriesGroup(const ChartSeries& series, const PlotArea& area) {
  return concat("<g class=\"series\">", linesOf(series, area), marksOf(series, area), "</g>\n");
}

}  // namespace zipper
