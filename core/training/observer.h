// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "core/session/curve.h"
#include "core/session/scores.h"

namespace zipper {

/// What a step does besides calibrating, which reports batch by batch.
enum class Stage { Initializing, Statistics, Evaluating };

/// Progress of a stage; sent when it begins and while it goes on.
struct StageProgress {
  Stage stage = Stage::Initializing;
  int layer = 0;  ///< from 1 on; 0: fine-tuning, or the teachers while evaluating before the first step
  int done = 0;   ///< batches
  int total = 0;  ///< batches; 0: unknown
};

/// One calibration iteration.
struct BatchProgress {
  int layer = 0;
  int iteration = 0;  ///< 1 ... iterations
  int iterations = 0;
  IterationRecord record;
  double imagesPerSecond = 0;  ///< both tasks together, over the last iterations
};

/// What a long computation tells while it runs. All calls come from the thread that computes; a call that takes its
/// time pauses the computation. Any of them may be empty.
struct Observer {
  std::function<void(const StageProgress&)> stage;
  std::function<void(const BatchProgress&)> batch;
  std::function<void(const std::string&)> warning;
};

/// Time of work: what the observer took (a pause, an answer to the window) is left out.
class WorkClock {
 public:
  /// Starts. `observer` is copied.
  explicit WorkClock(const Observer& observer);
  WorkClock(const WorkClock&) = delete;
  WorkClock& operator=(const WorkClock&) = delete;

  /// Passes everything on, and measures how long that takes. Valid as long as the clock is.
  const Observer& observer() const { return observer_; }
  /// Since it started.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  Observer observer_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace zipper
