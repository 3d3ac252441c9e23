// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sweep.h"

#include "core/support/error.h"
#include "core/support/stop_token.h"

namespace zipper::cli {

Observer SweepProgress::observer() {
  Observer observer;
  observer.batch = [this](const BatchProgress& progress) {
    estimate_.batch(progress, seconds());
    showLine(progress.target);
  };
  observer.stage = [this](const StageProgress& progress) {
    estimate_.stage(progress, seconds());
    showLine(progress.stage == Stage::Evaluating ? std::nullopt : progress.target);
  };
  return observer;
}

void SweepProgress::showLine(std::optional<StepTarget> target) {
  const std::string step = target ? ", " + titleOfStep(*target) : "";
  if (!quiet_) line_.show(title_ + step + timeLeftText(estimate_.secondsLeft()), estimate_.share());
}

Sweep::Sweep(RunFolder& folder, const StopToken& stop, bool quiet, std::vector<StepWork> work)
    : folder_(folder),
      work_{stop, {}, printWarning},
      progress_(quiet, RunEstimate(std::move(work), {}, 0)),
      known_(folder.size(), false) {}

void Sweep::runAndTell() {
  if (const std::string doubt = folder_.doubt(); !doubt.empty()) printNote(doubt);
  const Observer observer = progress_.observer();
  scoreTeachers(observer, work_);
  progress_.stepFinished();
  collect();
  run(observer, [this] { progress_.stepFinished(); });
  const auto waiting = [this] {
    progress_.clear();
    tellLine("waiting for the runs of the other processes (Ctrl+C ends it)");
  };
  folder_.waitForOthers([this] { collect(); }, waiting, work_.stop);
  progress_.clear();
  if (folder_.processes() > 1) whenAlone({work_.stop}, progress_);
  folder_.checkComplete();
}

void Sweep::runOwn() {
  work_.warning = {};
  run({}, [] {});
}

void Sweep::run(const Observer& observer, const std::function<void()>& stepFinished) {
  for (const std::size_t own : folder_.own()) {
    progress_.begin(title(own));
    folder_.keep(own, merge(own, observer, stepFinished, work_));
    if (folder_.gathers()) collect();
  }
}

/// Reads what is new, and writes the report of it.
void Sweep::collect() {
  bool grown = false;
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (known_[i]) continue;
    const auto json = folder_.result(i);
    if (!json) continue;
    take(i, *json);
    known_[i] = true;
    ++finished_;
    progress_.clear();
    tell(i, progress_);
    grown = true;
  }
  if (grown) writeReport();
}

bool runSweep(Sweep& sweep, const RunFolder& folder, const std::string& report, const std::string& unit) {
  try {
    if (folder.gathers())
      sweep.runAndTell();
    else
      sweep.runOwn();
    return true;
  } catch (const Cancelled&) {
    if (!folder.gathers()) return false;
    sweep.clear();
    tellInterrupted(report, unit, sweep.finished());
    return false;
  }
}

}  // namespace zipper::cli
