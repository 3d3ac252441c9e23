// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batch_plan.h"

#include <algorithm>
#include <numeric>

#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper {

BatchPlan::BatchPlan(std::int64_t images, const LoaderOptions& options)
    : images_(images), shuffle_(options.shuffle), share_(options.share), seed_(options.seed) {
  if (images < 1) fail("batches: at least one image was expected, the data set is empty");
  if (options.batchSize < 1)
    fail("batches: a batch size of at least 1 was expected, ", options.batchSize, " was found");
  batchSize_ = std::min<std::int64_t>(options.batchSize, images);
  batchesPerEpoch_ = options.dropLast ? images / batchSize_ : (images + batchSize_ - 1) / batchSize_;
}

void BatchPlan::orderEpoch(std::int64_t epoch) {
  if (epoch == orderedEpoch_ || (orderedEpoch_ >= 0 && !shuffle_)) return;
  order_.resize(std::size_t(images_));
  std::iota(order_.begin(), order_.end(), std::int64_t(0));
  Random random(mixSeed({seed_, std::uint64_t(epoch)}));
  if (shuffle_) shuffle(order_, random);
  orderedEpoch_ = epoch;
}

PlannedBatch BatchPlan::batch(std::int64_t number) {
  PlannedBatch planned;
  planned.number = number;
  planned.epoch = number / batchesPerEpoch_;
  const std::int64_t first = number % batchesPerEpoch_ * batchSize_;
  const std::int64_t whole = std::min(batchSize_, images_ - first);
  planned.firstPosition = first + share_.begin(whole);
  orderEpoch(planned.epoch);
  planned.indices.assign(order_.begin() + planned.firstPosition, order_.begin() + first + share_.end(whole));
  return planned;
}

}  // namespace zipper
