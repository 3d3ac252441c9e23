// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>

#include "core/data/dataset.h"
#include "core/support/compute_device.h"

namespace zipper {

class TapStore;  ///< tap_store.h

/// Which images moments are taken from.
struct CalibrationImages {
  DatasetPtr dataset;
  int images = 512;
  std::uint64_t seed = 0;
  std::shared_ptr<TapStore> store = nullptr;  ///< of what networks hand on for them; null: they are passed anew
  int stored = 0;                             ///< of how many images it knows that; at least `images`
  ComputeDevice device = {};                  ///< where networks pass them; on a card the store isn't used
};

}  // namespace zipper
