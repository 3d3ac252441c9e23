// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/run_job.h"

#include "app/workbench/jobs/score_job.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"

namespace zipper {

namespace {

/// A full disk must not end a run: the window still holds the result.
void saveForRecovery(JobContext& context, const std::string& path, const Session& session) {
  if (path.empty()) return;
  try {
    saveSession(path, session);
  } catch (const Error& error) {
    context.warn(concat("the step can't be saved for recovery after a crash: ", error.what()));
  }
}

}  // namespace

void carryOut(JobContext& context, const RunRequest& request, const RunNews& news) {
  setComputeThreads(request.session.recipe.threads);
  const Observer observer = context.observer();
  const Work work = context.work();
  Session session = request.session;
  checkSteps(session, request.plans, {});
  if (!areTeachersScored(session, request.data)) {
    const Scores scores = evaluateTeachers(session, request.data, observer, work);
    setTeacherScores(session, scores);
    context.deliver([told = news.teachersScored, scores] { told(scores); });
  }
  const auto finished = [&](const Session& now) {
    saveForRecovery(context, request.recoveryFile, now);
    context.deliver([told = news.stepFinished, step = now.steps.back()] { told(step); });
  };
  RunOptions options;
  options.memory = request.memory;
  runSteps(session, request.plans, request.data, options, observer, finished, work);
}

}  // namespace zipper
