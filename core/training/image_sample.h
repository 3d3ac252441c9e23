// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"

namespace zipper {

/// Up to `images` random images of a data set, the same ones for the same seed.
DatasetPtr imageSample(const DatasetPtr& dataset, int images, std::uint64_t seed);

}  // namespace zipper
