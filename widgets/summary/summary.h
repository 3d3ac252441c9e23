// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/analysis/proportion.h"
#include "core/network/merge_cost.h"
#include "core/recipe/choices.h"
#include "core/recipe/step_target.h"

namespace zipper {

/// Images that a merge lost and won, among those that were compared.
struct ImagesChanged {
  qint64 lost = 0;  ///< the teacher is right, the merged network wrong
  qint64 won = 0;   ///< the other way
  qint64 compared = 0;
  qint64 testImages = 0;  ///< of the whole set
  double p = 1;           ///< of McNemar's test, see core/analysis/paired_test.h

  bool operator==(const ImagesChanged& other) const {
    return lost == other.lost && won == other.won && compared == other.compared && testImages == other.testImages &&
           p == other.p;
  }
};

/// What a merge means to one task.
struct TaskSummary {
  QString title;               ///< "A · fashion"
  Proportion teacher, merged;  ///< top-1 on the same images; without images: not known
  qint64 drawnFrom = 0;        ///< test images that these are a sample of; 0: these are all
  qint64 parameters = 0;       ///< of its network alone, as it came
  qint64 ownAndShared = 0;     ///< of its network in the merged one: more where it was widened
  std::optional<ImagesChanged> changed;
  QString whyNotCompared;  ///< why `changed` isn't known, a sentence; empty: nothing is to be compared

  bool isScored() const { return teacher.images > 0 && merged.images > 0; }
  /// Of the merged network to the teacher, 0...1 to either side.
  double difference() const { return merged.share - teacher.share; }
};

/// Where a session stands for those who want to know what the merge is worth.
enum class SummaryMoment {
  NothingMerged,
  StepsLeft,  ///< some steps of the plan are done
  PlanDone,
};

/// What is to be done next.
struct NextWork {
  std::optional<StepTarget> step;  ///< nothing: all of the plan is done
  Initialization initialization = Initialization::Mean;
  double seconds = -1;        ///< of that step; negative: unknown. All of these are estimates.
  int stepsLeft = 0;          ///< of the plan, that one included
  double planSeconds = -1;    ///< of all that are left
  double tuningSeconds = -1;  ///< of fine-tuning that isn't planned, with the plan is done
};

/// All that the summary card shows.
struct Summary {
  SummaryMoment moment = SummaryMoment::NothingMerged;
  std::optional<StepTarget> step;  ///< that is shown; nothing: the teachers
  int mergedLayers = 0;
  int plannedLayers = 0;  ///< these and those that are still to be merged
  MergeCost cost;         ///< now
  MergeCost planned;      ///< when the plan is done
  std::vector<TaskSummary> tasks;
  double stepSeconds = 0, mergeSeconds = 0;  ///< of that step, and of all from the teachers to it
  int steps = 0;                             ///< how many these are
  bool exact = false;                        ///< only what is the same in all networks is shared
  bool fineTuned = false;
  bool hasData = true;
  NextWork next;
};

/// What is going on; it changes more often than the rest.
struct SummaryWork {
  std::optional<StepTarget> step;  ///< in work; nothing: none
  double secondsLeft = -1;         ///< of all that was asked for; negative: unknown
  bool paused = false;
};

}  // namespace zipper
