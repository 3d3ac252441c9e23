// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/zippering/comparison.h"
#include "core/zippering/run_folder.h"

namespace zipper {

/// The runs as a RunFolder knows them: "mean-seed-1", ...
std::vector<QueuedRun> queuedRuns(const Session& start, const std::vector<PlannedRun>& runs);

/// compareStrategies() whose runs are kept in a folder made for queuedRuns() of plannedRuns(): those that are there are
/// taken, and this process does its own of the others. Rank 0 gathers what other processes finish until none of them
/// works any more, and gets all runs that are finished then; `observer.runFinished` is called whenever there are more.
/// The others get none. Throws as compareStrategies().
Comparison compareDivided(const Session& start, const std::vector<TaskData>& data,
                          const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                          RunFolder& folder, const ComparisonObserver& observer = {}, const Work& work = {});

}  // namespace zipper
