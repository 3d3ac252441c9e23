// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/observer.h"

#include <utility>

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

/// `start` moves on by what a call took. Stays empty if it was, since some look whether anybody listens.
template <typename... Values>
void leaveOut(std::function<void(Values...)>& call, Clock::time_point& start) {
  if (!call) return;
  call = [told = std::move(call), &start](Values... values) {
    const auto before = Clock::now();
    told(values...);
    start += Clock::now() - before;
  };
}

}  // namespace

WorkClock::WorkClock(const Observer& observer, const Work& work) : observer_(observer), work_(work) {
  leaveOut(observer_.stage, start_);
  leaveOut(observer_.batch, start_);
  leaveOut(work_.progress, start_);
  leaveOut(work_.warning, start_);
}

double WorkClock::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace zipper
