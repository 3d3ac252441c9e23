// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/processes.h"

#include "app/cli/console.h"
#include "core/support/error.h"

namespace zipper::cli {

ProcessGroupPtr meetOthers(const StopToken& stop) {
  ProcessGroupPtr group = ProcessGroup::fromEnvironment(
      stop, [](const std::string& whom) { tellLine(concat("waiting for ", whom, " (Ctrl+C ends it)")); });
  if (!isFirst(group)) silenceWarnings();
  return group;
}

void needOneProcess(const std::string& command) {
  const int processes = processesStarted();
  if (processes > 1)
    fail("there are ", processes, " processes, and zipper ", command,
         " runs in one: each of them would do all of the work; start it without torchrun, mpirun or srun, or set "
         "WORLD_SIZE=1 (zipper merge and resume can be divided)");
}

}  // namespace zipper::cli
