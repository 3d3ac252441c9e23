// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/step_curves.h"
#include "core/network/task_names.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace zipper::curves {

namespace {

std::vector<std::string> columnNames(int tasks) {
  std::vector<std::string> names{"loss"};
  for (const char* term : {"ce.", "l1."})
    for (int t = 0; t < tasks; ++t) names.push_back(std::string(term) + taskName(t));
  names.push_back("lr");
  for (int t = 0; t < tasks; ++t) names.push_back(std::string("kl.") + taskName(t));
  return names;
}

/// NaN equals NaN here.
bool sameBits(float a, float b) { return std::memcmp(&a, &b, sizeof a) == 0; }

}  // namespace

std::vector<int> sourceColumns(const Curve& curve, int tasks) {
  std::vector<int> sources;
  for (const std::string& name : columnNames(tasks)) {
    const auto found = std::find(curve.columns().begin(), curve.columns().end(), name);
    sources.push_back(found == curve.columns().end() ? -1 : int(found - curve.columns().begin()));
  }
  return sources;
}

StepCurves::StepCurves(int tasks, int window)
    : tasks_(tasks), series_(distillationColumn(tasks, tasks), CurveSeries(window)) {}

StepCurves::StepCurves(int tasks, int window, std::shared_ptr<const StepResult> step) : StepCurves(tasks, window) {
  step_ = std::move(step);
  sources_ = sourceColumns(step_->curve, tasks);
}

std::size_t StepCurves::rows() const { return step_ != nullptr ? step_->curve.rows() : loaded_; }

bool StepCurves::isDistilled() const {
  const std::size_t column = distillationColumn(tasks_, 0);
  return !series_[column].raw().empty() || (!sources_.empty() && sources_[column] >= 0);
}

void StepCurves::append(const IterationRecord& record) {
  const bool wasSmoothed = series_.front().isSmoothed();
  const auto put = [&](std::size_t column, float value) { series_[column].append(&value, 1); };
  put(totalColumn(), record.total);
  for (int t = 0; t < tasks_; ++t) {
    if (std::size_t(t) < record.crossEntropy.size()) put(crossEntropyColumn(t), record.crossEntropy[std::size_t(t)]);
    if (std::size_t(t) < record.l1.size()) put(l1Column(tasks_, t), record.l1[std::size_t(t)]);
    if (std::size_t(t) < record.distillation.size())
      put(distillationColumn(tasks_, t), record.distillation[std::size_t(t)]);
  }
  put(learningRateColumn(tasks_), record.learningRate);
  ++loaded_;
  if (!wasSmoothed) return;  // work() is on its way
  for (CurveSeries& series : series_) series.smoothMore(1);
}

bool StepCurves::agreesWith(const StepResult& step) const {
  const std::size_t count = series_.front().raw().size();
  if (step_ != nullptr || count == 0 || step.curve.rows() != count) return false;
  const int source = sourceColumns(step.curve, tasks_).front();
  if (source < 0) return false;
  const std::size_t stride = std::max<std::size_t>(1, count / 256);
  for (std::size_t row = 0; row < count; row += stride)
    if (!sameBits(step.curve.at(row, std::size_t(source)), series_.front().raw()[row])) return false;
  return true;
}

void StepCurves::restartSmoothing(int window) {
  for (CurveSeries& series : series_) series.restartSmoothing(window);
}

void StepCurves::load(std::size_t rows) {
  const Curve& curve = step_->curve;
  const std::size_t count = std::min(rows, curve.rows() - loaded_), width = curve.columns().size();
  if (count == 0) return;
  for (std::size_t column = 0; column < series_.size(); ++column)
    if (sources_[column] >= 0)
      series_[column].append(&curve.values()[loaded_ * width + std::size_t(sources_[column])], count, width);
  loaded_ += count;
}

bool StepCurves::work(std::size_t rows) {
  if (step_ != nullptr && !sources_.empty()) load(rows);
  bool open = loaded_ < this->rows();
  for (CurveSeries& series : series_) {
    series.smoothMore(rows);
    open = open || !series.isSmoothed();
  }
  return open;
}

}  // namespace zipper::curves
