// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

struct GraphTask;
struct InferenceGraph;

/// The name of the file with a task's class names: "labels.txt" of the only task, else "labels_a.txt", ...
/// `letter`: of the only task empty.
std::string labelFileName(const GraphTask& task);
std::string labelFileName(const std::string& letter);

/// What each output of a task is called, in one line each and never empty; none if its classes have no names.
std::vector<std::string> labelsOf(const MobileNetSpec& spec);

/// Names and contents of the files that say what each output of a task is, as apps read them: one class name per line,
/// control characters and what isn't UTF-8 replaced, "background" for a background class without a name, "class 7" for
/// another one. Tasks without class names have none.
std::vector<std::pair<std::string, std::string>> labelFiles(const InferenceGraph& graph);

}  // namespace zipper
