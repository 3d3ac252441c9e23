// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/tap_cache.h"

#include <algorithm>

namespace zipper {

TapCache::TapCache(const UnitShapes& shapes, std::int64_t budgetBytes)
    : shapes_(shapes), imageSize_(std::size_t(shapes.imageSize())), taps_(std::size_t(shapes.layers())) {
  for (int layer = 1; layer <= shapes_.layers(); ++layer) allTaps_ += std::size_t(shapes_.tapSize(layer));
  most_ = std::size_t(budgetBytes) / (allTaps_ * sizeof(float));
  memory_.reserve(most_ * allTaps_);
}

TeacherTaps TapCache::tapsOf(const std::vector<std::int64_t>& indices, const float* images,
                             const std::vector<float*>& places, const Compute& compute) {
  std::vector<std::size_t> missing;
  for (std::size_t n = 0; n < indices.size(); ++n)
    if (slots_.count(indices[n]) == 0) missing.push_back(n);
  TeacherTaps computed;
  if (missing.size() == indices.size()) {
    compute(images, std::int64_t(indices.size()), places);
    computed = teacherTaps(shapes_, places, std::int64_t(indices.size()));
  } else if (!missing.empty()) {
    computed = computeMissing(missing, images, compute);
  }
  TeacherTaps taps(taps_.size(), std::vector<const float*>(indices.size()));
  for (std::size_t layer = 0; layer < taps.size(); ++layer)
    for (std::size_t i = 0; i < missing.size(); ++i) taps[layer][missing[i]] = computed[layer][i];
  for (std::size_t n = 0, i = 0; n < indices.size(); ++n) {
    if (i < missing.size() && missing[i] == n) {
      if (slots_.size() < most_ && slots_.count(indices[n]) == 0) keep(indices[n], i, computed);
      ++i;
      continue;
    }
    const float* from = memory_.data() + slots_.at(indices[n]);
    for (std::size_t layer = 0; layer < taps.size(); from += tapSize(layer), ++layer) taps[layer][n] = from;
  }
  return taps;
}

TeacherTaps TapCache::computeMissing(const std::vector<std::size_t>& missing, const float* images,
                                     const Compute& compute) {
  images_.resize(missing.size() * imageSize_);
  for (std::size_t i = 0; i < missing.size(); ++i)
    std::copy_n(images + missing[i] * imageSize_, imageSize_, images_.data() + i * imageSize_);
  std::vector<float*> places;
  for (std::size_t layer = 0; layer < taps_.size(); ++layer) {
    taps_[layer].resize(missing.size() * tapSize(layer));
    places.push_back(taps_[layer].data());
  }
  compute(images_.data(), std::int64_t(missing.size()), places);
  return teacherTaps(shapes_, places, std::int64_t(missing.size()));
}

/// There is room for it: `memory_` stays where it is.
void TapCache::keep(std::int64_t index, std::size_t image, const TeacherTaps& taps) {
  slots_[index] = memory_.size();
  for (std::size_t layer = 0; layer < taps.size(); ++layer) {
    const std::size_t size = tapSize(layer), begin = memory_.size();
    memory_.resize(begin + size);
    std::copy_n(taps[layer][image], size, memory_.data() + begin);
  }
}

}  // namespace zipper
