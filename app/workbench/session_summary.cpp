// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/session_summary.h"

#include <algorithm>
#include <cmath>

#include "core/network/common_width.h"
#include "core/network/plan.h"
#include "core/report/report_figures.h"

namespace zipper {

namespace {

Proportion scoredTop1(const Scores& scores, int task) {
  const Score* score = scoreOf(scores, task);
  return score == nullptr ? Proportion() : zipper::top1Of(*score);
}

/// What is shared when these steps are done, too.
Sharing sharingAfter(const Session& session, const std::vector<StepPlan>& plans) {
  std::vector<int> merged = session.mergedLayers();
  int trunk = session.trunk();
  for (const StepPlan& plan : plans) {
    if (plan.target.mergesLayer()) merged.push_back(plan.target.layerNumber());
    trunk = std::max(trunk, std::min(plan.settings.trunk, layersFromTheFirst(merged)));
  }
  return {merged, session.recipe.bnPolicy, trunk};
}

std::vector<TaskSummary> tasksOf(const Session& session, const QStringList& titles) {
  Scores merged, teachers = knownTeachers(session);
  if (session.current >= 0) {
    merged = knownCalibrated(stepAt(session, session.current));
    // Of other images they don't stand beside each other.
    if (!merged.empty()) teachers = teachersBeside(session, merged);
  }
  std::vector<TaskSummary> tasks;
  for (int task = 0; task < session.taskCount(); ++task) {
    TaskSummary one;
    one.title = titles.value(task);
    one.teacher = scoredTop1(teachers, task);
    one.merged = scoredTop1(merged, task);
    for (const Scores* scores : {&merged, &teachers})
      if (const Score* score = scoreOf(*scores, task); score != nullptr)
        one.drawnFrom = std::max(one.drawnFrom, qint64(score->drawnFrom));
    const MobileNetSpec& spec = session.teachers[std::size_t(task)].spec;
    one.parameters = totalCost(asItCame(spec)).parameters;
    one.ownAndShared = totalCost(spec).parameters;
    tasks.push_back(one);
  }
  return tasks;
}

bool isFineTuned(const Session& session) {
  const std::vector<int> path = session.path();
  return std::any_of(path.begin(), path.end(),
                     [&session](int step) { return stepAt(session, step).plan.target.isFineTuning(); });
}

NextWork nextOf(const Session& session, const std::vector<StepPlan>& left, const Summary& summary,
                const SecondsFor& secondsFor) {
  NextWork next;
  next.stepsLeft = int(left.size());
  if (!left.empty()) {
    next.step = left.front().target;
    next.initialization = left.front().settings.start.initialization;
    next.seconds = secondsFor({left.front()});
    next.planSeconds = left.size() == 1 ? next.seconds : secondsFor(left);
  } else if (session.current >= 0 && !summary.exact && !summary.fineTuned) {
    next.tuningSeconds = secondsFor({{StepTarget::fineTuning(), session.recipe.defaults}});
  }
  return next;
}

}  // namespace

Summary summaryOf(const Session& session, const QStringList& titles, bool hasData, const SecondsFor& secondsFor) {
  Summary summary;
  if (session.teachers.empty()) return summary;
  const std::vector<StepPlan> left = remainingSteps(session);
  const std::vector<int> path = session.path();
  if (session.current >= 0) {
    const StepResult& step = stepAt(session, session.current);
    summary.step = step.plan.target;
    summary.stepSeconds = step.seconds;
    summary.moment = left.empty() ? SummaryMoment::PlanDone : SummaryMoment::StepsLeft;
  }
  summary.mergeSeconds = secondsOfPath(session);
  summary.steps = int(path.size());
  summary.mergedLayers = int(session.mergedLayers().size());
  summary.plannedLayers =
      summary.mergedLayers +
      int(std::count_if(left.begin(), left.end(), [](const StepPlan& plan) { return plan.target.mergesLayer(); }));
  summary.cost = mergeCost(session);
  summary.planned = left.empty() ? summary.cost : mergeCost(session.specs(), sharingAfter(session, left));
  summary.exact = session.recipe.preset == exactPreset;
  summary.fineTuned = isFineTuned(session);
  summary.hasData = hasData;
  summary.tasks = tasksOf(session, titles);
  summary.next = nextOf(session, left, summary, secondsFor);
  return summary;
}

}  // namespace zipper
