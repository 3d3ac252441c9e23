// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/session/session.h"

namespace zipper {

/// One way through the tree of steps, from the teachers to a tip.
struct Run {
  int number = 0;          ///< 0, 1, ...: never changes while the session grows
  std::vector<int> steps;  ///< indices into Session::steps, in order
};

/// The run of each step: the first child of a step goes on with its run, every further child begins a new one, in the
/// order in which the steps were made.
std::vector<int> runNumbers(const Session& session);

/// All runs of a session, by number.
std::vector<Run> runsOf(const Session& session);

/// The run that a step made now would belong to: that of the current step if nothing follows it yet, else a new one.
int runOfNextStep(const Session& session);

/// Merging steps that follow each other with the same initialization.
struct StrategyPart {
  Initialization initialization = Initialization::Mean;
  std::vector<int> layers;  ///< in the order of merging
};

/// What the merging steps among these used, in order: one part if all of them used the same.
std::vector<StrategyPart> strategyParts(const std::vector<StepPlan>& steps);

}  // namespace zipper
