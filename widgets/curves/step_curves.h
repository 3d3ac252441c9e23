// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/session/session.h"
#include "widgets/curves/curve_series.h"

namespace zipper::plots {

/// Which series a step has, and where: total, cross entropy per task, L1 per task, learning rate, distillation per
/// task.
class StepColumns {
 public:
  explicit StepColumns(int tasks) : tasks_(std::size_t(tasks)) {}
  static constexpr std::size_t total() { return 0; }
  static std::size_t crossEntropy(int task) { return 1 + std::size_t(task); }
  std::size_t l1(int task) const { return 1 + tasks_ + std::size_t(task); }
  std::size_t learningRate() const { return 1 + 2 * tasks_; }
  std::size_t distillation(int task) const { return 2 + 2 * tasks_ + std::size_t(task); }
  std::size_t count() const { return 2 + 3 * tasks_; }
  int tasks() const { return int(tasks_); }
  /// What a Curve calls them.
  std::vector<std::string> names() const;
  /// Where a curve has them; -1: nowhere.
  std::vector<int> in(const Curve& curve) const;

 private:
  std::size_t tasks_;
};

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
  const StepColumns& columns() const { return columns_; }
  const CurveSeries& series(std::size_t column) const { return series_[column]; }

 private:
  void load(std::size_t rows);

  StepColumns columns_;
  std::vector<CurveSeries> series_;
  std::shared_ptr<const StepResult> step_;
  std::vector<int> sources_;  ///< column of the step's curve; -1: it has none
  std::size_t loaded_ = 0;
};

}  // namespace zipper::plots
