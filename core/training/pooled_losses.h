// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/recipe/recipe.h"
#include "core/support/process_group.h"
#include "core/training/observer.h"

namespace zipper {

/// Makes the losses of a task in a record, means over the so many images that this process has of its batch, those of
/// the whole batch, the same in all processes. `total` becomes that of the tasks in the record. Every process of the
/// group must call it, with zeros if it has no images; without a group it does nothing.
void poolLosses(IterationRecord& record, int task, std::int64_t images, const CalibrationSettings& settings,
                const ProcessGroupPtr& group);

}  // namespace zipper
