// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/support/libtorch.h"
#include "core/support/process_group.h"

namespace zipper {

/// Where the images that this process has of a batch lie in the whole batch.
struct BatchPart {
  std::int64_t first = 0;  ///< the first of them
  std::int64_t whole = 0;  ///< images of the whole batch
};

/// The part of a process that has so many readable images of a batch. Every process of the group must call it. Without
/// a group the part is the whole.
BatchPart partOf(std::int64_t images, const ProcessGroupPtr& group);

/// What this process has of a batch that some process of its group can read an image of.
struct ReadableBatch {
  Batch batch;  ///< may be empty
  BatchPart part;
};

/// The next batch that isn't empty in all processes, or nothing at the end of the pass. Every process of the group must
/// call it; without a group as loader.next(). Throws as that.
std::optional<ReadableBatch> nextReadable(BatchLoader& loader, const ProcessGroupPtr& group);

/// Turns means over the samples of this process into means over those of all, and `samples` into their number. Does
/// nothing without a group. A process without samples has zeros as means; Error if none of them has any.
void poolMeans(double& samples, const std::vector<torch::Tensor*>& means, const ProcessGroupPtr& group);

/// Sums the gradients of the parameters that have one, the same ones in all processes, over the group. Every process of
/// it must call it; without a group it does nothing.
void sumGradients(const std::vector<torch::Tensor>& parameters, const ProcessGroupPtr& group);

}  // namespace zipper
