// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zipper {

namespace {

/// Widens [low, high] to the finite numbers; infinite as long as there was none.
void widen(const std::vector<float>& values, double& low, double& high) {
  float smallest = std::numeric_limits<float>::infinity(), largest = -smallest;
  for (float value : values) {
    if (!std::isfinite(value)) continue;
    smallest = std::min(smallest, value);
    largest = std::max(largest, value);
  }
  low = std::min(low, double(smallest));
  high = std::max(high, double(largest));
}

std::vector<int> countsOf(const std::vector<float>& values, double low, double high, int bins) {
  std::vector<int> counts(std::size_t(bins), 0);
  const double perUnit = bins / (high - low);
  for (float value : values) {
    if (!std::isfinite(value)) continue;
    ++counts[std::size_t(std::clamp(int((double(value) - low) * perUnit), 0, bins - 1))];
  }
  return counts;
}

}  // namespace

Histogram histogram(const std::vector<const std::vector<float>*>& sets, int bins) {
  bins = std::max(1, bins);
  Histogram result;
  result.counts.assign(sets.size(), std::vector<int>(std::size_t(bins), 0));
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const auto* set : sets) widen(*set, low, high);
  if (!(low <= high)) return result;
  if (low == high) {
    const double room = low == 0 ? 0.5 : std::abs(low) / 2;
    low -= room;
    high += room;
  }
  result.low = low;
  result.high = high;
  for (std::size_t i = 0; i < sets.size(); ++i) result.counts[i] = countsOf(*sets[i], low, high, bins);
  return result;
}

}  // namespace zipper
