// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/data/loader_options.h"

namespace zipper {

/// One batch to be prepared.
struct PlannedBatch {
  std::int64_t number = 0;  ///< counted over all epochs
  std::int64_t epoch = 0;
  std::int64_t firstPosition = 0;     ///< of its first image within the epoch
  std::vector<std::int64_t> indices;  ///< into the data set; of the share alone
};

/// Which image is in which batch: depends on the size of the data set and the options only. Not thread-safe.
class BatchPlan {
 public:
  /// Throws Error if there are no images or the batch size is below 1.
  BatchPlan(std::int64_t images, const LoaderOptions& options);

  std::int64_t batchesPerEpoch() const { return batchesPerEpoch_; }
  /// Cheap when called with rising numbers: the order of one epoch is kept.
  PlannedBatch batch(std::int64_t number);

 private:
  void orderEpoch(std::int64_t epoch);

  std::int64_t images_;
  std::int64_t batchSize_;
  std::int64_t batchesPerEpoch_;
  bool shuffle_;
  Share share_;
  std::uint64_t seed_;
  std::int64_t orderedEpoch_ = -1;
  std::vector<std::int64_t> order_;
};

}  // namespace zipper
