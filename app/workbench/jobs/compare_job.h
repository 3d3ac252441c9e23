// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/zippering/comparison.h"

namespace zipper {

/// A snapshot of everything that a comparison needs.
struct CompareRequest {
  Session session;  ///< its teachers and its recipe; the steps aren't looked at
  std::vector<TaskData> data;
  std::vector<Strategy> strategies;
  std::vector<std::uint64_t> seeds;
};

/// What a comparison tells the window, in the window's thread.
struct CompareNews {
  std::function<void(const Strategy& strategy, std::uint64_t seed, int run, int runs)> runStarted;
  std::function<void(std::optional<StepTarget> target)> stepStarted;  ///< nothing: the teachers are scored
  /// Of the iterations since the last news, a few times a second.
  std::function<void(const std::vector<float>& losses)> lossesArrived;
  std::function<void(const ComparisonRun& run)> stepFinished;
  std::function<void(const std::shared_ptr<const Comparison>& soFar)> runFinished;
};

/// Runs the queue. Tells progress as a share of all steps. Throws Cancelled, Diverged, Error.
void runComparison(JobContext& context, const CompareRequest& request, const CompareNews& news);

}  // namespace zipper
