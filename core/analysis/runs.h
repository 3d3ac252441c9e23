// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/zippering/session.h"

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

}  // namespace zipper
