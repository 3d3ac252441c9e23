// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analysis/task_changes.h"
#include "core/support/json_reader.h"

namespace zipper {

/// {"images", "top1", "low", "high"}: a share with its 95 % interval (Wilson's).
Json proportionJson(const Proportion& proportion);
/// What the merge did to a task, an object: teacher, merged, lost, won, McNemar's p and the classes. Classes are
/// outputs of the network, a background class counted.
Json changesJson(const TaskAnswers& answers, const TaskChanges& changes);
/// The cells of the confusion matrices that aren't 0 in both.
Json confusionJson(const Confusion& confusion);

}  // namespace zipper
