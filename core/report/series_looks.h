// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/chart_series.h"

namespace zipper {

/// The colour of what isn't one of several: the total, the teachers together.
inline constexpr int neutralColor = 4;

/// A series with the look of the task or strategy of that number: each of the first six has a colour, a line and a
/// marker of its own, then they begin again.
ChartSeries seriesWithLook(const std::string& name, int number);

}  // namespace zipper
