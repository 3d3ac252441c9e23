// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/data/dataset.h"
#include "core/recipe/recipe.h"
#include "core/support/work.h"

namespace zipper {

/// What merging a layer looks at besides the network. Progress is told in batches; with a group its processes divide
/// the images.
struct MergeInput {
  std::vector<DatasetPtr> trainingSets;  ///< per task; only looked at if needsImages(settings)
  StepSettings settings;
  std::uint64_t seed = 0;
  Work work = {};
};

}  // namespace zipper
