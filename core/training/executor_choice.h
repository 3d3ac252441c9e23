// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/compute/task_lanes.h"
#include "core/network/merged_network.h"
#include "core/support/process_group.h"
#include "core/training/task_step.h"

namespace zipper {

/// The fastest step that can do each task of a network without a trunk. The teachers, one per task, must outlive them.
/// Error if the settings or a group ask for what no step can do for this network, which says why.
/// With several lanes those of different lanes can go at once: see canGoAtOnce().
std::vector<std::unique_ptr<TaskStep>> makeTaskSteps(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                                                     const CalibrationSettings& settings, const ProcessGroupPtr& group,
                                                     const TaskLanes* lanes = nullptr);

/// Whether steps of several tasks can: they are the fused ones, gradients of all are added before an update, and the
/// tasks share nothing else that a step writes.
bool canGoAtOnce(MergedNetwork& network, const CalibrationSettings& settings, const ProcessGroupPtr& group);

}  // namespace zipper
