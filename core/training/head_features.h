// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/session/scores.h"
#include "core/support/work.h"

namespace zipper {

/// What a backbone that is never changed makes of each image of a data set: what its head reads, computed once.
class HeadFeatures {
 public:
  /// Computes them where the network of the pass is; telling progress in batches. `labels` of the batches are outputs.
  /// Throws Cancelled, Error as BatchLoader.
  HeadFeatures(FoldedPass& pass, const DatasetPtr& images, int loaderThreads, const Work& work);

  /// Those of these images, [N,C], with their labels; images that can't be read are left out.
  Batch batchOf(const std::vector<std::int64_t>& images) const;
  /// All of them that can be read.
  const Batch& all() const { return all_; }
  const UnreadableImages& unreadable() const { return unreadable_; }

 private:
  Batch all_;
  std::vector<std::int64_t> rows_;  ///< of each image of the data set; -1: can't be read
  UnreadableImages unreadable_;
};

/// How many features a network has for each image.
int featureChannels(const NetworkPlan& plan);
/// Bytes of the features of so many images.
std::uint64_t headFeatureBytes(const MobileNetSpec& spec, std::int64_t images);
/// What features may take to be kept; of more images they are computed in each epoch.
inline constexpr std::uint64_t headFeatureBudget = std::uint64_t(1) << 30;

}  // namespace zipper
