// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "widgets/curves/step_curves.h"
#include "widgets/plots/curve_run.h"

namespace zipper::plots {

/// A step's place on the axis of iterations: row i of its curves stands at offset + i + 1.
struct Segment {
  std::size_t offset = 0;
  StepTarget target = StepTarget::fineTuning();
  bool live = false;
  std::shared_ptr<StepCurves> curves;

  std::size_t end() const { return offset + curves->rows(); }
};

struct StoredRun {
  CurveRun run;
  std::vector<Segment> segments;
  bool madeUp = false;  ///< for a live tail without a run to continue

  std::size_t rows() const { return segments.empty() ? 0 : segments.back().end(); }
  /// The segment that an iteration (from 1) belongs to; null if there is none.
  const Segment* segmentAt(std::size_t iteration) const;
};

/// The full data of all curves: the steps of the runs, which share those that they have in common, and the live tail of
/// the current run.
class CurveStore {
 public:
  void setRuns(const std::vector<CurveRun>& runs, int tasks);
  void startStep(StepTarget target);
  void append(const std::vector<IterationRecord>& records);
  void endStep();
  bool isLive() const { return live_ != nullptr; }

  /// Iterations over which is averaged; the averages are computed by work().
  void setWindow(int window);
  int window() const { return window_; }
  /// Takes in and averages for about so many milliseconds; false if everything is done.
  bool work(double milliseconds);

  int tasks() const { return tasks_; }
  const std::vector<StoredRun>& runs() const { return runs_; }
  /// The run that live iterations continue; null if there is none.
  const StoredRun* current() const;
  /// Whether any step has a distillation loss.
  bool isDistilled() const;
  /// Iterations of the longest step.
  std::size_t longestStep() const;

 private:
  std::shared_ptr<StepCurves> curvesOf(const std::shared_ptr<const StepResult>& step);
  std::shared_ptr<StepCurves> adopted(const std::shared_ptr<const StepResult>& step);
  StoredRun stored(const CurveRun& run);
  StoredRun& runForLive();
  void attachLive();

  int tasks_ = 0;
  int window_ = 1;
  std::vector<StoredRun> runs_;
  std::map<const StepResult*, std::shared_ptr<StepCurves>> cache_;
  std::set<const StepResult*> used_;          ///< steps of the runs
  std::shared_ptr<StepCurves> live_, ended_;  ///< the ended one may come back as a finished step
  StepTarget liveTarget_ = StepTarget::fineTuning();
};

}  // namespace zipper::plots
