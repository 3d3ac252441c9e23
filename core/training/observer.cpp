// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/observer.h"

#include <utility>

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

/// `start` moves on by what a call took. Stays empty if it was, since some look whether anybody listens.
template <typename Value>
void leaveOut(std::function<void(const Value&)>& call, Clock::time_point& start) {
  if (!call) return;
  call = [told = std::move(call), &start](const Value& value) {
    const auto before = Clock::now();
    told(value);
    start += Clock::now() - before;
  };
}

}  // namespace

WorkClock::WorkClock(const Observer& observer) : observer_(observer) {
  leaveOut(observer_.stage, start_);
  leaveOut(observer_.batch, start_);
  leaveOut(observer_.warning, start_);
}

double WorkClock::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace zipper
