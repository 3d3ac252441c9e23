// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>

#include "core/exports/export_options.h"
#include "widgets/export/export_subject.h"

namespace zipper {

/// The names that inputs and outputs have where nobody chooses others, in formats that let them be chosen, all of them
/// spelled out; see namesOfTasks(). `task`: "all", "a", "b", ...
GraphNames usualNames(const ExportSubject& subject, const std::string& task, bool softmax);

/// Why these can't be the names, a sentence; empty if they can. As inferenceGraph() has it: 1 to 100 ASCII letters,
/// digits, '_', '.' and '-', none of them twice.
QString problemOfNames(const GraphNames& names);

/// The number of a task by its name ("a": 0); -1 for "all".
int taskNumber(const std::string& task);

}  // namespace zipper
