// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/recipe/recipe.h"
#include "core/support/process_group.h"
#include "core/support/stop_token.h"

namespace zipper {

/// What merging a layer looks at besides the network.
struct MergeInput {
  std::vector<DatasetPtr> trainingSets;  ///< per task; only looked at if needsImages(settings)
  StepSettings settings;
  std::uint64_t seed = 0;
  StopToken stop;
  std::function<void(int done, int total)> progress;  ///< in batches
  std::function<void(const std::string&)> warning;
  ProcessGroupPtr group = nullptr;  ///< divides the images among its processes
};

}  // namespace zipper
