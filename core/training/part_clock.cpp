// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/part_clock.h"

#include <chrono>
#include <utility>

namespace zipper {

namespace {

double machineSeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

PartClock::PartClock(std::function<double()> now) : now_(std::move(now)) {}

PartClock::PartClock() : PartClock(machineSeconds) {}

void PartClock::enter(std::optional<StepPart> part) {
  seconds_ = seconds();
  since_ = now_();
  current_ = part;
}

PartSeconds PartClock::seconds() const {
  PartSeconds seconds = seconds_;
  if (current_) seconds[*current_] += now_() - since_;
  return seconds;
}

}  // namespace zipper
