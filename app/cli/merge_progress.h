// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/cli/console.h"
#include "core/session/session.h"
#include "core/training/observer.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

/// Shows a merge on the terminal, or as one JSON object a line on standard output.
class MergeProgress {
 public:
  /// `data`: what the steps that are left look at.
  MergeProgress(bool json, const Session& session, const WorkData& data);
  Observer observer();
  void teachersEvaluated(const Session& session);
  void stepFinished(const Session& session);
  /// The last words: a table, or the "done" event. `iterations`: nothing if there was nothing left to do.
  void done(const Session& session, const std::string& sessionPath, double seconds, std::optional<int> iterations);

 private:
  void showStage(const StageProgress& progress);
  void showBatch(const BatchProgress& progress);
  double seconds() const;

  bool json_;
  ProgressLine line_;
  bool scoresTeachers_;
  RunEstimate estimate_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace zipper::cli
