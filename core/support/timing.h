// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/support/work.h"

namespace zipper {

/// Wall times of one piece of work, in milliseconds.
struct Timing {
  double median = 0;
  double minimum = 0;
  int repetitions = 0;  ///< that both are taken over
};

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
