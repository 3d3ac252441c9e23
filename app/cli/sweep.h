// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/console.h"
#include "core/support/work.h"
#include "core/training/observer.h"
#include "core/zippering/run_folder.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

/// Shows on the terminal how far this process is with its runs.
class SweepProgress {
 public:
  SweepProgress(bool quiet, RunEstimate estimate) : quiet_(quiet), estimate_(std::move(estimate)) {}

  Observer observer();
  void begin(const std::string& title) { title_ = title; }
  void stepFinished() { estimate_.stepFinished(seconds()); }
  /// Replaces the progress by a line that stays.
  void finishLine(const std::string& text) { line_.finishLine(text); }
  void clear() { line_.clear(); }

 private:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
  void showLine(std::optional<StepTarget> target);

  bool quiet_;
  RunEstimate estimate_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string title_ = "teachers";
  ProgressLine line_;
};

/// Merges of the same networks that differ in one thing, of which this process does its own; what is finished is on
/// disk after each, and a report of it is written. What is merged, kept and told is up to the derived class.
class Sweep {
 public:
  /// `quiet`: no progress is shown, as lines of JSON are told. `work`: of scoring the teachers and of this process' own
  /// runs.
  Sweep(RunFolder& folder, const StopToken& stop, bool quiet, std::vector<StepWork> work);
  virtual ~Sweep() = default;
  Sweep(const Sweep&) = delete;
  Sweep& operator=(const Sweep&) = delete;

  /// What rank 0 does, or the only process: its runs, and the report on all of them.
  void runAndTell();
  /// What the others do.
  void runOwn();
  /// Runs that are known by now.
  int finished() const { return finished_; }
  void clear() { progress_.clear(); }

 protected:
  virtual void scoreTeachers(const Observer& observer, const Work& work) = 0;
  /// "trunk 4"
  virtual std::string title(std::size_t run) const = 0;
  virtual Json merge(std::size_t run, const Observer& observer, const std::function<void()>& stepFinished,
                     const Work& work) = 0;
  /// A finished run, by whichever process; `json` as merge() made it.
  virtual void take(std::size_t run, const Json& json) = 0;
  /// What was taken, to the terminal.
  virtual void tell(std::size_t run, SweepProgress& progress) = 0;
  virtual void writeReport() = 0;
  /// When several processes are done, and this one is alone.
  virtual void whenAlone(const Work& /*work*/, SweepProgress& /*progress*/) {}

 private:
  void run(const Observer& observer, const std::function<void()>& stepFinished);
  void collect();

  RunFolder& folder_;
  Work work_;
  SweepProgress progress_;
  std::vector<bool> known_;
  int finished_ = 0;
};

/// Runs it in this process' part. Returns whether it is through: false if it was interrupted, which is told.
bool runSweep(Sweep& sweep, const RunFolder& folder, const std::string& report, const std::string& unit);

}  // namespace zipper::cli
