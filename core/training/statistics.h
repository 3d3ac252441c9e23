// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/data/dataset.h"
#include "core/network/merged_network.h"
#include "core/support/work.h"

namespace zipper {

/// Re-estimates all BN running statistics of the merged network with one forward pass over up to `images` images of
/// each task: the cumulative average over batches instead of the momentum average (REPAIR, Jordan et al. 2023). Shared
/// batch normalization gets the average over all tasks; that of a trunk sees batches of all tasks as one, so that
/// images are then taken only as long as all tasks have some. Deterministic for a seed. Tells progress in batches. With
/// a group every batch is divided among its processes, and statistics are those of whole batches. Throws Cancelled,
/// RankLost.
void reestimateStatistics(MergedNetwork& network, const std::vector<DatasetPtr>& datasets, int images, int batchSize,
                          std::uint64_t seed, const Work& work = {});

}  // namespace zipper
