// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/data/dataset.h"
#include "core/network/merged_network.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// What re-estimating statistics found up to a layer, for the next time: where networks, images and their order are the
/// same up to there, bit for bit, it goes on from that. For one thread.
class KnownStatistics {
 public:
  explicit KnownStatistics(std::size_t bytes = std::size_t(512) << 20) : bytes_(bytes) {}

 private:
  friend class StatisticsPass;
  struct Task {
    std::vector<torch::Tensor> values;      ///< weights, scales and shifts of the units up to the tap
    std::vector<torch::Tensor> statistics;  ///< that were found, running mean and variance of each of them
    std::vector<torch::Tensor> maps;        ///< [N,C,H,W] of each batch, channels last
  };
  std::size_t bytes_;
  std::vector<DatasetPtr> datasets_;
  int images_ = 0, batchSize_ = 0;
  std::uint64_t seed_ = 0;
  int layer_ = -1;  ///< -1: nothing is known
  std::vector<Task> tasks_;
};

/// Which images statistics are taken from.
struct StatisticsImages {
  std::vector<DatasetPtr> datasets;  ///< per task
  int images = 2048;                 ///< of each task
  int batchSize = 64;
  std::uint64_t seed = 0;
  std::shared_ptr<KnownStatistics> known = nullptr;  ///< null: every pass begins at the images
  int layer = -1;             ///< that the next pass can begin behind; -1: none, which takes less memory
  ComputeDevice device = {};  ///< on a card every pass begins at the images
};

/// Re-estimates all BN running statistics of the merged network with one forward pass over up to `images` images of
/// each task: the cumulative average over batches instead of the momentum average (REPAIR, Jordan et al. 2023). Shared
/// batch normalization gets the average over all tasks; that of a trunk sees batches of all tasks as one, so that
/// images are then taken only as long as all tasks have some. Deterministic for a seed. Tells progress in batches. With
/// a group, which there can't be on a card, every batch is divided among its processes, and statistics are those of
/// whole batches. The network is on the CPU before and after. Throws Cancelled, RankLost, Error.
void reestimateStatistics(MergedNetwork& network, const StatisticsImages& images, const Work& work = {});

}  // namespace zipper
