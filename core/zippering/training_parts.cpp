// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/training_parts.h"

#include <algorithm>

#include "core/network/memory_need.h"
#include "core/support/error.h"
#include "core/zippering/batch_part.h"

namespace zipper {

namespace {

std::vector<float*> lossesOf(IterationRecord& record, std::size_t task) {
  std::vector<float*> losses;
  for (std::vector<float>* column : {&record.crossEntropy, &record.distillation, &record.l1})
    if (task < column->size()) losses.push_back(&(*column)[task]);
  for (std::size_t i = 0; i < layerCount; ++i) losses.push_back(&record.layerL1.at(task * layerCount + i));
  return losses;
}

}  // namespace

std::unique_ptr<torch::optim::Optimizer> makeOptimizer(const std::vector<torch::Tensor>& parameters,
                                                       const CalibrationSettings& settings) {
  if (settings.optimizer == OptimizerKind::Adam)
    return std::make_unique<torch::optim::Adam>(
        parameters, torch::optim::AdamOptions(settings.learningRate).weight_decay(settings.weightDecay));
  return std::make_unique<torch::optim::SGD>(
      parameters,
      torch::optim::SGDOptions(settings.learningRate).momentum(settings.momentum).weight_decay(settings.weightDecay));
}

TaskLoaders::TaskLoaders(const std::vector<DatasetPtr>& trainingSets, const std::vector<MobileNetSpec>& specs,
                         const CalibrationSettings& settings, std::uint64_t seed, ProcessGroupPtr group)
    : group_(std::move(group)) {
  std::uint64_t bytes = 0;
  const std::int64_t images = std::max(1, settings.batchSize / shareOf(group_).count);
  for (const MobileNetSpec& spec : specs) bytes += trainingBytes(spec, images);
  if (!specs.empty())
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

void TaskLoaders::warnOfUnreadable(const Observer& observer) const {
  for (std::size_t t = 0; t < loaders_.size(); ++t) {
    const UnreadableImages bad = loaders_[t]->unreadable(group_);
    if (bad.count > 0 && observer.warning)
      observer.warning(concat("task ", taskName(int(t)), ": ", unreadableText(bad)));
  }
}

void poolLosses(IterationRecord& record, int task, std::int64_t images, const CalibrationSettings& settings,
                const ProcessGroupPtr& group) {
  if (!group) return;
  std::vector<float*> losses = lossesOf(record, std::size_t(task));
  std::vector<double> sums{double(images)};
  for (const float* loss : losses) sums.push_back(double(*loss) * double(images));
  group->sum(sums.data(), sums.size());
  for (std::size_t i = 0; i < losses.size(); ++i) *losses[i] = float(sums[i + 1] / sums[0]);
  record.total = 0;
  for (const float loss : record.crossEntropy) record.total += float(settings.crossEntropyWeight) * loss;
  for (const float loss : record.distillation) record.total += float(settings.distillationWeight) * loss;
  for (const float loss : record.l1) record.total += float(settings.l1Weight) * loss;
}

}  // namespace zipper
