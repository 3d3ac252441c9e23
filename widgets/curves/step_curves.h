// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/session/session.h"
#include "widgets/curves/curve_series.h"

namespace zipper::curves {

/// Which columns a step has: total, cross entropy per task, L1 per task, learning rate, distillation per task.
inline std::size_t totalColumn() { return 0; }
inline std::size_t crossEntropyColumn(int task) { return 1 + std::size_t(task); }
inline std::size_t l1Column(int tasks, int task) { return 1 + std::size_t(tasks + task); }
inline std::size_t learningRateColumn(int tasks) { return 1 + 2 * std::size_t(tasks); }

inline std::size_t distillationColumn(int tasks, int task) { return learningRateColumn(tasks) + 1 + std::size_t(task); }

/// Where a step's curve has these columns; -1: nowhere.
std::vector<int> sourceColumns(const Curve& curve, int tasks);

/// The curves of one step, finished or running. A finished one takes its values from the step in slices, so that a long
/// history doesn't block the window; until then it has rows but shows fewer.
class StepCurves {
 public:
  /// A running step.
  StepCurves(int tasks, int window);
  /// A finished step.
  StepCurves(int tasks, int window, std::shared_ptr<const StepResult> step);

  void append(const IterationRecord& record);
  /// Makes the curves of a running step those of the finished one, which must have the same values.
  void finish(std::shared_ptr<const StepResult> step) { step_ = std::move(step); }
  /// Whether a finished step has the values that came in while it ran.
  bool agreesWith(const StepResult& step) const;

  void restartSmoothing(int window);
  /// Takes in and averages up to so many further iterations; false if everything is done.
  bool work(std::size_t rows);

  const StepResult* step() const { return step_.get(); }
  std::size_t rows() const;
  /// Whether the loss has a distillation term, as far as is known: a running step tells with its first iteration.
  bool isDistilled() const;
  std::size_t columns() const { return series_.size(); }
  const CurveSeries& series(std::size_t column) const { return series_[column]; }

 private:
  void load(std::size_t rows);

  int tasks_;
  std::vector<CurveSeries> series_;
  std::shared_ptr<const StepResult> step_;
  std::vector<int> sources_;  ///< column of the step's curve; -1: it has none
  std::size_t loaded_ = 0;
};

}  // namespace zipper::curves
