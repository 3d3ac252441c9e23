// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/session/network_values.h"
#include "core/session/session.h"

namespace zipper {

/// The values of one task's whole path out of those of a merged network, under the names that MobileNet::state() uses:
/// the task's own and the shared ones. The tensors are not copied.
NamedTensors taskValues(const NetworkValues& merged, int task);

/// The values of a step of the session. Throws Error if there is no such step.
const NetworkValues& valuesAt(const Session& session, int step);

}  // namespace zipper
