// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/zippering/work_estimate.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Whether the teachers' scores on the test images of these data are known; these may be withScoringSamples().
bool areTeachersScored(const Session& session, const std::vector<TaskData>& data);
/// Puts them where they belong: those of whole test sets, or those of samples.
void setTeacherScores(Session& session, const Scores& scores);

/// What is left to score when nothing else is to be done.
struct ScoresLeft {
  bool teacherSample = false;  ///< first, as it is there at once
  bool teachers = false;
  std::vector<int> steps;  ///< of which only samples were scored; the current one first, then back to the teachers

  bool isEmpty() const { return !teacherSample && !teachers && steps.empty(); }
};
/// Steps whose samples are of other images than the data's (these were replaced) stay as they are.
ScoresLeft scoresLeft(const Session& session, const std::vector<TaskData>& data, const FirstScored& first);
/// What that takes, for each of these in order.
std::vector<StepWork> workOf(const ScoresLeft& left, const Session& session, const std::vector<TaskData>& data,
                             const FirstScored& first);

/// A snapshot of everything that scoring needs.
struct ScoreRequest {
  Session session;
  std::vector<TaskData> data;  ///< whole
  FirstScored first;
};

/// What it tells the window, in the window's thread.
struct ScoreNews {
  std::function<void(const Scores&)> teachersScored;  ///< see areOfSample()
  /// The step of the request's session in place of which this one is to be known from now on.
  std::function<void(const std::shared_ptr<const StepResult>& before, const std::shared_ptr<const StepResult>& now)>
      stepScored;
};

/// Scores what scoresLeft() says, and returns the session with all of that. What was told before it is cancelled isn't
/// lost. Throws Cancelled, Error.
Session scoreTheRest(JobContext& context, const ScoreRequest& request, const ScoreNews& news);

}  // namespace zipper
