// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/runs.h"

namespace zipper {

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
