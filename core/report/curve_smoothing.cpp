// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/curve_smoothing.h"

#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

/// Adds the points of a run that must be seen, in their order.
void keepExtremes(const std::vector<ChartPoint>& points, std::size_t begin, std::size_t end,
                  std::vector<ChartPoint>& kept) {
  std::size_t lowest = end, highest = end, odd = end;
  for (std::size_t i = begin; i < end; ++i) {
    if (!std::isfinite(points[i].y)) {
      odd = std::min(odd, i);
      continue;
    }
    if (lowest == end || points[i].y < points[lowest].y) lowest = i;
    if (highest == end || points[i].y > points[highest].y) highest = i;
  }
  std::vector<std::size_t> chosen{lowest, highest, odd};
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  for (const std::size_t i : chosen)
    if (i != end) kept.push_back(points[i]);
}

}  // namespace

int smoothingWindow(std::size_t iterations) { return int(std::clamp<std::size_t>(iterations / 20, 5, 100)); }

std::vector<double> smoothed(const std::vector<float>& values, int window) {
  const double share = 2.0 / (window + 1.0);
  std::vector<double> result;
  result.reserve(values.size());
  double sum = 0, weight = 0;
  for (const float value : values) {
    if (!std::isfinite(value)) {
      result.push_back(double(value));
      continue;
    }
    sum += share * (double(value) - sum);
    weight += share * (1 - weight);
    result.push_back(sum / weight);
  }
  return result;
}

std::vector<ChartPoint> thinned(const std::vector<ChartPoint>& points, std::size_t limit) {
  if (points.size() <= limit || points.size() < 3) return points;
  const bool odd = std::any_of(points.begin(), points.end(), [](const auto& p) { return !std::isfinite(p.y); });
  const std::size_t inner = points.size() - 2;
  const std::size_t runs = std::max<std::size_t>(1, (std::max<std::size_t>(limit, 4) - 2) / (odd ? 3 : 2));
  std::vector<ChartPoint> kept{points.front()};
  for (std::size_t run = 0; run < runs; ++run)
    keepExtremes(points, 1 + inner * run / runs, 1 + inner * (run + 1) / runs, kept);
  kept.push_back(points.back());
  return kept;
}

}  // namespace zipper
