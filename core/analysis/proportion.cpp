// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/proportion.h"

#include <algorithm>
#include <cmath>

#include "core/support/error.h"

namespace zipper {

namespace {

/// The standard normal distribution's quantile for 97.5 %: what lies beyond it on both sides is 5 %.
constexpr double quantileOf95 = 1.959963984540054;

}  // namespace

Proportion proportionOf(std::int64_t hits, std::int64_t images) {
  if (hits < 0 || hits > images) fail(hits, " of ", images, " images can't be a share");
  Proportion result;
  result.hits = hits;
  result.images = images;
  if (images == 0) return result;
  const double n = double(images), p = double(hits) / n, z2 = quantileOf95 * quantileOf95;
  const double center = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = quantileOf95 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  result.share = p;
  // Exactly the ends where none or all are hits, which rounding would miss.
  result.low = hits == 0 ? 0 : std::max(0.0, center - half);
  result.high = hits == images ? 1 : std::min(1.0, center + half);
  return result;
}

Proportion top1Of(const Score& score) {
  if (!(score.top1 >= 0 && score.top1 <= 1) || score.images < 0) return {};
  return proportionOf(std::llround(score.top1 * double(score.images)), score.images);
}

}  // namespace zipper
