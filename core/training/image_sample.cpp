// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/image_sample.h"

#include <algorithm>
#include <numeric>

#include "core/support/random.h"

namespace zipper {

DatasetPtr imageSample(const DatasetPtr& dataset, int images, std::uint64_t seed) {
  std::vector<std::int64_t> indices(std::size_t(dataset->size()));
  std::iota(indices.begin(), indices.end(), 0);
  Random random(seed);
  shuffle(indices, random);
  indices.resize(std::min(indices.size(), std::size_t(images)));
  return subset(dataset, indices);
}

}  // namespace zipper
