// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "core/recipe/step_target.h"
#include "core/session/curve.h"
#include "core/session/scores.h"
#include "core/session/step_parts.h"
#include "core/support/work.h"

namespace zipper {

/// What a step does besides calibrating, which reports batch by batch.
enum class Stage { Initializing, Statistics, Evaluating };

/// Progress of a stage; sent when it begins and while it goes on.
struct StageProgress {
  Stage stage = Stage::Initializing;
  std::optional<StepTarget> target;   ///< of the step; nothing: the teachers, which are evaluated before the first one
  int done = 0;                       ///< batches
  int total = 0;                      ///< batches; 0: unknown
  std::optional<StepPart> part = {};  ///< of the stage, more closely
};

/// One calibration iteration.
struct BatchProgress {
  StepTarget target = StepTarget::fineTuning();
  int iteration = 0;  ///< 1 ... iterations
  int iterations = 0;
  IterationRecord record;
  double imagesPerSecond = 0;  ///< all tasks together, over the last iterations
};

/// How far the steps of a plan, or what trains like them, have come: what they tell instead of Work::progress. All
/// calls come from the thread that computes; a call that takes its time pauses the computation. Any of them may be
/// empty.
struct Observer {
  std::function<void(const StageProgress&)> stage;
  std::function<void(const BatchProgress&)> batch;
};

/// Time of work: what those who are told of it took (a pause, an answer to the window) is left out.
class WorkClock {
 public:
  /// Starts. Both are copied.
  WorkClock(const Observer& observer, const Work& work);
  WorkClock(const WorkClock&) = delete;
  WorkClock& operator=(const WorkClock&) = delete;

  /// These pass everything on, and measure how long that takes. Valid as long as the clock is.
  const Observer& observer() const { return observer_; }
  const Work& work() const { return work_; }
  /// Since it started.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  Observer observer_;
  Work work_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace zipper
