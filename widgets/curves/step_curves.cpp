// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/step_curves.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace zipper::plots {

namespace {

/// NaN equals NaN here.
bool sameBits(float a, float b) { return std::memcmp(&a, &b, sizeof a) == 0; }

}  // namespace

std::vector<std::string> StepColumns::names() const {
  std::vector<std::string> names(count());
  names[total()] = totalLossColumn();
  names[learningRate()] = learningRateColumn();
  for (int t = 0; t < tasks(); ++t) {
    names[crossEntropy(t)] = crossEntropyColumn(t);
    names[l1(t)] = l1Column(t);
    names[distillation(t)] = distillationColumn(t);
  }
  return names;
}

std::vector<int> StepColumns::in(const Curve& curve) const {
  std::vector<int> sources;
  for (const std::string& name : names()) {
    const auto found = std::find(curve.columns().begin(), curve.columns().end(), name);
    sources.push_back(found == curve.columns().end() ? -1 : int(found - curve.columns().begin()));
  }
  return sources;
}

StepCurves::StepCurves(int tasks, int window) : columns_(tasks), series_(columns_.count(), CurveSeries(window)) {}

StepCurves::StepCurves(int tasks, int window, std::shared_ptr<const StepResult> step) : StepCurves(tasks, window) {
  step_ = std::move(step);
  sources_ = columns_.in(step_->curve);
}

std::size_t StepCurves::rows() const { return step_ != nullptr ? step_->curve.rows() : loaded_; }

bool StepCurves::isDistilled() const {
  if (columns_.tasks() == 0) return false;
  const std::size_t column = columns_.distillation(0);
  return !series_[column].raw().empty() || (!sources_.empty() && sources_[column] >= 0);
}

void StepCurves::append(const IterationRecord& record) {
  const bool wasSmoothed = series_.front().isSmoothed();
  const auto put = [&](std::size_t column, float value) { series_[column].append(&value, 1); };
  put(StepColumns::total(), record.total);
  for (int t = 0; t < columns_.tasks(); ++t) {
    if (std::size_t(t) < record.crossEntropy.size())
      put(StepColumns::crossEntropy(t), record.crossEntropy[std::size_t(t)]);
    if (std::size_t(t) < record.l1.size()) put(columns_.l1(t), record.l1[std::size_t(t)]);
    if (std::size_t(t) < record.distillation.size()) put(columns_.distillation(t), record.distillation[std::size_t(t)]);
  }
  put(columns_.learningRate(), record.learningRate);
  ++loaded_;
  if (!wasSmoothed) return;  // work() is on its way
  for (CurveSeries& series : series_) series.smoothMore(1);
}

bool StepCurves::agreesWith(const StepResult& step) const {
  const std::size_t count = series_.front().raw().size();
  if (step_ != nullptr || count == 0 || step.curve.rows() != count) return false;
  const int source = columns_.in(step.curve).front();
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

}  // namespace zipper::plots
