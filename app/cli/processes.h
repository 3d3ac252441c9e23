// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/support/process_group.h"

namespace zipper::cli {

/// The processes that this one was started with, if any; says so when they have to be waited for. Only rank 0 warns of
/// anything from then on. Throws as ProcessGroup::fromEnvironment().
ProcessGroupPtr meetOthers(const StopToken& stop);

/// Throws Error if this process was started as one of several: `command` can't divide its work, and each of them would
/// do all of it and write the same files.
void needOneProcess(const std::string& command);

}  // namespace zipper::cli
