// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/svg_chart.h"

#include <algorithm>
#include <cmath>

#include "core/report/series_looks.h"
#include "core/report/svg_parts.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

constexpr double width = 960, plotHeight = 300, fontSize = 14, characterWidth = 7.6;
constexpr double leftMargin = 76, rightMargin = 18, legendRow = 22, sampleWidth = 34;
constexpr std::size_t longestName = 60;

const std::string gridStyle = "stroke:var(--chart-grid,#d8d8d8);stroke-width:1";
const std::string frameStyle = "stroke:var(--chart-text,#1a1a1a);stroke-width:1";
const std::string boundaryStyle =
    "stroke:var(--chart-text,#1a1a1a);stroke-width:1;stroke-opacity:.4;"
    "stroke-dasharray:2 3";

double textWidth(const std::string& text) { return characterWidth * double(characterCount(text)); }

/// Draws from top to bottom; `y_` is where the next thing begins.
class ChartWriter {
 public:
  explicit ChartWriter(const LineChart& chart) : chart_(chart) {
    area_.left = leftMargin;
    area_.right = width - rightMargin;
    chooseAxes();
  }

  std::string write() {
    writeLegend();
    if (!chart_.boundaries.empty()) y_ += 26;
    area_.top = y_ + 18;
    area_.bottom = area_.top + plotHeight;
    writeBoundaries();
    writeAxes();
    for (const ChartSeries& series : chart_.series) body_ += seriesGroup(series, area_);
    const std::string height = fixedNumber(area_.bottom + 52, 0);
    return concat("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", fixedNumber(width, 0), " ", height,
                  "\" role=\"img\" font-family=\"system-ui,sans-serif\" font-size=\"", fixedNumber(fontSize, 0),
                  "\" style=\"fill:var(--chart-text,#1a1a1a)\">\n<title>", escapeXml(chart_.title), "</title>\n", body_,
                  "</svg>\n");
  }

 private:
  void chooseAxes() {
    std::vector<double> xs, ys;
    for (const ChartSeries& series : chart_.series)
      for (const ChartPoint& point : series.points)
        if (!point.missing) {
          xs.push_back(point.x);
          ys.push_back(point.y);
        }
    area_.y = niceAxis(ys, chart_.logarithmicY, 6, chart_.yLimits);
    AxisLimits exact;
    const auto [low, high] = std::minmax_element(xs.begin(), xs.end());
    if (!xs.empty() && *low < *high) exact = {*low, *high};
    area_.x = niceAxis(xs, false, 10, exact);
    if (!chart_.xTicks.empty()) area_.x.ticks = chart_.xTicks;
  }

  void writeLegend() {
    double x = area_.left;
    y_ = legendRow;
    const auto place = [&](const std::string& name) {
      const double needed = sampleWidth + 8 + textWidth(name);
      if (x > area_.left && x + needed > width) {
        x = area_.left;
        y_ += legendRow;
      }
      body_ += textAt(x + sampleWidth + 8, y_, "start", name);
      const double start = x;
      x += needed + 20;
      return start;
    };
    bool outside = false;
    for (const ChartSeries& series : chart_.series) {
      outside = outside || hasOutsideValues(series, area_);
      if (series.name.empty()) continue;
      const double at = place(shortened(series.name, longestName)), middle = y_ - fontSize / 3;
      if (series.line != ChartLine::None) body_ += lineFrom(at, middle, at + sampleWidth, middle, lineStyle(series));
      body_ += markerAt(series, at + sampleWidth / 2, middle, "");
    }
    if (!outside) return;
    const double at =
        place(chart_.logarithmicY ? "not a number, infinite, or not above 0" : "not a number or infinite");
    body_ += outsideMarkAt(neutralColor, at + sampleWidth / 2, y_ - fontSize / 3, "");
  }

  void writeBoundaries() {
    const double row = area_.top - 12;
    double free = area_.left;
    if (!chart_.boundaries.empty() && !chart_.boundaryLabel.empty())
      body_ += textAt(area_.left - 8, row, "end", chart_.boundaryLabel);
    for (const ChartTick& boundary : chart_.boundaries) {
      const double x = area_.px(boundary.position);
      body_ += lineFrom(x, area_.top - 10, x, area_.bottom, boundaryStyle);
      if (x < free || x + textWidth(boundary.label) > width) continue;  // no room: the line alone
      body_ += textAt(x, row, "start", boundary.label);
      free = x + textWidth(boundary.label) + 4;
    }
  }

  void writeAxes() {
    for (const ChartTick& tick : area_.y.ticks) {
      const double y = area_.py(tick.position);
      body_ += lineFrom(area_.left, y, area_.right, y, gridStyle);
      body_ += textAt(area_.left - 8, y + fontSize / 3, "end", tick.label);
    }
    double free = 0;
    for (const ChartTick& tick : area_.x.ticks) {
      const double x = area_.px(tick.position), half = textWidth(tick.label) / 2;
      body_ += lineFrom(x, area_.bottom, x, area_.bottom + 5, frameStyle);
      if (x - half < free || x + half > width) continue;
      body_ += textAt(x, area_.bottom + 20, "middle", tick.label);
      free = x + half + 6;
    }
    body_ += lineFrom(area_.left, area_.bottom, area_.right, area_.bottom, frameStyle);
    body_ += lineFrom(area_.left, area_.top, area_.left, area_.bottom, frameStyle);
    body_ += textAt((area_.left + area_.right) / 2, area_.bottom + 44, "middle", chart_.xLabel);
    const double middle = (area_.top + area_.bottom) / 2;
    body_ += concat("<g transform=\"rotate(-90 18 ", fixedNumber(middle, 1), ")\">",
                    textAt(18, middle, "middle", chart_.yLabel), "</g>\n");
  }

  const LineChart& chart_;
  PlotArea area_;
  std::string body_;
  double y_ = 0;
};

}  // namespace

std::string svgOf(const LineChart& chart) { return ChartWriter(chart).write(); }

}  // namespace zipper
