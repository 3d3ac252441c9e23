// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// A snapshot of everything that a run needs.
struct RunRequest {
  Session session;
  std::vector<TaskData> data;                    ///< with withScoringSamples() where the answer is waited for
  std::vector<StepPlan> plans;                   ///< in order
  std::string recoveryFile;                      ///< the session is saved there after every step; empty: not at all
  std::shared_ptr<StepMemory> memory = nullptr;  ///< see RunOptions
};

/// What a run tells the window, in the window's thread.
struct RunNews {
  std::function<void(const Scores&)> teachersScored;  ///< on these data: see areOfSample()
  std::function<void(const std::shared_ptr<const StepResult>&)> stepFinished;
};

/// Scores the teachers if that wasn't done yet on these data, then runs the steps one after the other (see runSteps()
/// in zippering.h): what can't be done is said before the first. Throws Cancelled, Error.
void carryOut(JobContext& context, const RunRequest& request, const RunNews& news);

}  // namespace zipper
