// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/timing.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "core/support/error.h"
#include "core/support/random.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

double millisecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::vector<std::size_t> shuffledOrder(std::size_t count, Random& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  return order;
}

Timing timingOf(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const std::size_t half = times.size() / 2;
  const double median = times.size() % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
  return {median, times.front(), int(times.size()), times.back()};
}

}  // namespace

std::string millisecondsText(double median, const TimeRange& range) {
  const bool ofSeveral = range.isKnown() && range.slowest > range.fastest;
  return ofSeveral ? millisecondsText(median, range.fastest, range.slowest) : millisecondsText(median);
}

std::vector<Timing> timeInTurns(const std::vector<TimedWork>& pieces, const TimingOptions& options, const Work& work) {
  if (options.repetitions < 1) fail("timing: ", options.repetitions, " repetitions, at least 1 expected");
  const int rounds = options.warmUps + options.repetitions, count = int(pieces.size());
  std::vector<std::vector<double>> times(pieces.size());
  Random random(1);
  int done = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const std::size_t turn : shuffledOrder(pieces.size(), random)) {
      work.stop.throwIfStopped();
      if (pieces[turn].prepare) pieces[turn].prepare();
      const double time = millisecondsOf(pieces[turn].run);
      if (round >= options.warmUps) times[turn].push_back(time);
      work.tell(++done, rounds * count);
    }
  }
  std::vector<Timing> timings;
  timings.reserve(pieces.size());
  for (auto& each : times) timings.push_back(timingOf(std::move(each)));
  return timings;
}

}  // namespace zipper
