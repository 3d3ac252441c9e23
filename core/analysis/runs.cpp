// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/runs.h"

#include <set>

namespace zipper {

std::vector<int> runNumbers(const Session& session) {
  std::vector<int> numbers;
  std::set<int> withChild;
  int next = 0;
  for (const auto& step : session.steps) {
    const bool first = withChild.insert(step->parent).second;
    numbers.push_back(first && step->parent >= 0 ? numbers[std::size_t(step->parent)] : next++);
  }
  return numbers;
}

std::vector<Run> runsOf(const Session& session) {
  const std::vector<int> numbers = runNumbers(session);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = std::size_t(numbers[i]);
    if (number >= runs.size()) runs.resize(number + 1);
    runs[number] = {numbers[i], session.path(int(i))};
  }
  return runs;
}

}  // namespace zipper
