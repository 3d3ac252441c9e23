// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/score_job.h"

#include <algorithm>

#include "core/support/compute_threads.h"

namespace zipper {

namespace {

/// Whether the scores are on the test images of these data.
bool areOn(const Scores& scores, const std::vector<TaskData>& data) {
  return std::equal(
      scores.begin(), scores.end(), data.begin(), data.end(),
      [](const Score& score, const TaskData& task) { return task.test && score.drawnFrom == drawnFrom(*task.test); });
}

bool hasSamples(const std::vector<TaskData>& data) {
  return std::any_of(data.begin(), data.end(),
                     [](const TaskData& task) { return task.test && drawnFrom(*task.test) > 0; });
}

/// Whether only a sample of these test sets was scored, and the networks are there to score the rest. What a step was
/// before its calibration is gone when a session was saved and opened: then that sample is all there is.
bool isLeft(const StepResult& step, const std::vector<TaskData>& samples) {
  if (step.calibrated.empty()) return !step.sampleCalibrated.empty() && areOn(step.sampleCalibrated, samples);
  return !step.sampleInitialized.empty() && step.initializedValues && areOn(step.sampleInitialized, samples);
}

/// How often scoredWhole() goes over the test sets.
int passesOf(const StepResult& step) { return (step.calibrated.empty() ? 1 : 0) + (step.initializedValues ? 1 : 0); }

}  // namespace

bool areTeachersScored(const Session& session, const std::vector<TaskData>& data) {
  return areOn(hasSamples(data) ? session.teacherSample : session.teacherScores, data);
}

void setTeacherScores(Session& session, const Scores& scores) {
  (areOfSample(scores) ? session.teacherSample : session.teacherScores) = scores;
}

ScoresLeft scoresLeft(const Session& session, const std::vector<TaskData>& data, const FirstScored& first) {
  const std::vector<TaskData> samples = withScoringSamples(data, first);
  ScoresLeft left;
  left.teachers = !areTeachersScored(session, data);
  std::vector<int> path = session.path();
  std::reverse(path.begin(), path.end());
  const auto add = [&](int step) {
    if (std::count(left.steps.begin(), left.steps.end(), step) > 0) return;
    if (isLeft(*session.steps[std::size_t(step)], samples)) left.steps.push_back(step);
  };
  for (const int step : path) add(step);
  for (int step = int(session.steps.size()) - 1; step >= 0; --step) add(step);
  left.teacherSample =
      hasSamples(samples) && (left.teachers || !left.steps.empty()) && !areTeachersScored(session, samples);
  return left;
}

std::vector<StepWork> workOf(const ScoresLeft& left, const Session& session, const std::vector<TaskData>& data,
                             const FirstScored& first) {
  const WorkData whole = workData(data);
  std::vector<StepWork> work;
  if (left.teacherSample) work.push_back(teacherWork(workData(withScoringSamples(data, first))));
  if (left.teachers) work.push_back(teacherWork(whole));
  for (const int step : left.steps) {
    StepWork& own = work.emplace_back();
    for (int pass = 0; pass < passesOf(*session.steps[std::size_t(step)]); ++pass)
      for (const WorkSegment& segment : teacherWork(whole)) own.push_back(segment);
  }
  return work;
}

Session scoreTheRest(JobContext& context, const ScoreRequest& request, const ScoreNews& news) {
  Session session = request.session;
  setComputeThreads(session.recipe.threads);
  const Observer observer = context.observer();
  const Work work = context.work();
  const ScoresLeft left = scoresLeft(session, request.data, request.first);
  const auto scoreTeachers = [&](const std::vector<TaskData>& data) {
    const Scores scores = evaluateTeachers(session, data, observer, work);
    setTeacherScores(session, scores);
    context.deliver([told = news.teachersScored, scores] { told(scores); });
  };
  if (left.teacherSample) scoreTeachers(withScoringSamples(request.data, request.first));
  if (left.teachers) scoreTeachers(request.data);
  for (const int index : left.steps) {
    std::shared_ptr<const StepResult>& step = session.steps[std::size_t(index)];
    const auto before = step;
    step = std::make_shared<const StepResult>(scoredWhole(session, index, request.data, observer, work));
    context.deliver([told = news.stepScored, before, now = step] { told(before, now); });
  }
  return session;
}

}  // namespace zipper
