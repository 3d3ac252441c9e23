// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/zippering/comparison.h"

namespace zipper {

/// What the table says about one strategy, over its seeds.
struct StrategyFigures {
  Strategy strategy;
  std::vector<Spread> top1;  ///< per task, at the end; shares
  Spread meanTop1;           ///< over the tasks
  Spread untrained;          ///< mean top-1 where nothing was trained before; no count: not measured
  Spread iterations, seconds;
  /// Runs that came within 1 and 2 points of the teachers, and what they needed until then.
  Spread iterationsWithin1, secondsWithin1, iterationsWithin2, secondsWithin2;
  int runs = 0;
};

/// One per strategy, in the order of the comparison. Strategies without a finished run are left out.
std::vector<StrategyFigures> strategyFigures(const Comparison& comparison);

/// Measured, at a scored moment of a run; NaN if it wasn't, as with the naive baseline.
double speedupAt(const Comparison& comparison, const ComparisonRun& run, const ComparisonPoint& point);

/// What a strategy's layers start from besides the initialization, as it takes effect: "alignment none, nothing fitted,
/// BN per-task"; nothing for the naive baseline, which starts from no teacher.
std::string besidesInitialization(const Comparison& comparison, const Strategy& strategy);

/// A sentence if the strategies don't differ in their initialization alone; empty if they do.
std::string doubtAboutFactors(const Comparison& comparison);

/// The runs of a strategy.
std::vector<const ComparisonRun*> runsOf(const Comparison& comparison, const Strategy& strategy);

}  // namespace zipper
