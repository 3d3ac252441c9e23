// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <optional>

#include "core/session/step_parts.h"

namespace zipper {

/// Adds up what the parts of a step take, and tells which of them is being done. For one thread.
class PartClock {
 public:
  /// `now`: seconds since some moment.
  explicit PartClock(std::function<double()> now);
  /// Of the machine.
  PartClock();
  PartClock(const PartClock&) = delete;
  PartClock& operator=(const PartClock&) = delete;

  /// Calls body(): its time counts for the part, not for one that it is called within.
  template <typename Body>
  auto during(StepPart part, const Body& body) {
    const Scope scope(*this, part);
    return body();
  }
  /// What is being done; nothing between two parts.
  std::optional<StepPart> current() const { return current_; }
  /// Until now.
  PartSeconds seconds() const;

 private:
  class Scope {
   public:
    Scope(PartClock& clock, StepPart part) : clock_(clock), outer_(clock.current_) { clock_.enter(part); }
    ~Scope() { clock_.enter(outer_); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    PartClock& clock_;
    std::optional<StepPart> outer_;
  };
  void enter(std::optional<StepPart> part);

  std::function<double()> now_;
  std::optional<StepPart> current_;
  double since_ = 0;
  PartSeconds seconds_;
};

}  // namespace zipper
