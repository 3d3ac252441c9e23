// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "core/report/chart_series.h"

namespace zipper {

/// Iterations over which the loss of a step with so many iterations is smoothed: a twentieth, 5 to 100.
int smoothingWindow(std::size_t iterations);

/// Exponential moving average with weight 2/(window+1) for the newest value, without the pull towards zero of its
/// start (Kingma and Ba 2015, section 3). Values that aren't finite stay as they are and don't enter the average.
std::vector<double> smoothed(const std::vector<float>& values, int window);

/// For drawing: the lowest and the highest point of each of `limit`/3 or more equal runs, so that no peak is lost, and
/// its first one that isn't finite. The first and last point stay. Shorter curves stay as they are.
std::vector<ChartPoint> thinned(const std::vector<ChartPoint>& points, std::size_t limit);

}  // namespace zipper
