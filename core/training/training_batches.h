// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include "core/data/batch_plan.h"
#include "core/training/batch_part.h"
#include "core/training/head_features.h"
#include "core/training/training_options.h"

namespace zipper {

/// The batches that a network is trained with, epoch after epoch: images or, where the head alone is trained, what the
/// backbone makes of them, [N,C]. Without random changes to images that is computed once, when this is made. The order
/// of images depends on seed and options alone.
class TrainingBatches {
 public:
  /// The network is on `place`, and its backbone as it is stays behind here. Tells the progress of what is computed
  /// once, in batches. Throws Cancelled, Error as BatchLoader.
  TrainingBatches(MobileNet& network, const DatasetPtr& images, const TrainingOptions& options,
                  const torch::Device& place, const Work& work);

  /// The next of an endless sequence, on the place of the network.
  ReadableBatch next();
  std::int64_t perEpoch() const;
  UnreadableImages unreadable(const ProcessGroupPtr& group) const;
  /// Whether features of all images are kept.
  bool areKept() const { return features_.has_value(); }
  /// Top-1 of the head as it is now, on features of these images that are computed the first time only.
  double scoreHead(MobileNet& network, const DatasetPtr& images, const Work& work);

 private:
  ReadableBatch nextKept();

  torch::Device place_;
  ProcessGroupPtr group_;
  int loaderThreads_;
  std::unique_ptr<FoldedPass> backbone_;  ///< null: all is trained
  std::unique_ptr<BatchLoader> loader_;   ///< null: features are kept
  std::optional<HeadFeatures> features_, scored_;
  std::optional<BatchPlan> plan_;
  std::int64_t number_ = 0;  ///< of the next batch of kept features
};

}  // namespace zipper
