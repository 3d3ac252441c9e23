// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/value_track.h"

#include <algorithm>
#include <cmath>

namespace zipper::plots {

namespace {

constexpr std::size_t valuesPerBlock = 16;
constexpr std::size_t blocksPerBlock = 4;

std::size_t blocksFor(std::size_t count, std::size_t perBlock) { return (count + perBlock - 1) / perBlock; }

}  // namespace

void Extremes::add(float value) {
  if (std::isfinite(value)) {
    low = std::min(low, value);
    high = std::max(high, value);
    if (value > 0) lowestPositive = std::min(lowestPositive, value);
  } else if (std::isnan(value)) {
    notANumber = true;
  } else {
    (value > 0 ? plusInfinity : minusInfinity) = true;
  }
}

void Extremes::add(const Extremes& other) {
  low = std::min(low, other.low);
  high = std::max(high, other.high);
  lowestPositive = std::min(lowestPositive, other.lowestPositive);
  notANumber = notANumber || other.notANumber;
  plusInfinity = plusInfinity || other.plusInfinity;
  minusInfinity = minusInfinity || other.minusInfinity;
}

void ValueTrack::reserve(std::size_t count) { values_.reserve(count); }

void ValueTrack::write(std::size_t begin, const float* values, std::size_t count) {
  if (count == 0) return;
  const std::size_t end = begin + count, inside = std::min(count, values_.size() - begin);
  std::copy(values, values + inside, values_.begin() + std::ptrdiff_t(begin));
  values_.insert(values_.end(), values + inside, values + count);
  std::size_t first = begin / valuesPerBlock, last = blocksFor(end, valuesPerBlock);
  std::size_t blocks = blocksFor(values_.size(), valuesPerBlock);
  for (std::size_t level = 0;; ++level) {
    const bool isNew = level == levels_.size();
    if (isNew) levels_.emplace_back();
    levels_[level].resize(blocks);
    updateLevel(level, isNew ? 0 : first, isNew ? blocks : last);
    if (blocks <= blocksPerBlock) break;
    first /= blocksPerBlock;
    last = blocksFor(last, blocksPerBlock);
    blocks = blocksFor(blocks, blocksPerBlock);
  }
}

void ValueTrack::updateLevel(std::size_t level, std::size_t begin, std::size_t end) {
  for (std::size_t block = begin; block < end; ++block) levels_[level][block] = extremesOfBlock(level, block);
}

Extremes ValueTrack::extremesOfBlock(std::size_t level, std::size_t block) const {
  Extremes result;
  if (level == 0) {
    const std::size_t end = std::min(values_.size(), (block + 1) * valuesPerBlock);
    for (std::size_t i = block * valuesPerBlock; i < end; ++i) result.add(values_[i]);
    return result;
  }
  const std::vector<Extremes>& below = levels_[level - 1];
  const std::size_t end = std::min(below.size(), (block + 1) * blocksPerBlock);
  for (std::size_t i = block * blocksPerBlock; i < end; ++i) result.add(below[i]);
  return result;
}

Extremes ValueTrack::extremes(std::size_t begin, std::size_t end) const {
  Extremes result;
  std::size_t first = blocksFor(begin, valuesPerBlock), last = end / valuesPerBlock;
  if (first >= last) {
    for (std::size_t i = begin; i < end; ++i) result.add(values_[i]);
    return result;
  }
  for (std::size_t i = begin; i < first * valuesPerBlock; ++i) result.add(values_[i]);
  for (std::size_t i = last * valuesPerBlock; i < end; ++i) result.add(values_[i]);
  for (std::size_t level = 0; first < last; ++level) {
    const std::vector<Extremes>& blocks = levels_[level];
    const bool top = level + 1 == levels_.size() || last - first < 2 * blocksPerBlock;
    while (first < last && (top || first % blocksPerBlock != 0)) result.add(blocks[first++]);
    while (first < last && last % blocksPerBlock != 0) result.add(blocks[--last]);
    first /= blocksPerBlock;
    last /= blocksPerBlock;
  }
  return result;
}

}  // namespace zipper::plots
