// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zipper {

/// A labelled place on an axis.
struct ChartTick {
  double position = 0;
  std::string label;
};

/// The range of an axis and its ticks.
struct ChartAxis {
  double low = 0;
  double high = 1;
  bool logarithmic = false;
  std::vector<ChartTick> ticks;

  /// 0 at `low`, 1 at `high`.
  double place(double value) const;
};

/// What an axis must not go beyond, e.g. 0 and 100 for percentages.
struct AxisLimits {
  std::optional<double> lowest, highest;
};

/// An axis from nice number to nice number (1, 2 or 5 times a power of ten) around the finite values, with about
/// `ticks` ticks. A logarithmic one looks at the positive values only and is linear if there are none.
ChartAxis niceAxis(const std::vector<double>& values, bool logarithmic, int ticks, const AxisLimits& limits = {});

}  // namespace zipper
