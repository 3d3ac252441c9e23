// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/report/svg_chart.h"
#include "core/zippering/comparison.h"

namespace zipper {

struct ComparisonFigure {
  std::string name;  ///< of a file, without extension: "top1-by-layers", "top1-by-speedup", "convergence"
  std::string heading, caption;
  LineChart chart;
};

/// Those that there is anything to show in. Top-1 is the mean over the tasks and seeds, after each step; speedups are
/// measured, and only charted if the plan has a trunk; convergence is the total loss over the iterations, smoothed.
std::vector<ComparisonFigure> comparisonCharts(const Comparison& comparison);

}  // namespace zipper
