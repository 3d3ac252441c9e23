// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/support/error.h"
#include "core/support/rank_place.h"
#include "core/support/share.h"
#include "core/support/stop_token.h"

namespace at {
class Tensor;
}

namespace zipper {

/// Another process ended, or didn't answer in time; the message says which rank if that can be found out. The
/// computation can't go on.
class RankLost : public Error {
 public:
  using Error::Error;
};

/// The processes that do one computation together, each on its share of the images (data parallelism), over LibTorch's
/// c10d with Gloo. All of them must make the same calls in the same order; each call waits for the others and throws
/// RankLost if one of them is gone. To be used from one thread.
class ProcessGroup {
 public:
  /// Called once if the others aren't there after a second; `whom`: who is waited for, and where.
  using Waiting = std::function<void(const std::string& whom)>;

  /// Meets the others. Throws Error if the master isn't known or can't be reached, its port is taken, or not all
  /// processes are there within place.patience; Cancelled.
  explicit ProcessGroup(const RankPlace& place, const StopToken& stop = {}, const Waiting& waiting = {});
  ~ProcessGroup();
  ProcessGroup(const ProcessGroup&) = delete;
  ProcessGroup& operator=(const ProcessGroup&) = delete;

  /// Nothing if the environment speaks of one process only. Throws Error as rankPlaceFromEnvironment() and the
  /// constructor.
  static std::shared_ptr<ProcessGroup> fromEnvironment(const StopToken& stop = {}, const Waiting& waiting = {});

  int rank() const { return place_.rank; }
  int size() const { return place_.size; }
  Share share() const { return {rank(), size()}; }

  /// Replaces a dense tensor on the CPU by its sum over all processes: the same bits in all of them, and in every run
  /// with as many processes.
  void sum(at::Tensor& tensor);
  void sum(double* values, std::size_t count);
  /// The number of every process, by rank.
  std::vector<std::int64_t> gather(std::int64_t own);

 private:
  struct Connection;
  [[noreturn]] void giveUp();

  RankPlace place_;
  std::unique_ptr<Connection> connection_;
};

using ProcessGroupPtr = std::shared_ptr<ProcessGroup>;

/// The first rank whose text isn't that of rank 0, compared by its SHA-256; -1 if all have the same. Every process of
/// the group must call it.
int rankThatDiffers(const std::string& text, ProcessGroup& group);

/// All of it without a group.
Share shareOf(const ProcessGroupPtr& group);
/// Whether this process is the one that reports and writes: rank 0, or the only one.
bool isFirst(const ProcessGroupPtr& group);
/// Throws Cancelled if a stop was requested: of a group in all processes at the same place, whichever it was requested
/// of. Without a group as stop.throwIfStopped().
void throwIfStopped(const StopToken& stop, const ProcessGroupPtr& group);

}  // namespace zipper
