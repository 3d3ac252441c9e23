// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/chart_axis.h"

#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"

namespace zipper {

namespace {

/// The smallest of 1, 2, 5, 10 times a power of ten that is not below `step`.
double niceStep(double step) {
  const double power = std::pow(10.0, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

std::string tickLabel(double value, double step) {
  if (std::abs(value) >= 1e6 || step < 1e-6) return shortestNumber(float(value));
  const int decimals = std::max(0, int(std::ceil(-std::log10(step) - 1e-9)));
  const std::string text = fixedNumber(value, decimals);
  return text[0] == '-' ? "\u2212" + text.substr(1) : text;
}

ChartAxis linearAxis(double low, double high, int ticks, const AxisLimits& limits) {
  if (high - low < 1e-9 * std::max({1e-6, std::abs(low), std::abs(high)})) {  // one value: some room on both sides
    const double room = low == 0 ? 1 : 0.1 * std::abs(low);
    low -= room;
    high += room;
  }
  const double step = niceStep((high - low) / ticks);
  ChartAxis axis;
  axis.low = std::floor(low / step + 1e-9) * step;
  axis.high = std::ceil(high / step - 1e-9) * step;
  if (limits.lowest) axis.low = std::max(axis.low, *limits.lowest);
  if (limits.highest) axis.high = std::min(axis.high, *limits.highest);
  for (double i = std::ceil(axis.low / step - 1e-9); i * step <= axis.high + 1e-9 * step; ++i)
    axis.ticks.push_back({i * step, tickLabel(i * step, step)});
  return axis;
}

ChartAxis logarithmicAxis(double low, double high) {
  ChartAxis axis;
  axis.logarithmic = true;
  const double decades = std::log10(high / low);
  const std::vector<double> factors = decades > 2.5 ? std::vector<double>{1} : std::vector<double>{1, 2, 5};
  std::vector<double> places;
  const int first = int(std::floor(std::log10(low))), last = int(std::ceil(std::log10(high)));
  const int stride = std::max(1, (last - first) / 8);
  for (int exponent = first; exponent <= last; exponent += factors.size() == 1 ? stride : 1)
    for (const double factor : factors) places.push_back(factor * std::pow(10.0, exponent));
  // From the last tick below the values to the first one above.
  auto begin = std::upper_bound(places.begin(), places.end(), low * (1 + 1e-9));
  if (begin != places.begin()) --begin;
  auto end = std::lower_bound(begin, places.end(), high * (1 - 1e-9));
  if (end == places.end()) --end;
  if (begin == end) begin == places.begin() ? ++end : --begin;
  axis.low = std::min(*begin, low);
  axis.high = std::max(*end, high);
  for (auto at = begin; at <= end; ++at) axis.ticks.push_back({*at, shortestNumber(float(*at))});
  return axis;
}

}  // namespace

double ChartAxis::place(double value) const {
  if (logarithmic) return std::log(value / low) / std::log(high / low);
  return (value - low) / (high - low);
}

ChartAxis niceAxis(const std::vector<double>& values, bool logarithmic, int ticks, const AxisLimits& limits) {
  std::vector<double> usable;
  for (const double value : values)
    if (std::isfinite(value) && (!logarithmic || value > 0)) usable.push_back(value);
  if (usable.empty()) return linearAxis(0, 1, ticks, limits);
  const auto [low, high] = std::minmax_element(usable.begin(), usable.end());
  return logarithmic ? logarithmicAxis(*low, *high) : linearAxis(*low, *high, ticks, limits);
}

}  // namespace zipper
