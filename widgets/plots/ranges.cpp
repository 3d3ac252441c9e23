// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/ranges.h"

#include <algorithm>
#include <cmath>

namespace zipper::plots {

Span valueSpan(const Extremes& extremes, bool logarithmic) {
  if (logarithmic) {
    if (!extremes.anyPositive()) return {0.1, 10};
    const double low = double(extremes.lowestPositive), high = double(extremes.high);
    const double room = std::max(1.08, std::pow(high / low, 0.05));
    return {low / room, high * room};
  }
  if (!extremes.anyFinite()) return {0, 1};
  double low = double(extremes.low);
  const double high = double(extremes.high);
  if (low > 0 && low < 0.5 * high) low = 0;
  const double extent = high - low;
  const double room = extent > 0 ? 0.06 * extent : std::max(0.05 * std::abs(high), 1e-12);
  return {low == 0 && extent > 0 ? 0 : low - room, high + room};
}

Span percentSpan(const std::vector<ScoreLine>& lines, const Span& inView, const std::vector<double>& more) {
  std::vector<double> values = more;
  for (const ScoreLine& line : lines)
    for (const ScorePoint& point : line.points)
      if (point.x >= inView.lower && point.x <= inView.upper) values.push_back(point.percent);
  if (values.empty()) return {0, 100};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double room = std::max(1.0, 0.1 * (*high - *low));
  return {*low - room, *high + room};
}

}  // namespace zipper::plots
