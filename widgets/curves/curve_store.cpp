// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curve_store.h"

#include <QElapsedTimer>
#include <algorithm>
#include <utility>

namespace zipper::plots {

namespace {
constexpr std::size_t rowsPerSlice = 2048;
}

const Segment* StoredRun::segmentAt(std::size_t iteration) const {
  for (const Segment& segment : segments)
    if (iteration > segment.offset && iteration <= segment.end()) return &segment;
  return nullptr;
}

const StoredRun* CurveStore::current() const {
  const auto found = std::find_if(runs_.begin(), runs_.end(), [](const StoredRun& run) { return run.run.current; });
  return found == runs_.end() ? nullptr : &*found;
}

bool CurveStore::isDistilled() const {
  for (const StoredRun& run : runs_)
    for (const Segment& segment : run.segments)
      if (segment.curves->isDistilled()) return true;
  return false;
}

std::size_t CurveStore::longestStep() const {
  std::size_t longest = 0;
  for (const StoredRun& run : runs_)
    for (const Segment& segment : run.segments) longest = std::max(longest, segment.curves->rows());
  return longest;
}

void CurveStore::setRuns(const std::vector<CurveRun>& runs, int tasks) {
  if (tasks != tasks_) {
    cache_.clear();
    tasks_ = tasks;
    ended_.reset();
    if (live_ != nullptr) live_ = std::make_shared<StepCurves>(tasks_, window_);
  }
  runs_.clear();
  used_.clear();
  for (const CurveRun& run : runs)
    for (const auto& step : run.steps) used_.insert(step.get());
  for (const CurveRun& run : runs) runs_.push_back(stored(run));
  for (auto entry = cache_.begin(); entry != cache_.end();)
    entry = used_.count(entry->first) > 0 ? std::next(entry) : cache_.erase(entry);
  ended_.reset();
  attachLive();
}

StoredRun CurveStore::stored(const CurveRun& run) {
  StoredRun result{run, {}, false};
  std::size_t offset = 0;
  for (const auto& step : run.steps) {
    result.segments.push_back({offset, step->plan.target, false, curvesOf(step)});
    offset += step->curve.rows();
  }
  return result;
}

std::shared_ptr<StepCurves> CurveStore::curvesOf(const std::shared_ptr<const StepResult>& step) {
  auto& curves = cache_[step.get()];
  if (curves == nullptr) curves = adopted(step);
  if (curves == nullptr) curves = std::make_shared<StepCurves>(tasks_, window_, step);
  return curves;
}

/// What was shown of the step already needn't be loaded and averaged again.
std::shared_ptr<StepCurves> CurveStore::adopted(const std::shared_ptr<const StepResult>& step) {
  // A step of which more is known now, e.g. how it scores, takes the place of that step and has its curves.
  for (auto& [other, curves] : cache_) {
    if (curves == nullptr || used_.count(other) > 0 || curves->rows() != step->curve.rows()) continue;
    if (step->values == nullptr || other->values != step->values) continue;
    curves->finish(step);
    return std::exchange(curves, nullptr);
  }
  for (std::shared_ptr<StepCurves>* tail : {&live_, &ended_}) {
    if (*tail == nullptr || !(*tail)->agreesWith(*step)) continue;
    std::shared_ptr<StepCurves> curves = *tail;
    curves->finish(step);
    // The tail goes on empty until endStep(): its iterations are those of the finished step now.
    *tail = tail == &live_ ? std::make_shared<StepCurves>(tasks_, window_) : nullptr;
    return curves;
  }
  return nullptr;
}

StoredRun& CurveStore::runForLive() {
  const auto found = std::find_if(runs_.begin(), runs_.end(), [](const StoredRun& run) { return run.run.current; });
  if (found != runs_.end()) return *found;
  CurveRun run;
  for (const StoredRun& other : runs_) run.number = std::max(run.number, other.run.number + 1);
  run.current = true;
  runs_.push_back({run, {}, true});
  return runs_.back();
}

void CurveStore::attachLive() {
  if (live_ == nullptr) return;
  StoredRun& run = runForLive();
  run.segments.push_back({run.rows(), liveTarget_, true, live_});
}

void CurveStore::startStep(StepTarget target) {
  endStep();
  live_ = std::make_shared<StepCurves>(tasks_, window_);
  liveTarget_ = target;
  attachLive();
}

void CurveStore::append(const std::vector<IterationRecord>& records) {
  if (live_ == nullptr) return;  // cancelled meanwhile
  for (const IterationRecord& record : records) live_->append(record);
}

void CurveStore::endStep() {
  if (live_ == nullptr) return;
  for (StoredRun& run : runs_)
    run.segments.erase(
        std::remove_if(run.segments.begin(), run.segments.end(), [](const Segment& s) { return s.live; }),
        run.segments.end());
  runs_.erase(std::remove_if(runs_.begin(), runs_.end(), [](const StoredRun& run) { return run.madeUp; }), runs_.end());
  ended_ = std::move(live_);
  live_.reset();
}

void CurveStore::setWindow(int window) {
  if (window == window_) return;
  window_ = window;
  for (const auto& [step, curves] : cache_) curves->restartSmoothing(window);
  for (const auto& tail : {live_, ended_})
    if (tail != nullptr) tail->restartSmoothing(window);
}

bool CurveStore::work(double milliseconds) {
  QElapsedTimer timer;
  timer.start();
  const auto isOver = [&] { return double(timer.nsecsElapsed()) > milliseconds * 1e6; };
  for (const bool currentOnes : {true, false})  // what the user looks at comes first
    for (const StoredRun& run : runs_) {
      if (run.run.current != currentOnes) continue;
      for (const Segment& segment : run.segments)
        while (segment.curves->work(rowsPerSlice))
          if (isOver()) return true;
    }
  return false;
}

}  // namespace zipper::plots
