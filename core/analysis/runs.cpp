// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/runs.h"

#include <algorithm>
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

int runOfNextStep(const Session& session) {
  const std::vector<int> numbers = runNumbers(session);
  const int next = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1;
  const bool isTip =
      session.current >= 0 && std::none_of(session.steps.begin(), session.steps.end(),
                                           [&](const auto& step) { return step->parent == session.current; });
  return isTip ? numbers[std::size_t(session.current)] : next;
}

std::vector<StrategyPart> strategyParts(const std::vector<StepPlan>& steps) {
  std::vector<StrategyPart> parts;
  for (const StepPlan& step : steps) {
    if (!step.target.mergesLayer()) continue;
    const Initialization initialization = step.settings.start.initialization;
    if (parts.empty() || parts.back().initialization != initialization) parts.push_back({initialization, {}});
    parts.back().layers.push_back(step.target.layerNumber());
  }
  return parts;
}

}  // namespace zipper
