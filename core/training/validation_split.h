// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"

namespace zipper {

/// Holds `images` images out of a training set: `second` has them, `first` the others, each in the order of the data
/// set. Every class gives its share (largest remainders; the smaller number wins a tie) but keeps at least one image,
/// so that with many classes of one image fewer than `images` may be held out. Depends on labels and seed only. Throws
/// Error if `images` is below 1 or more than half of the set, or if no class can spare one.
SplitDatasets holdOut(const DatasetPtr& trainingSet, int images, std::uint64_t seed);

}  // namespace zipper
