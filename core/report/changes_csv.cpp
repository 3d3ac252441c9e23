// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/changes_csv.h"

#include "core/support/csv_field.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// "3,dress"
std::string numberAndName(const TaskAnswers& answers, int output) {
  return concat(output, ",", csvField(answers.classNames.at(std::size_t(output))));
}

}  // namespace

std::string confusionCsv(const TaskAnswers& answers, const Confusion& confusion, AnswerTable table) {
  const bool compared = table == AnswerTable::Compared;
  std::string text =
      concat("label,label_name,answer,answer_name,", compared ? "teacher,merged,difference" : "images", "\n");
  for (const ConfusionCell& cell : confusion.cells) {
    text += concat(numberAndName(answers, cell.label), ",", numberAndName(answers, cell.answer), ",", cell.teacher);
    if (compared) text += concat(",", cell.merged, ",", cell.difference());
    text += "\n";
  }
  return text;
}

std::string wrongImagesCsv(const TaskAnswers& answers, const Dataset& images, AnswerTable table) {
  const bool compared = table == AnswerTable::Compared;
  std::string text = concat("image,label,label_name,",
                            compared ? "teacher,teacher_name,merged,merged_name,kind,teacher_probability,"
                                       "merged_probability"
                                     : "answer,answer_name,probability",
                            "\n");
  for (const ImageAnswers& image : answers.images) {
    const Outcome outcome = outcomeOf(image);
    if (outcome == Outcome::BothRight) continue;
    text += concat(csvField(images.describeImage(image.image)), ",", numberAndName(answers, image.label), ",",
                   numberAndName(answers, image.teacher), ",");
    if (compared) text += concat(numberAndName(answers, image.merged), ",", toString(outcome), ",");
    text += shortestNumber(image.teacherProbability);
    if (compared) text += "," + shortestNumber(image.mergedProbability);
    text += "\n";
  }
  return text;
}

}  // namespace zipper
