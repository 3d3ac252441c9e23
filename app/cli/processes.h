// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/support/process_group.h"

namespace zipper::cli {

/// The processes that this one was started with, if any; says so when they have to be waited for. Only rank 0 warns of
/// anything from then on. An allocation of Slurm alone, without srun, has started one. Throws as
/// ProcessGroup::fromEnvironment().
ProcessGroupPtr meetOthers(const StopToken& stop);

}  // namespace zipper::cli
