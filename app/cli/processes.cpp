// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/processes.h"

#include "app/cli/console.h"
#include "core/support/error.h"

namespace zipper::cli {

ProcessGroupPtr meetOthers(const StopToken& stop) {
  if (processesStarted() == 1) return nullptr;
  ProcessGroupPtr group = ProcessGroup::fromEnvironment(
      stop, [](const std::string& whom) { tellLine(concat("waiting for ", whom, " (Ctrl+C ends it)")); });
  if (!isFirst(group)) silenceWarnings();
  return group;
}

}  // namespace zipper::cli
