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

void TapCache::fill(const std::vector<std::int64_t>& indices, const float* images, const std::vector<float*>& taps,
                    const Compute& compute) {
  std::vector<std::size_t> missing;
  for (std::size_t n = 0; n < indices.size(); ++n) {
    const auto slot = slots_.find(indices[n]);
    if (slot == slots_.end())
      missing.push_back(n);
    else
      copy(n, memory_.data() + slot->second, taps);
  }
  if (missing.size() == indices.size())
    compute(images, std::int64_t(indices.size()), taps);
  else if (!missing.empty())
    computeMissing(missing, images, taps, compute);
  for (const std::size_t n : missing)
    if (slots_.size() < most_) keep(indices[n], n, taps);
}

void TapCache::computeMissing(const std::vector<std::size_t>& missing, const float* images,
                              const std::vector<float*>& taps, const Compute& compute) {
  images_.resize(missing.size() * imageSize_);
  for (std::size_t i = 0; i < missing.size(); ++i)
    std::copy_n(images + missing[i] * imageSize_, imageSize_, images_.data() + i * imageSize_);
  std::vector<float*> places;
  for (std::size_t layer = 0; layer < taps_.size(); ++layer) {
    taps_[layer].resize(missing.size() * tapSize(layer));
    places.push_back(taps_[layer].data());
  }
  compute(images_.data(), std::int64_t(missing.size()), places);
  for (std::size_t i = 0; i < missing.size(); ++i)
    for (std::size_t layer = 0; layer < taps_.size(); ++layer)
      std::copy_n(places[layer] + i * tapSize(layer), tapSize(layer), taps[layer] + missing[i] * tapSize(layer));
}

void TapCache::keep(std::int64_t index, std::size_t image, const std::vector<float*>& taps) {
  slots_[index] = memory_.size();
  for (std::size_t layer = 0; layer < taps_.size(); ++layer) {
    const std::size_t size = tapSize(layer), begin = memory_.size();
    memory_.resize(begin + size);
    std::copy_n(taps[layer] + image * size, size, memory_.data() + begin);
  }
}

void TapCache::copy(std::size_t image, const float* from, const std::vector<float*>& taps) const {
  for (std::size_t layer = 0; layer < taps_.size(); from += tapSize(layer), ++layer)
    std::copy_n(from, tapSize(layer), taps[layer] + image * tapSize(layer));
}

}  // namespace zipper
