// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace zipper {

/// What a network scores on a labelled set.
struct Score {
  std::int64_t images = 0;
  double top1 = 0;             ///< 0...1
  double top5 = 0;             ///< 0...1; with five classes or fewer it is 1
  double loss = 0;             ///< mean cross entropy
  std::int64_t drawnFrom = 0;  ///< images of the set that these are a fixed sample of; 0: they are the set
};

/// One score per task.
using Scores = std::vector<Score>;

/// What a state of the network scored on the held-out images in the course of fine-tuning.
struct ValidationPoint {
  int iteration = 0;  ///< after so many iterations; 0: before the first
  Scores scores;
};

/// Whether any of them is of a sample.
inline bool areOfSample(const Scores& scores) {
  for (const Score& score : scores)
    if (score.drawnFrom > 0) return true;
  return false;
}

/// Scores of whole test sets where they are known, those of samples until then.
inline const Scores& bestKnown(const Scores& whole, const Scores& sample) { return whole.empty() ? sample : whole; }

/// Mean top-1 over the tasks; 0 if there are none.
inline double meanTop1(const Scores& scores) {
  double sum = 0;
  for (const Score& score : scores) sum += score.top1;
  return scores.empty() ? 0 : sum / double(scores.size());
}

}  // namespace zipper
