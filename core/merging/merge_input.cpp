// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/merge_input.h"

#include "core/support/random.h"

namespace zipper {

CalibrationImages imagesOfTask(const MergeInput& input, int task) {
  const int images = input.settings.initializationImages;
  return {input.trainingSets[std::size_t(task)],
          images,
          mixSeed({input.imageSeed, 1, std::uint64_t(task)}),
          input.stores.empty() ? nullptr : input.stores.at(std::size_t(task)),
          images,
          input.device};
}

}  // namespace zipper
