// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <utility>

#include "core/zippering/work_estimate.h"

namespace zipper {

namespace {

WorkKind kindOf(Stage stage) {
  switch (stage) {
    case Stage::Initializing:
      return WorkKind::Initializing;
    case Stage::Statistics:
      return WorkKind::Statistics;
    case Stage::Evaluating:
      return WorkKind::Evaluating;
  }
  return WorkKind::Evaluating;
}

}  // namespace

RunEstimate::RunEstimate(std::vector<StepWork> steps, const WorkRates& before, double now)
    : steps_(std::move(steps)), rates_(before), start_(now), time_(now) {
  rates_.fade();
  updateShare();
}

const WorkSegment* RunEstimate::segment() const {
  return step_ < steps_.size() && segment_ < steps_[step_].size() ? &steps_[step_][segment_] : nullptr;
}

/// Whether the step in work has such a segment of this kind.
bool RunEstimate::isKind(std::size_t segment, WorkKind kind) const {
  return step_ < steps_.size() && segment < steps_[step_].size() && steps_[step_][segment].kind == kind;
}

/// Whether the segment is one of iterations that aren't all done: states are scored within it.
bool RunEstimate::isCalibrating() const {
  const WorkSegment* now = segment();
  const auto kind = std::size_t(WorkKind::Calibrating);
  return now != nullptr && now->perIteration > 0 && done_[kind] < now->amounts[kind] - 0.5 * now->perIteration;
}

/// Goes to the next segment of this kind unless the work is in one. What was skipped is done or wasn't to be done.
void RunEstimate::enter(WorkKind kind) {
  if (step_ >= steps_.size()) return;
  const StepWork& work = steps_[step_];
  for (std::size_t next = segment_; next < work.size(); ++next) {
    if (work[next].kind != kind) continue;
    if (next != segment_) {
      done_ = {};
      passDone_ = 0;
    }
    segment_ = next;
    return;
  }
}

/// The first part of a kind says nothing about others: memory is taken, files are read, code is made in it.
void RunEstimate::took(WorkKind kind, double images, double now) {
  const bool counts = rates_.has(kind) || (images > 0 && std::exchange(warm_[std::size_t(kind)], true));
  if (counts)
    rates_.add(kind, images, now - time_);
  else if (images > 0)
    first_[std::size_t(kind)] = {images, now - time_};
  done_[std::size_t(kind)] += images;
  time_ = now;
  last_ = kind;
  updateShare();
}

/// Of the whole pass that the progress is about.
double RunEstimate::passImages(const StageProgress& progress) const {
  const WorkSegment* now = segment();
  if (now == nullptr) return 0;
  if (now->perIteration > 0) return progress.stage == Stage::Statistics ? now->perStatistics : now->perScoring;
  return now->amounts[std::size_t(kindOf(progress.stage))] / now->passes;
}

void RunEstimate::stage(const StageProgress& progress, double now) {
  const WorkKind kind = kindOf(progress.stage);
  const double pass = progress.total > 0 ? double(progress.done) / progress.total : 0;
  const bool startsAnew = pass <= passDone_ || last_ != kind;
  const WorkSegment* before = segment();
  const bool full = before != nullptr && before->kind == kind &&
                    done_[std::size_t(kind)] >= before->amounts[std::size_t(kind)] * (1 - 1e-9);
  if (!isCalibrating()) {
    if (startsAnew && full && pass > 0 && isKind(segment_ + 1, kind)) {
      ++segment_;  // the next task
      done_ = {};
    }
    enter(kind);
  }
  const double grown = startsAnew ? pass : pass - passDone_;
  passDone_ = pass;
  took(progress.total > 0 ? kind : last_, progress.total > 0 ? grown * passImages(progress) : 0, now);
}

void RunEstimate::batch(const BatchProgress& progress, double now) {
  enter(WorkKind::Calibrating);
  const int grown = progress.iteration > iteration_ ? progress.iteration - iteration_ : progress.iteration;
  iteration_ = progress.iteration;
  passDone_ = 0;
  took(WorkKind::Calibrating, segment() == nullptr ? 0 : grown * segment()->perIteration, now);
}

/// Better than nothing: few test images are scored in so few parts that the first one is half of them.
void RunEstimate::countFirstParts() {
  for (std::size_t kind = 0; kind < workKinds && !rates_.isKnown(); ++kind)
    rates_.add(WorkKind(kind), first_[kind].images, first_[kind].seconds);
  first_ = {};
}

void RunEstimate::stepFinished(double now) {
  countFirstParts();
  if (step_ < steps_.size()) ++step_;
  segment_ = 0;
  done_ = {};
  passDone_ = 0;
  time_ = now;
  updateShare();
}

/// Of the step in work.
double RunEstimate::secondsLeftOfStep() const {
  if (step_ >= steps_.size()) return 0;
  const StepWork& work = steps_[step_];
  double left = 0;
  for (std::size_t i = segment_; i < work.size(); ++i) {
    WorkAmounts amounts = work[i].amounts;
    for (std::size_t kind = 0; i == segment_ && kind < workKinds; ++kind)
      amounts[kind] = std::max(0.0, amounts[kind] - done_[kind]);
    left += rates_.secondsOf(amounts);
  }
  return left;
}

double RunEstimate::secondsLeft() const {
  if (!rates_.isKnown()) return -1;
  double left = secondsLeftOfStep();
  for (std::size_t step = step_ + 1; step < steps_.size(); ++step) left += rates_.secondsOf(steps_[step]);
  return left;
}

double RunEstimate::stepShare() const {
  if (step_ >= steps_.size() || !rates_.isKnown()) return -1;
  const double whole = rates_.secondsOf(steps_[step_]);
  return whole > 0 ? std::clamp(1 - secondsLeftOfStep() / whole, 0.0, 1.0) : -1;
}

void RunEstimate::updateShare() {
  const double left = secondsLeft(), gone = time_ - start_;
  if (left < 0 || gone + left <= 0) return;
  share_ = std::max(share_, gone / (gone + left));
}

}  // namespace zipper
