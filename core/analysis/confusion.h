// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/analysis/answers.h"

namespace zipper {

/// How many images with a label got an answer, from the teacher and from the merged network.
struct ConfusionCell {
  int label = 0;
  int answer = 0;
  std::int64_t teacher = 0;
  std::int64_t merged = 0;

  std::int64_t difference() const { return merged - teacher; }
  /// Above 0 where the change is good: more images on the diagonal, fewer beside it.
  std::int64_t gain() const { return label == answer ? difference() : -difference(); }
};

/// The confusion matrices of teacher and merged network, and so their difference. Only what isn't 0 in both is kept: a
/// network may have twenty thousand classes.
struct Confusion {
  int classes = 0;
  std::vector<ConfusionCell> cells;  ///< by label, then by answer

  /// The cell, of zeros if it isn't kept.
  ConfusionCell at(int label, int answer) const;
};

Confusion confusionOf(const TaskAnswers& answers);

/// The classes that are some image's label or answer, in order: rows and columns without them are empty.
std::vector<int> classesIn(const Confusion& confusion);

/// The cells whose difference is largest in either direction, at most `limit`, those without one left out. Of equal
/// ones the first.
std::vector<ConfusionCell> mostChanged(const Confusion& confusion, std::size_t limit);

}  // namespace zipper
