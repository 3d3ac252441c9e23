// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// What the workbench is doing.
enum class RunState {
  Empty,       ///< no session
  Idle,        ///< a session, nothing runs (scoring in the background counts as nothing)
  Running,     ///< steps are being done
  Paused,      ///< a step is held between two batches
  Cancelling,  ///< asked to stop, not there yet
  Busy,        ///< opening, exporting, writing a report, estimating merge costs, comparing or training
};

/// All that decides what can be done now.
struct RunSituation {
  RunState state = RunState::Empty;
  bool hasData = false;        ///< the data sets of all tasks are open
  bool validRecipe = false;    ///< no field of the recipe is wrong
  bool hasRemaining = false;   ///< the plan has steps that the current path hasn't done
  bool canStepBack = false;    ///< something is merged
  bool training = false;       ///< busy with a training, whose dialog can be seen again
  bool comparing = false;      ///< busy with a comparison, whose dialog can be seen again
  bool measuring = false;      ///< busy with sizes or trunks, the same
  bool selectedAhead = false;  ///< the selected layer is among the remaining steps
  bool isSeen = true;          ///< the session is what the window shows, not the start page in front of it
};

/// Which commands make sense.
struct RunCommands {
  bool step = false, runToSelected = false, runAll = false;
  bool pause = false, resume = false, cancel = false;
  bool stepBack = false, tryAgain = false;
  bool estimate = false, compare = false, sizes = false;  ///< from the teachers; the session stays as it is
  bool train = false;
  bool open = false, save = false, exportFiles = false;
};

RunCommands availableCommands(const RunSituation& situation);

}  // namespace zipper
