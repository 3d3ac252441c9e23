// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/task_loaders.h"

#include <algorithm>

#include "core/network/memory_need.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/training/batch_part.h"

namespace zipper {

TaskLoaders::TaskLoaders(const std::vector<DatasetPtr>& trainingSets, const std::vector<MobileNetSpec>& specs,
                         const CalibrationSettings& settings, std::uint64_t seed, ProcessGroupPtr group,
                         const ComputeDevice& device)
    : group_(std::move(group)) {
  std::uint64_t bytes = 0;
  const std::int64_t images = std::max(1, settings.batchSize / shareOf(group_).count);
  for (const MobileNetSpec& spec : specs) bytes += trainingBytes(spec, images);
  if (!specs.empty() && !device.isCard())
    checkMemory("calibration with batches of " + imagesText(specs.front(), images) + " per task", bytes);
  for (std::size_t t = 0; t < trainingSets.size(); ++t) {
    LoaderOptions options;
    options.batchSize = settings.batchSize;
    options.shuffle = options.endless = options.dropLast = true;
    options.labels = settings.crossEntropyWeight > 0;
    if (settings.augment) options.augmentation.cropPadding = specs[t].inputSize / 8;
    options.seed = mixSeed({seed, t});
    options.share = shareOf(group_);
    loaders_.push_back(std::make_unique<BatchLoader>(trainingSets[t], specs[t], options));
  }
}

std::vector<Batch> TaskLoaders::next() {
  std::vector<Batch> batches;
  for (auto& loader : loaders_) batches.push_back(nextReadable(*loader, group_)->batch);
  return batches;
}

double TaskLoaders::smallestEpoch() const {
  std::int64_t smallest = loaders_[0]->batchesPerEpoch();
  for (const auto& loader : loaders_) smallest = std::min(smallest, loader->batchesPerEpoch());
  return double(std::max<std::int64_t>(1, smallest));
}

void TaskLoaders::warnOfUnreadable(const Work& work) const {
  for (std::size_t t = 0; t < loaders_.size(); ++t) {
    const UnreadableImages bad = loaders_[t]->unreadable(group_);
    if (bad.count > 0) work.warn(concat("task ", taskName(int(t)), ": ", unreadableText(bad)));
  }
}

}  // namespace zipper
