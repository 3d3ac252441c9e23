// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/thinned_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zipper::plots {

namespace {

constexpr float interruption = std::numeric_limits<float>::quiet_NaN();

void interrupt(double x, std::vector<LinePoint>& points) {
  if (!points.empty() && !std::isnan(points.back().y)) points.push_back({x, interruption});
}

/// The nearer end of the bin comes first: the line runs through the bins without crossing them, and a curve that only
/// rises or falls has no stairs.
void addSpan(double x, double spread, float low, float high, std::vector<LinePoint>& points) {
  if (low == high) return points.push_back({x, low});
  const float last = points.empty() ? interruption : points.back().y;
  const bool highFirst = !std::isnan(last) && std::abs(high - last) < std::abs(low - last);
  points.push_back({x - spread, highFirst ? high : low});
  points.push_back({x + spread, highFirst ? low : high});
}

void addOdd(double x, const Extremes& span, bool logarithmic, std::vector<OddValue>& odd) {
  if (span.notANumber) odd.push_back({x, OddKind::NotANumber});
  if (span.plusInfinity) odd.push_back({x, OddKind::PlusInfinity});
  if (span.minusInfinity) odd.push_back({x, OddKind::MinusInfinity});
  if (logarithmic && span.low <= 0) odd.push_back({x, OddKind::NotPositive});
}

}  // namespace

std::size_t rowsPerBin(double visibleRows, std::size_t columns) {
  std::size_t rows = 1;
  while (visibleRows / double(rows) > double(std::max<std::size_t>(columns, 1))) rows *= 2;
  return rows;
}

void thin(const ValueTrack& track, const ThinningView& view, ThinnedLine& line) {
  const double size = double(track.size()), bin = double(view.binRows);
  const double firstRow = view.lower - view.offset - 1, lastRow = view.upper - view.offset - 1;
  if (track.empty() || lastRow < -bin || firstRow > size + bin) return;
  const double from = std::max(0.0, std::floor(std::max(0.0, firstRow) / bin) - 1) * bin;
  const double until = std::min(size, (std::floor(std::max(0.0, lastRow) / bin) + 2) * bin);
  for (std::size_t begin = std::size_t(from); begin < std::size_t(until); begin += view.binRows) {
    const std::size_t end = std::min(track.size(), begin + view.binRows);
    const Extremes span = track.extremes(begin, end);
    const double x = view.offset + 1 + 0.5 * double(begin + end - 1);
    const bool inView = view.offset + double(end) >= view.lower && view.offset + double(begin) + 1 <= view.upper;
    if (inView) addOdd(x, span, view.logarithmic, line.odd);
    if (view.logarithmic ? span.anyPositive() : span.anyFinite())
      addSpan(x, 0.25 * double(end - begin), view.logarithmic ? span.lowestPositive : span.low, span.high, line.points);
    else
      interrupt(x, line.points);
  }
  interrupt(view.offset + size, line.points);
}

}  // namespace zipper::plots
