// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>
#include <cmath>
#include <random>
#include <vector>

#include "widgets/plots/value_track.h"

namespace zipper::test {

inline std::mt19937 seeded() {
  const unsigned seed = std::random_device{}();
  qInfo("seed %u", seed);
  return std::mt19937(seed);
}

inline std::size_t below(std::mt19937& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// Mostly ordinary, now and then something that has no place on an axis.
inline float oddValue(std::mt19937& random) {
  const float odd[] = {NAN, INFINITY, -INFINITY, 0, -1, 1e30F};
  return below(random, 20) == 0 ? odd[below(random, 6)] : std::normal_distribution<float>(1, 1)(random);
}

inline std::vector<float> oddValues(std::mt19937& random, std::size_t count) {
  std::vector<float> values(count);
  for (float& value : values) value = oddValue(random);
  return values;
}

inline plots::Extremes bruteForce(const std::vector<float>& values, std::size_t begin, std::size_t end) {
  plots::Extremes result;
  for (std::size_t i = begin; i < end; ++i) {
    const float v = values[i];
    if (std::isnan(v)) result.notANumber = true;
    if (v == INFINITY) result.plusInfinity = true;
    if (v == -INFINITY) result.minusInfinity = true;
    if (!std::isfinite(v)) continue;
    if (v < result.low) result.low = v;
    if (v > result.high) result.high = v;
    if (v > 0 && v < result.lowestPositive) result.lowestPositive = v;
  }
  return result;
}

inline bool same(const plots::Extremes& a, const plots::Extremes& b) {
  return a.low == b.low && a.high == b.high && a.lowestPositive == b.lowestPositive && a.notANumber == b.notANumber &&
         a.plusInfinity == b.plusInfinity && a.minusInfinity == b.minusInfinity;
}

inline bool sameValue(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace zipper::test
