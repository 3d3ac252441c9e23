// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/task_changes.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "core/analysis/paired_test.h"

namespace zipper {

namespace {

/// How many images there are of each outcome.
struct OutcomeCounts {
  std::int64_t bothRight = 0, lost = 0, won = 0, bothWrong = 0;

  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome::BothRight:
        ++bothRight;
        return;
      case Outcome::Lost:
        ++lost;
        return;
      case Outcome::Won:
        ++won;
        return;
      case Outcome::BothWrong:
        ++bothWrong;
        return;
    }
  }
  std::int64_t images() const { return bothRight + lost + won + bothWrong; }
  Proportion teacher() const { return proportionOf(bothRight + lost, images()); }
  Proportion merged() const { return proportionOf(bothRight + won, images()); }
};

}  // namespace

TaskChanges changesIn(const TaskAnswers& answers) {
  OutcomeCounts all;
  std::map<int, OutcomeCounts> byClass;
  for (const ImageAnswers& image : answers.images) {
    all.add(outcomeOf(image));
    byClass[image.label].add(outcomeOf(image));
  }
  TaskChanges changes;
  changes.teacher = all.teacher();
  changes.merged = all.merged();
  changes.bothRight = all.bothRight;
  changes.lost = all.lost;
  changes.won = all.won;
  changes.bothWrong = all.bothWrong;
  changes.p = mcNemarsTest(all.lost, all.won);
  for (const auto& [label, counts] : byClass)
    changes.classes.push_back({label, counts.teacher(), counts.merged(), counts.lost, counts.won});
  changes.confusion = confusionOf(answers);
  return changes;
}

std::vector<ClassChange> mostChanged(const std::vector<ClassChange>& classes, std::size_t limit) {
  std::vector<ClassChange> sorted = classes;
  std::stable_sort(sorted.begin(), sorted.end(), [](const ClassChange& one, const ClassChange& other) {
    return std::abs(one.difference()) > std::abs(other.difference());
  });
  if (sorted.size() > limit) sorted.resize(limit);
  return sorted;
}

}  // namespace zipper
