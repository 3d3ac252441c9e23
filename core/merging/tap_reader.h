// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/merging/calibration_images.h"
#include "core/merging/tap_store.h"
#include "core/support/work.h"
#include "core/training/batch_part.h"

namespace zipper {

/// Batches of what networks hand on behind a layer for a task's images: from the store where it has that, else from the
/// images on. The batches are the same either way, and on the networks' device.
class TapReader {
 public:
  /// The passes must outlive it. `layer`: as in PassStart. With a group its processes divide the images of each batch,
  /// and the store isn't used; nor is it for networks on a card.
  TapReader(std::vector<FoldedPass*> passes, int layer, const CalibrationImages& images, int batchSize,
            const Work& work);

  struct Batch {
    std::vector<PassStart> starts;  ///< one of each network, behind the layer or before it
    BatchPart part;
    int number = 0;  ///< from 1 on
    std::int64_t images() const { return starts.front().maps.size(0); }
  };
  /// Without images only where another process of the group has some. Throws Cancelled, RankLost.
  std::optional<Batch> next();
  int batches() const { return batches_; }

 private:
  std::optional<Batch> nextKnown();
  std::optional<Batch> nextLoaded();

  std::vector<FoldedPass*> passes_;
  torch::Device place_;  ///< of the networks
  CalibrationImages images_;
  std::int64_t batchSize_;
  Work work_;
  std::vector<std::shared_ptr<const KnownTaps>> known_;  ///< per network; empty: the loader is used
  std::unique_ptr<BatchLoader> loader_;
  std::size_t row_ = 0;  ///< of what is known
  int number_ = 0, batches_ = 0;
};

}  // namespace zipper
