// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/training_batches.h"

#include <utility>

#include "core/training/network_device.h"

namespace zipper {

namespace {

LoaderOptions trainingLoading(const TrainingOptions& options, const ProcessGroupPtr& group) {
  LoaderOptions loading;
  loading.batchSize = options.batchSize;
  loading.shuffle = loading.endless = loading.dropLast = true;
  loading.augmentation = options.augmentation;
  loading.seed = options.seed;
  loading.threads = options.loaderThreads;
  loading.share = shareOf(group);
  return loading;
}

/// Several processes have other images in each epoch: none of them could keep the features it needs.
bool canKeep(const TrainingOptions& options, const MobileNetSpec& spec, std::int64_t images,
             const ProcessGroupPtr& group) {
  return options.headOnly && !options.augmentation.any() && !group &&
         headFeatureBytes(spec, images) <= headFeatureBudget;
}

}  // namespace

TrainingBatches::TrainingBatches(MobileNet& network, const DatasetPtr& images, const TrainingOptions& options,
                                 const torch::Device& place, const Work& work)
    : place_(place), group_(work.group), loaderThreads_(options.loaderThreads) {
  const LoaderOptions loading = trainingLoading(options, work.group);
  if (options.headOnly) backbone_ = std::make_unique<FoldedPass>(network);
  if (canKeep(options, network->spec(), images->size(), work.group)) {
    plan_.emplace(images->size(), loading);
    features_.emplace(*backbone_, images, options.loaderThreads, work);
  } else {
    loader_ = std::make_unique<BatchLoader>(images, network->spec(), loading);
  }
}

ReadableBatch TrainingBatches::nextKept() {
  while (true) {
    Batch batch = features_->batchOf(plan_->batch(number_++).indices);
    const std::int64_t images = batch.images.size(0);
    if (images > 0) return {std::move(batch), {0, images}};
  }
}

ReadableBatch TrainingBatches::next() {
  if (features_) return nextKept();
  ReadableBatch next = *nextReadable(*loader_, group_);
  next.batch = batchOn(place_, next.batch);
  if (!backbone_) return next;
  const torch::NoGradGuard noGrad;
  // Nothing of a batch may be left to a process: its head still takes part.
  next.batch.images = next.batch.images.size(0) > 0
                          ? backbone_->features(next.batch.images)
                          : torch::zeros({0, std::int64_t(featureChannels(backbone_->network().plan()))}, place_);
  return next;
}

std::int64_t TrainingBatches::perEpoch() const { return plan_ ? plan_->batchesPerEpoch() : loader_->batchesPerEpoch(); }

UnreadableImages TrainingBatches::unreadable(const ProcessGroupPtr& group) const {
  return features_ ? features_->unreadable() : loader_->unreadable(group);
}

double TrainingBatches::scoreHead(MobileNet& network, const DatasetPtr& images, const Work& work) {
  if (!scored_) scored_.emplace(*backbone_, images, loaderThreads_, work);
  const torch::NoGradGuard noGrad;
  const Batch& all = scored_->all();
  const auto hits = network->logitsOf(all.images).argmax(1).eq(all.labels).sum().item<std::int64_t>();
  return double(hits) / double(all.labels.size(0));
}

}  // namespace zipper
