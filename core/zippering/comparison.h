// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/network/merge_cost.h"
#include "core/network/plan.h"
#include "core/session/kept_comparison.h"
#include "core/zippering/work_estimate.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// "mean" or "mean+weights": an initialization and, behind a plus sign, an alignment. Without one it is what
/// setInitialization() makes of the recipe's defaults, as everything else is. "naive" stands alone. Error for other
/// names.
Strategy strategyFromString(const std::string& text, const Start& defaults);

/// The recipe with all its steps done by this strategy.
Recipe withStrategy(Recipe recipe, const Strategy& strategy);

/// A run that is asked for.
struct PlannedRun {
  Strategy strategy;
  std::uint64_t seed = 0;
};

/// Strategy by strategy, seed by seed.
std::vector<PlannedRun> plannedRuns(const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds);

/// What a queue of runs tells while it works. Any of them may be empty.
struct ComparisonObserver {
  std::function<void(const Strategy& strategy, std::uint64_t seed, int run, int runs)> runStarted;
  std::function<void(const ComparisonRun& run, const StepResult& step)> stepFinished;
  std::function<void(const Comparison& soFar)> runFinished;
  Observer observer;
  std::function<void()> waiting = {};  ///< once, for what other processes still have to do (compareDivided())
};

/// Runs every strategy with every seed from the session's teachers, one after another. The same seed means the same
/// batches and the same calibration images in all strategies but the naive one, which is trained with one schedule over
/// the iterations of the whole plan, by the recipe's default settings, and scored when the others are. Scores all
/// moments on the test sets. Throws Cancelled, Diverged, Error.
Comparison compareStrategies(const Session& start, const std::vector<TaskData>& data,
                             const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                             const ComparisonObserver& observer = {}, const Work& work = {});

/// A comparison that has no runs yet, with the teachers' scores: the session's, or taken now. Throws Cancelled, Error.
Comparison startComparison(const Session& start, const std::vector<TaskData>& data,
                           const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                           const Observer& observer = {}, const Work& work = {});

/// One of the runs; `observer` is told of its steps. Throws as compareStrategies().
ComparisonRun runPlanned(const Session& start, const std::vector<TaskData>& data, const PlannedRun& planned,
                         const ComparisonObserver& observer = {}, const Work& work = {});

/// What compareStrategies() has to do, the scoring of the teachers first where the session doesn't hold their scores.
std::vector<StepWork> comparisonWork(const Session& start, const std::vector<Strategy>& strategies, std::size_t seeds,
                                     const WorkData& data);
/// The same of some of its runs; `teachers`: scores them first.
std::vector<StepWork> comparisonWork(const Session& start, const std::vector<PlannedRun>& runs, bool teachers,
                                     const WorkData& data);

/// Mean and standard deviation (of the sample, n - 1; 0 for one value) over the seeds.
struct Spread {
  double mean = 0, deviation = 0;
  int count = 0;
};
Spread spreadOf(const std::vector<double>& values);

/// The first moment of a run with all layers of the plan merged at which the mean top-1 over the tasks is at most
/// `points` percentage points below the teachers'; null if there is none. Only moments that were scored count.
const ComparisonPoint* firstWithin(const Comparison& comparison, const ComparisonRun& run, double points);

}  // namespace zipper
