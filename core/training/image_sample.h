// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"

namespace zipper {

/// Up to `images` random images of a data set, the same ones for the same seed.
DatasetPtr imageSample(const DatasetPtr& dataset, int images, std::uint64_t seed);

/// Which test sets are large for people who wait for a score, and how much of them is scored first.
struct FirstScored {
  int images = 1000;
  std::int64_t large = 2000;  ///< sets of more images
};

/// The images of a test set that are scored first: of a large one a sample that depends on its size alone, so that the
/// scores of all steps can be compared; the test set itself if it isn't large. Null for null.
DatasetPtr scoringSample(const DatasetPtr& testSet, const FirstScored& first = {});

/// How many images the set has that a scoringSample() was drawn from; 0 for other data sets.
std::int64_t drawnFrom(const Dataset& dataset);

}  // namespace zipper
