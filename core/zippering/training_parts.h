#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/zippering/observer.h"
#include "core/zippering/recipe.h"

namespace zipper {

/// The optimizer that the settings name, over these parameters.
std::unique_ptr<torch::optim::Optimizer> makeOptimizer(const std::vector<torch::Tensor>& parameters,
                                                       const CalibrationSettings& settings);

/// Endless shuffled batches of the training sets of all tasks, with labels if cross entropy has a weight. Deterministic
/// for a seed.
class TaskLoaders {
 public:
  /// A data set and a spec per task.
  TaskLoaders(const std::vector<DatasetPtr>& trainingSets, const std::vector<MobileNetSpec>& specs,
              const CalibrationSettings& settings, std::uint64_t seed);
  /// A batch of each task.
  std::vector<Batch> next();
  /// Iterations of an epoch of the smallest training set, at least 1.
  double smallestEpoch() const;
  /// One warning per task that had images which can't be read.
  void warnOfUnreadable(const Observer& observer) const;

 private:
  std::vector<std::unique_ptr<BatchLoader>> loaders_;
};

}  // namespace zipper
