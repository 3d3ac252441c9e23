// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <string>

#include "app/cli/console.h"
#include "core/zippering/observer.h"
#include "core/zippering/session.h"

namespace zipper::cli {

/// Shows a merge on the terminal, or as one JSON object a line on standard output.
class MergeProgress {
 public:
  MergeProgress(bool json, const Session& session);
  Observer observer();
  void teachersEvaluated(const Session& session);
  void stepFinished(const Session& session);
  /// The last words: a table, or the "done" event.
  void done(const Session& session, const std::string& sessionPath, double seconds, int iterations);

 private:
  void showStage(const StageProgress& progress);
  void showBatch(const BatchProgress& progress);
  double fractionDone(double partOfStep) const;

  bool json_;
  ProgressLine line_;
  int stepsDone_ = 0;
  double partOfStep_ = 0;  ///< calibrated so far: validation in between doesn't set the bar back
  int steps_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace zipper::cli
