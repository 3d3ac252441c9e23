// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/analysis/confusion.h"
#include "core/data/dataset.h"

namespace zipper {

// Tables of answers as CSV. Classes are outputs of the network, a background class counted, each with its name.

/// Which networks a table is of: teacher and merged network, or one network that was merged with nothing, as both of
/// the answers.
enum class AnswerTable { Compared, OneNetwork };

/// A row per cell of the confusion matrices that isn't 0 in both: label,label_name,answer,answer_name,teacher,merged,
/// difference; of one network: label,label_name,answer,answer_name,images.
std::string confusionCsv(const TaskAnswers& answers, const Confusion& confusion,
                         AnswerTable table = AnswerTable::Compared);

/// A row per image that one of the networks takes for something else: image,label,label_name,teacher,teacher_name,
/// merged,merged_name,kind,teacher_probability,merged_probability, where kind is lost, won or both wrong; of one
/// network: image,label,label_name,answer,answer_name,probability. `images`: what the answers are about.
std::string wrongImagesCsv(const TaskAnswers& answers, const Dataset& images,
                           AnswerTable table = AnswerTable::Compared);

}  // namespace zipper
