// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/task_changes.h"
#include "core/session/session.h"

namespace zipper {

/// What the merge changed, task by task: accuracies with intervals, images lost and won, classes, confusion matrices.
/// A sentence where answers of a task are missing; empty if nothing is merged.
std::string changesOfTasks(const Session& session, const std::vector<TaskAnswers>& answers);

/// The confusion matrices of teacher and merged network and their difference; of more than classesShown classes a table
/// of the cells that changed most.
std::string confusionTables(const TaskAnswers& answers, const Confusion& confusion);

}  // namespace zipper
