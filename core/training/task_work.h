// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// Calls body(task, its part of the work) for tasks that have nothing to do with each other: several at once where
/// threads can be divided (see TaskLanes), one after another on a card and where a group works together. The results
/// are the same with any number of threads if those of body() are. Progress is told by this thread as that of the
/// whole; what tasks that go together warn of is told when all are done, in their order. Rethrows what the first task
/// threw that did.
void forTasks(int tasks, const Work& whole, const ComputeDevice& device,
              const std::function<void(int task, const Work& own)>& body);

/// Work whose progress, that of forTasks(), is told as that of one task after another, each from 0 to its own end.
Work asPasses(const Work& work, int tasks);

}  // namespace zipper
