// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/run_state.h"

namespace zipper {

RunCommands availableCommands(const RunSituation& situation) {
  RunCommands commands;
  const RunState state = situation.state;
  const bool idle = state == RunState::Idle, seen = idle && situation.isSeen;
  const bool canRun = seen && situation.hasData && situation.validRecipe && situation.hasRemaining;
  commands.step = commands.runAll = canRun;
  commands.runToSelected = canRun && situation.selectedAhead;
  commands.pause = state == RunState::Running;
  commands.resume = state == RunState::Paused;
  commands.cancel = state == RunState::Running || state == RunState::Paused || state == RunState::Busy;
  commands.stepBack = commands.tryAgain = seen && situation.canStepBack;
  commands.estimate = seen && situation.hasData;
  commands.compare = (seen && situation.hasData && situation.validRecipe) || situation.comparing;
  commands.sizes = (seen && situation.hasData && situation.validRecipe) || situation.measuring;
  commands.open = idle || state == RunState::Empty;
  commands.train = commands.open || situation.training;
  // Finished steps never change, so they can be saved while the next one runs.
  commands.save = idle || state == RunState::Running || state == RunState::Paused;
  commands.exportFiles = idle;
  return commands;
}

}  // namespace zipper
