// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/merged_network.h"
#include "core/session/session.h"
#include "core/support/process_group.h"

namespace zipper {

/// What several processes must agree on, or one would go on with something else without anybody noticing. All of them
/// must make these calls; without a group they do nothing.

/// Throws Error if a process has another plan, other networks, other data or other finished steps than rank 0, or
/// evaluates where rank 0 doesn't. Paths may differ.
void checkSameSession(const Session& session, bool evaluates, const ProcessGroupPtr& group);

/// Throws Error if the values of the network differ from rank 0's in any bit. `target` is for the message.
void checkSameWeights(MergedNetwork& network, StepTarget target, const ProcessGroupPtr& group);

/// Throws Error if the batch of a step can't be divided among the processes evenly.
void checkBatchDivides(const StepPlan& plan, const ProcessGroupPtr& group);

}  // namespace zipper
