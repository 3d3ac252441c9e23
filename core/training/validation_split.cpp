// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/validation_split.h"

#include <algorithm>
#include <numeric>

#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper {

namespace {

using Indices = std::vector<std::int64_t>;

std::vector<Indices> indicesByClass(const Dataset& dataset) {
  std::vector<Indices> byClass(dataset.classNames().size());
  for (std::int64_t i = 0; i < dataset.size(); ++i) byClass.at(std::size_t(dataset.label(i))).push_back(i);
  return byClass;
}

/// How many images of each class are held out. `images` is at most half of all, so that only classes of one image
/// could lose their last.
Indices quotas(const std::vector<Indices>& byClass, std::int64_t images, std::int64_t all) {
  Indices quota, remainder;
  for (const Indices& members : byClass) {
    const std::int64_t product = images * std::int64_t(members.size());
    quota.push_back(product / all);
    remainder.push_back(product % all);
  }
  std::vector<std::size_t> order(byClass.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  std::int64_t left = images - std::accumulate(quota.begin(), quota.end(), std::int64_t(0));
  for (const std::size_t c : order) {
    if (left == 0) break;
    if (quota[c] + 1 >= std::int64_t(byClass[c].size())) continue;
    ++quota[c];
    --left;
  }
  return quota;
}

}  // namespace

SplitDatasets holdOut(const DatasetPtr& trainingSet, int images, std::uint64_t seed) {
  const std::int64_t all = trainingSet->size();
  if (images < 1 || images > all / 2)
    fail("validation images: ", images, " found, 1 to half of the ", all, " training images expected");
  std::vector<Indices> byClass = indicesByClass(*trainingSet);
  const Indices quota = quotas(byClass, images, all);
  Indices first, second;
  for (std::size_t c = 0; c < byClass.size(); ++c) {
    Random random(mixSeed({seed, c}));
    shuffle(byClass[c], random);
    const auto border = byClass[c].begin() + std::ptrdiff_t(quota[c]);
    second.insert(second.end(), byClass[c].begin(), border);
    first.insert(first.end(), border, byClass[c].end());
  }
  if (second.empty()) fail("validation images: no class of the training set has images to spare; use 0");
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  return {subset(trainingSet, std::move(first)), subset(trainingSet, std::move(second))};
}

}  // namespace zipper
