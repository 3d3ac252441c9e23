// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/session/run_tree.h"
#include "core/session/session.h"

namespace zipper {

/// Merging steps that follow each other with the same initialization.
struct StrategyPart {
  Initialization initialization = Initialization::Mean;
  std::vector<int> layers;  ///< in the order of merging
};

/// What the merging steps among these used, in order: one part if all of them used the same.
std::vector<StrategyPart> strategyParts(const std::vector<StepPlan>& steps);

}  // namespace zipper
