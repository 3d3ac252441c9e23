// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>

#include "core/session/scores.h"
#include "core/support/error.h"

namespace zipper {

inline bool isShare(double value) { return value >= 0 && value <= 1; }

/// Error unless they are scores of so many tasks, each in range. `where`: "step 3: after calibration". Losses that
/// weren't finite are NaN.
inline void checkScores(const Scores& scores, std::size_t tasks, bool mayBeEmpty, const std::string& where) {
  if (scores.size() != tasks && !(mayBeEmpty && scores.empty()))
    fail(where, ": ", scores.size(), " scores found, ", tasks, " expected");
  for (const Score& score : scores) {
    if (score.images < 0) fail(where, ": ", score.images, " images found, 0 or more expected");
    if (!isShare(score.top1)) fail(where, ": top-1 ", score.top1, " found, 0 to 1 expected");
    if (!isShare(score.top5)) fail(where, ": top-5 ", score.top5, " found, 0 to 1 expected");
    if (score.loss < 0) fail(where, ": loss ", score.loss, " found, 0 or more expected");
  }
}

}  // namespace zipper
