// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/analysis/answers.h"
#include "core/analysis/confusion.h"
#include "core/analysis/proportion.h"

namespace zipper {

/// What the merge did to the images of one class.
struct ClassChange {
  int label = 0;
  Proportion teacher, merged;  ///< top-1 among the images of the class
  std::int64_t lost = 0;
  std::int64_t won = 0;

  std::int64_t difference() const { return won - lost; }
};

/// What the merge did to a task, in numbers.
struct TaskChanges {
  Proportion teacher, merged;  ///< top-1 with its 95 % interval
  std::int64_t bothRight = 0;
  std::int64_t lost = 0;  ///< the teacher is right, the merged network wrong
  std::int64_t won = 0;   ///< the other way
  std::int64_t bothWrong = 0;
  double p = 1;                      ///< of McNemar's exact test, see paired_test.h
  std::vector<ClassChange> classes;  ///< of those that are some image's label, in order
  Confusion confusion;

  std::int64_t images() const { return bothRight + lost + won + bothWrong; }
};

TaskChanges changesIn(const TaskAnswers& answers);

/// The classes whose number of right answers changed most in either direction, at most `limit`, unchanged ones at the
/// end. Of equal ones the first.
std::vector<ClassChange> mostChanged(const std::vector<ClassChange>& classes, std::size_t limit);

}  // namespace zipper
