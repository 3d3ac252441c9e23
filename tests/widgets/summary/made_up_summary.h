// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analysis/proportion.h"
#include "widgets/summary/summary.h"

namespace zipper::test {

/// Networks of 1,000 parameters each, of which all tasks share 300 now and 800 when the plan is done. The merged
/// network has 10 images less right than the teacher of task A, 20 less than that of B, and so on.
inline Summary madeUpSummary(SummaryMoment moment, int tasks = 2) {
  Summary summary;
  summary.moment = moment;
  const bool merged = moment != SummaryMoment::NothingMerged, done = moment == SummaryMoment::PlanDone;
  for (int task = 0; task < tasks; ++task) {
    TaskSummary one;
    one.title = QString("%1 · task %2").arg(QChar('A' + task)).arg(task);
    one.parameters = one.ownAndShared = 1000;
    one.teacher = proportionOf(900, 1000);
    if (merged) one.merged = proportionOf(900 - 10 * (task + 1), 1000);
    if (merged) one.changed = ImagesChanged{10 * (task + 1) + 4, 4, 1000, 1000, task == 0 ? 0.2 : 0.001};
    summary.tasks.push_back(one);
  }
  const auto costWith = [tasks](qint64 shared) {
    MergeCost cost;
    cost.separateParameters = 1000 * tasks;
    cost.mergedParameters = 1000 * tasks - (tasks - 1) * shared;
    cost.sharedParameters = shared;
    cost.separateBytes = 4 * cost.separateParameters;
    cost.mergedBytes = 4 * cost.mergedParameters;
    cost.compression = double(cost.separateParameters) / double(cost.mergedParameters);
    return cost;
  };
  summary.planned = costWith(800);
  summary.cost = costWith(done ? 800 : merged ? 300 : 0);
  summary.plannedLayers = 13;
  summary.mergedLayers = done ? 13 : merged ? 3 : 0;
  if (merged) {
    summary.step = StepTarget::layer(summary.mergedLayers);
    summary.steps = summary.mergedLayers;
    summary.stepSeconds = 4.1;
    summary.mergeSeconds = 12.3;
  }
  if (done) return summary;
  summary.next.step = StepTarget::layer(summary.mergedLayers + 1);
  summary.next.stepsLeft = 13 - summary.mergedLayers;
  summary.next.seconds = 5;
  summary.next.planSeconds = 120;
  return summary;
}

}  // namespace zipper::test
