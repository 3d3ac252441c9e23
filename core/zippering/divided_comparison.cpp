// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/divided_comparison.h"

#include <optional>
#include <utility>

#include "core/session/comparison_json.h"

namespace zipper {

namespace {

/// The runs that are finished, as far as they were read.
class GatheredRuns {
 public:
  GatheredRuns(const RunFolder& folder, Comparison& comparison, const ComparisonObserver& observer)
      : folder_(folder), comparison_(comparison), observer_(observer), runs_(folder.size()) {}

  /// Reads what is new, and tells of it.
  void collect() {
    bool grown = false;
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      if (runs_[run]) continue;
      const auto json = folder_.result(run);
      if (!json) continue;
      runs_[run] = comparisonRunFromJson(*json, "finished run");
      grown = true;
    }
    if (!grown) return;
    comparison_.runs.clear();
    for (const auto& run : runs_)
      if (run) comparison_.runs.push_back(*run);
    if (observer_.runFinished) observer_.runFinished(comparison_);
  }

 private:
  const RunFolder& folder_;
  Comparison& comparison_;
  const ComparisonObserver& observer_;
  std::vector<std::optional<ComparisonRun>> runs_;
};

}  // namespace

std::vector<QueuedRun> queuedRuns(const Session& start, const std::vector<PlannedRun>& runs) {
  std::vector<QueuedRun> queued;
  for (const PlannedRun& run : runs) {
    Recipe recipe = withStrategy(start.recipe, run.strategy);
    recipe.seed = run.seed;
    queued.push_back({concat(run.strategy.name, "-seed-", run.seed),
                      dependenceOf(recipe) + (run.strategy.naive ? "naive" : "zippering")});
  }
  return queued;
}

Comparison compareDivided(const Session& start, const std::vector<TaskData>& data,
                          const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                          RunFolder& folder, const ComparisonObserver& observer, const Work& work) {
  Comparison comparison;
  GatheredRuns gathered(folder, comparison, observer);
  const auto collect = [&] {
    if (folder.gathers()) gathered.collect();
  };
  if (folder.gathers()) comparison = startComparison(start, data, strategies, seeds, observer.observer, work);
  collect();
  const std::vector<PlannedRun> runs = plannedRuns(strategies, seeds);
  for (const std::size_t own : folder.own()) {
    const PlannedRun& run = runs[own];
    if (observer.runStarted)
      observer.runStarted(run.strategy, run.seed, int(comparison.runs.size()) + 1, int(runs.size()));
    folder.keep(own, comparisonRunJson(runPlanned(start, data, run, observer, work)));
    collect();
  }
  if (folder.gathers()) folder.waitForOthers(collect, observer.waiting, work.stop);
  return comparison;
}

}  // namespace zipper
