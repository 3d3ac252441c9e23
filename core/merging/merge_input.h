// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/data/dataset.h"
#include "core/merging/calibration_images.h"
#include "core/recipe/recipe.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"
#include "core/training/part_clock.h"

namespace zipper {

/// What merging a layer looks at besides the network. Progress is told in batches; with a group its processes divide
/// the images.
struct MergeInput {
  std::vector<DatasetPtr> trainingSets;  ///< per task; only looked at if needsImages(settings)
  StepSettings settings;
  std::uint64_t seed = 0;
  std::uint64_t imageSeed = 0;  ///< of the images; with one for all layers the store knows more of them
  Work work = {};
  std::vector<std::shared_ptr<TapStore>> stores = {};  ///< per task, see CalibrationImages; empty: none
  std::shared_ptr<PartClock> clock = std::make_shared<PartClock>();
  ComputeDevice device = {};  ///< where images pass networks; what follows from that is solved on the CPU
};

/// The training images of a task that a layer of it is initialized by.
CalibrationImages imagesOfTask(const MergeInput& input, int task);

}  // namespace zipper
