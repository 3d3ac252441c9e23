// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report_changes.h"

#include <algorithm>

#include "core/report/changes_text.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

const char* const howMeasured =
    "<p class=\"soft\">Answers of the teachers and of the merged network to the test images. Intervals: 95 %, Wilson's "
    "score interval. Lost: the teacher is right, the merged network wrong; won: the other way. McNemar's exact test "
    "says how probable so unequal numbers of lost and won images are if each was as likely as the other.</p>\n";

std::string softLine(const std::string& text) { return concat("<p class=\"soft\">", escapeXml(text), "</p>\n"); }

HtmlCell figureCell(const std::string& text) { return {text, true}; }

std::string accuracyTable(const TaskChanges& changes) {
  const auto row = [](const char* name, const Proportion& proportion) {
    return htmlRow({{name},
                    figureCell(percentText(proportion.share)),
                    figureCell(intervalText(proportion)),
                    figureCell(withThousands(proportion.hits)),
                    figureCell(withThousands(proportion.images))});
  };
  return htmlTable(
      htmlRow(
          {{"network"}, figureCell("top-1"), figureCell("95 % interval"), figureCell("right"), figureCell("images")},
          true),
      row("teacher", changes.teacher) + row("merged", changes.merged));
}

std::string classTable(const TaskAnswers& answers, const TaskChanges& changes) {
  const bool all = changes.classes.size() <= classesShown;
  std::string rows;
  for (const ClassChange& one : all ? changes.classes : mostChanged(changes.classes, classesShown))
    rows += htmlRow({{concat(one.label, " ", shortened(answers.classNames.at(std::size_t(one.label)), 40))},
                     figureCell(withThousands(one.merged.images)),
                     figureCell(percentText(one.teacher.share)),
                     figureCell(percentText(one.merged.share)),
                     figureCell(pointsText(one.merged.share - one.teacher.share)),
                     figureCell(withThousands(one.lost)),
                     figureCell(withThousands(one.won))});
  const std::string heads = htmlRow({{"class"},
                                     figureCell("images"),
                                     figureCell("teacher, top-1"),
                                     figureCell("merged, top-1"),
                                     figureCell("difference"),
                                     figureCell("lost"),
                                     figureCell("won")},
                                    true);
  return (all ? ""
              : softLine(concat("The ", classesShown, " of ", changes.classes.size(),
                                " classes whose number of right answers changed most:"))) +
         htmlTable(heads, rows);
}

std::string taskChanges(const Session& session, const TaskAnswers& answers) {
  const TaskChanges changes = changesIn(answers);
  std::string text = concat("<h3>", escapeXml(taskTitle(session, answers.task)), "</h3>\n<p>",
                            escapeXml(changesSentence(changes)), "</p>\n");
  if (answers.mergedScore.drawnFrom > 0)
    text += softLine(
        concat("These images are a sample of the ", withThousands(answers.mergedScore.drawnFrom), " test images."));
  if (answers.unreadable > 0)
    text += softLine(concat(counted(answers.unreadable, "image that can't be read is", "images that can't be read are"),
                            " left out."));
  return text + accuracyTable(changes) + classTable(answers, changes) + confusionTables(answers, changes.confusion);
}

}  // namespace

std::string changesOfTasks(const Session& session, const std::vector<TaskAnswers>& answers) {
  if (session.path().empty()) return "";
  std::string text;
  for (int t = 0; t < session.taskCount(); ++t) {
    const auto own =
        std::find_if(answers.begin(), answers.end(), [t](const TaskAnswers& one) { return one.task == t; });
    if (own != answers.end())
      text += taskChanges(session, *own);
    else
      text += softLine(concat(taskTitle(session, t),
                              ": the answers to single images weren't there when this report was written; they need "
                              "test images with labels, and a head."));
  }
  return (answers.empty() ? "" : howMeasured) + text;
}

}  // namespace zipper
