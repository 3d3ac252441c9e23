// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/changes_text.h"

#include <algorithm>

#include "core/analysis/paired_test.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

constexpr std::size_t nameWidth = 24;
/// Above it, nobody would speak of evidence.
constexpr double chanceLimit = 0.05;

std::string padded(const std::string& text, std::size_t width, bool left) {
  const std::size_t used = characterCount(text);
  const std::string gap(used < width ? width - used : 0, ' ');
  return left ? text + gap : gap + text;
}

std::string classRow(const std::string& name, const std::vector<std::string>& figures) {
  std::string row = padded(shortened(name, nameWidth), nameWidth, true);
  for (const std::string& figure : figures) row += "  " + padded(figure, 9, false);
  return row;
}

/// Those that are shown, and a line that says which they are if it isn't all.
std::vector<ClassChange> shownClasses(const TaskChanges& changes, std::vector<std::string>& lines) {
  const std::size_t count = changes.classes.size();
  if (count <= classesShown) return changes.classes;
  lines.push_back(concat("the ", classesShown, " of ", count, " classes that changed most:"));
  return mostChanged(changes.classes, classesShown);
}

std::string intervalLine(const char* name, const Proportion& proportion) {
  return concat(name, ": top-1 ", percentText(proportion.share), ", 95 % interval ", intervalText(proportion),
                " (Wilson)");
}

}  // namespace

std::string intervalText(const Proportion& proportion) {
  return concat(percentText(proportion.low), " to ", percentText(proportion.high));
}

std::string changesSentence(const TaskChanges& changes) {
  const std::string verdict = changes.lost + changes.won == 0 ? ""
                              : changes.p < chanceLimit       ? ", so that the difference is hardly chance"
                                                              : ", so that the difference may well be chance";
  return concat("Of ", withThousands(changes.images()), changes.images() == 1 ? " image, " : " images, ",
                withThousands(changes.lost), " lost (the teacher is right, the merged network wrong), ",
                withThousands(changes.won), " won (the other way), ", withThousands(changes.bothWrong),
                " wrong for both; McNemar's exact test: ", pText(changes.p), verdict, ".");
}

std::vector<std::string> changesLines(const TaskAnswers& answers, const TaskChanges& changes) {
  std::vector<std::string> lines{intervalLine("teacher", changes.teacher), intervalLine("merged", changes.merged),
                                 changesSentence(changes)};
  const std::vector<ClassChange> shown = shownClasses(changes, lines);
  lines.push_back(classRow("class", {"images", "teacher", "merged", "lost", "won"}));
  for (const ClassChange& one : shown)
    lines.push_back(classRow(concat(one.label, " ", answers.classNames.at(std::size_t(one.label))),
                             {withThousands(one.merged.images), percentText(one.teacher.share),
                              percentText(one.merged.share), withThousands(one.lost), withThousands(one.won)}));
  return lines;
}

std::vector<std::string> accuracyLines(const TaskAnswers& answers, const TaskChanges& changes) {
  std::vector<std::string> lines{concat("95 % interval of top-1: ", intervalText(changes.merged), " (Wilson)")};
  std::vector<ClassChange> shown = changes.classes;
  if (shown.size() > classesShown) {
    std::stable_sort(shown.begin(), shown.end(), [](const ClassChange& one, const ClassChange& other) {
      return one.merged.share < other.merged.share;
    });
    lines.push_back(concat("the ", classesShown, " of ", shown.size(), " classes that are recognized worst:"));
    shown.resize(classesShown);
  }
  lines.push_back(classRow("class", {"images", "top-1"}));
  for (const ClassChange& one : shown)
    lines.push_back(classRow(concat(one.label, " ", answers.classNames.at(std::size_t(one.label))),
                             {withThousands(one.merged.images), percentText(one.merged.share)}));
  return lines;
}

}  // namespace zipper
