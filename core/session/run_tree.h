// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
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

/// The run that the session stands on; that of the next step where nothing is merged.
int currentRun(const Session& session);

/// The longest texts of a run, in bytes of UTF-8.
inline constexpr std::size_t longestRunName = 400, longestRunNotes = 40000;

/// What people call a run and noted of it; empty if nothing.
const RunNote& noteOf(const Session& session, int run);
/// Sets it, or takes it away where both texts are empty; bytes that aren't UTF-8 become U+FFFD. Error if there is no
/// such run, the next one included, a text is too long, or a name has more than one line.
void setRunNote(Session& session, int run, const RunNote& note);

/// Error that says why a run can't have these texts.
void checkRunNote(const RunNote& note);

/// "run 2", "run 2 (small batches)": the text isn't made printable.
std::string titleOfRun(const Session& session, int run);

}  // namespace zipper
