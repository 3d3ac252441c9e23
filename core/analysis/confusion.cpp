// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/confusion.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace zipper {

ConfusionCell Confusion::at(int label, int answer) const {
  const auto wanted = std::make_pair(label, answer);
  const auto found = std::lower_bound(
      cells.begin(), cells.end(), wanted,
      [](const ConfusionCell& cell, const auto& place) { return std::make_pair(cell.label, cell.answer) < place; });
  if (found != cells.end() && std::make_pair(found->label, found->answer) == wanted) return *found;
  return {label, answer, 0, 0};
}

Confusion confusionOf(const TaskAnswers& answers) {
  std::map<std::pair<int, int>, ConfusionCell> cells;
  const auto cellAt = [&cells](int label, int answer) -> ConfusionCell& {
    return cells.try_emplace({label, answer}, ConfusionCell{label, answer, 0, 0}).first->second;
  };
  for (const ImageAnswers& image : answers.images) {
    ++cellAt(image.label, image.teacher).teacher;
    ++cellAt(image.label, image.merged).merged;
  }
  Confusion confusion;
  confusion.classes = answers.classes();
  for (const auto& entry : cells) confusion.cells.push_back(entry.second);
  return confusion;
}

std::vector<int> classesIn(const Confusion& confusion) {
  std::set<int> classes;
  for (const ConfusionCell& cell : confusion.cells) classes.insert({cell.label, cell.answer});
  return {classes.begin(), classes.end()};
}

std::vector<ConfusionCell> mostChanged(const Confusion& confusion, std::size_t limit) {
  std::vector<ConfusionCell> cells;
  for (const ConfusionCell& cell : confusion.cells)
    if (cell.difference() != 0) cells.push_back(cell);
  std::stable_sort(cells.begin(), cells.end(), [](const ConfusionCell& one, const ConfusionCell& other) {
    return std::abs(one.difference()) > std::abs(other.difference());
  });
  if (cells.size() > limit) cells.resize(limit);
  return cells;
}

}  // namespace zipper
