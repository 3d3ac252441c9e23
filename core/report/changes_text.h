// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/task_changes.h"

namespace zipper {

/// As many classes as people read one by one; of more, those that changed most are shown.
inline constexpr std::size_t classesShown = 20;

/// "86.05 % to 90.06 %"
std::string intervalText(const Proportion& proportion);

/// "Of 1,000 images, 14 are lost (the teacher is right, the merged network wrong), 12 won (the other way) and 30 wrong
/// for both; McNemar's exact test: p = 0.845, so that the difference may well be chance."
std::string changesSentence(const TaskChanges& changes);

/// What the merge did to a task in lines of plain text: intervals, the sentence, a table of the classes. Names in them
/// are shortened, and as strangers' files have them.
std::vector<std::string> changesLines(const TaskAnswers& answers, const TaskChanges& changes);
/// Of one network that was merged with nothing, and so stands for both in the answers: its interval and its classes.
std::vector<std::string> accuracyLines(const TaskAnswers& answers, const TaskChanges& changes);

}  // namespace zipper
