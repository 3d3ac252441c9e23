// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>

#include "core/support/error.h"

namespace zipper {

/// A wish to stop, shared between the one who asks (StopSource) and the computation that looks now and then
/// (StopToken). Thread-safe. A default-constructed token never stops.
class StopToken {
 public:
  StopToken() = default;
  bool stopRequested() const { return flag_ && flag_->load(std::memory_order_relaxed); }
  /// Throws Cancelled if a stop was requested.
  void throwIfStopped() const {
    if (stopRequested()) throw Cancelled();
  }

 private:
  friend class StopSource;
  explicit StopToken(std::shared_ptr<const std::atomic<bool>> flag) : flag_(std::move(flag)) {}
  std::shared_ptr<const std::atomic<bool>> flag_;
};

class StopSource {
 public:
  StopSource() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
  StopToken token() const { return StopToken(flag_); }
  /// Async-signal-safe: may be called from a signal handler.
  void requestStop() const { flag_->store(true, std::memory_order_relaxed); }
  bool stopRequested() const { return flag_->load(std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<bool>> flag_;
};

}  // namespace zipper
