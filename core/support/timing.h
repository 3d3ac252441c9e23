// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/support/work.h"

namespace zipper {

/// From the fastest to the slowest of several runs, in milliseconds.
struct TimeRange {
  double fastest = 0, slowest = 0;

  bool isKnown() const { return slowest > 0; }
};

/// Wall times of one piece of work, in milliseconds.
struct Timing {
  double median = 0;
  double minimum = 0;
  int repetitions = 0;  ///< that all are taken over
  double maximum = 0;

  TimeRange range() const { return {minimum, maximum}; }
};

/// A median with its range, see text_format.h; the median alone if the range isn't known, or is of one run.
std::string millisecondsText(double median, const TimeRange& range);

/// A piece of work to be timed.
struct TimedWork {
  std::function<void()> run;
  std::function<void()> prepare = {};  ///< before each run; its time doesn't count. May be empty.
};

struct TimingOptions {
  int repetitions = 7;  ///< of each, at least 1
  int warmUps = 2;      ///< rounds before them that don't count
};

/// Times each piece of work. They take turns, each round in another order, so that neither a clock that changes its
/// speed nor what ran just before favours one of them. Tells its progress after each run, warm-up included. Throws
/// Error for less than one repetition, Cancelled between two runs, and whatever a piece of work throws.
std::vector<Timing> timeInTurns(const std::vector<TimedWork>& pieces, const TimingOptions& options,
                                const Work& work = {});

}  // namespace zipper
