// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/network/merged_network.h"
#include "core/support/process_group.h"
#include "core/training/task_step.h"

namespace zipper {

/// The fastest step that can do each task of a network without a trunk. The teachers, one per task, must outlive them.
/// Error if the settings or a group ask for what no step can do for this network, which says why.
std::vector<std::unique_ptr<TaskStep>> makeTaskSteps(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                                                     const CalibrationSettings& settings, const ProcessGroupPtr& group);

}  // namespace zipper
