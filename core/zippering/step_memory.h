// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/merging/tap_store.h"
#include "core/session/network_values.h"
#include "core/training/statistics.h"

namespace zipper {

/// A teacher after unfoldNorms(), its channels in the order that they were loaded in, and what it was made of.
struct UnfoldedTeacher {
  std::shared_ptr<const NetworkValues> loaded;
  DatasetPtr images;
  std::uint64_t seed = 0;
  int count = 0, heldOut = 0;
  MobileNet network{nullptr};
};

/// What steps that look at the same images know of each other. The results are the same without, within rounding: a
/// product of oneDNN 3 may depend in its last bits on how many rows it has. For one thread.
struct StepMemory {
  /// `bytes`: of both parts together.
  explicit StepMemory(int tasks, std::size_t bytes = std::size_t(512) << 20)
      : taps(tapStores(tasks, bytes / 2)),
        statistics(std::make_shared<KnownStatistics>(bytes / 2)),
        unfolded(std::size_t(tasks)) {}

  std::vector<std::shared_ptr<TapStore>> taps;  ///< of each task
  std::shared_ptr<KnownStatistics> statistics;
  std::vector<UnfoldedTeacher> unfolded;  ///< of each task

 private:
  static std::vector<std::shared_ptr<TapStore>> tapStores(int tasks, std::size_t bytes) {
    std::vector<std::shared_ptr<TapStore>> stores;
    for (int t = 0; t < tasks; ++t) stores.push_back(std::make_shared<TapStore>(bytes / std::size_t(tasks)));
    return stores;
  }
};

}  // namespace zipper
