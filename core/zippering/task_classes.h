// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/data/class_matching.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// How the classes of a task's data became outputs of its network.
struct TaskClasses {
  ClassMatching matching;
  std::int64_t trainLeftOut = 0, testLeftOut = 0;  ///< images whose class has no output
  /// What is to be said beside the figures of the task: doubts, images left out. Empty if there is nothing.
  std::string notice;
};

/// All that is needed to show how classes are matched, and to say it otherwise.
struct ClassView {
  MobileNetSpec spec;
  std::vector<std::string> classNames;  ///< of the data
  ClassMatching matching;
};

/// Settles which output of the network each class of a task's data is, writes it into `source`, and puts the labels of
/// `data` (which may have been settled before) in order by it. In this order: what the user wishes ("names",
/// "position" or a file; see class_file.h), what the source holds if it was made for these data, in place if an older
/// version made it for these data, by matchClasses(). Images without classes have none of these.
/// Throws Error: a file that doesn't fit, a source that holds nonsense.
TaskClasses settleClasses(TaskSource& source, const MobileNetSpec& spec, TaskData& data, const std::string& wish = "");

/// That for all tasks; `wishes` may be shorter. Throws Error that begins with the task.
std::vector<TaskClasses> settleClasses(Recipe& recipe, const std::vector<MobileNetSpec>& specs,
                                       std::vector<TaskData>& data, const std::vector<std::string>& wishes = {});

}  // namespace zipper
