// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet.h"
#include "core/session/network_values.h"
#include "core/session/session.h"

namespace zipper {

/// The values of one task's whole path out of those of a merged network, under the names that MobileNet::state() uses:
/// the task's own and the shared ones. The tensors are not copied.
NamedTensors taskValues(const NetworkValues& merged, int task);

/// The values of a step of the session. Throws Error if there is no such step.
const NetworkValues& valuesAt(const Session& session, int step);

/// The teacher of a task, from 0 on. Throws Error if there is no such task.
const Teacher& teacherOfTask(const Session& session, int task);

/// The whole path of one task through the merged network at a step of the session (-1: its teacher), a network of its
/// own in evaluation mode. networkAt() would build those of all tasks. Throws Error if there is no such task or step.
MobileNet taskNetworkAt(const Session& session, int step, int task);

}  // namespace zipper
