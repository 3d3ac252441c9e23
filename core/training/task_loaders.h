// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/recipe/recipe.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// Endless shuffled batches of the training sets of all tasks, with labels if cross entropy has a weight. Deterministic
/// for a seed.
class TaskLoaders {
 public:
  /// A data set and a spec per task. With a group, the share of this process. Throws Error if training takes more
  /// memory than the machine has; that of a card isn't looked at. The batches are on the CPU.
  TaskLoaders(const std::vector<DatasetPtr>& trainingSets, const std::vector<MobileNetSpec>& specs,
              const CalibrationSettings& settings, std::uint64_t seed, ProcessGroupPtr group = nullptr,
              const ComputeDevice& device = {});
  /// A batch of each task, without those that nobody can read an image of; with a group the share of it, which may be
  /// empty.
  std::vector<Batch> next();
  /// Iterations of an epoch of the smallest training set, at least 1.
  double smallestEpoch() const;
  /// One warning per task that had images which can't be read. Every process of a group must call it.
  void warnOfUnreadable(const Work& work) const;

 private:
  ProcessGroupPtr group_;
  std::vector<std::unique_ptr<BatchLoader>> loaders_;
};

}  // namespace zipper
