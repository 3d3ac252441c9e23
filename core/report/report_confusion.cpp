// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cstdlib>

#include "core/report/changes_text.h"
#include "core/report/html_parts.h"
#include "core/report/report_changes.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// How strong the colour behind a number gets at most, so that the number stays legible.
constexpr double strongest = 0.5;

/// One table: what stands in a cell, and its colour.
struct MatrixLook {
  std::string title;
  std::string (*text)(const ConfusionCell& cell);
  int (*color)(const ConfusionCell& cell);  ///< of --heat-0, --heat-1
  double (*size)(const ConfusionCell& cell);
};

std::string countText(std::int64_t count) { return count == 0 ? "" : withThousands(count); }

/// "+3", "-2" with a minus sign.
std::string signedText(std::int64_t number) {
  if (number == 0) return "";
  return (number > 0 ? "+" : "\u2212") + withThousands(std::abs(number));
}

const MatrixLook& teacherLook() {
  static const MatrixLook look{"teacher: images by label (rows) and answer (columns)",
                               [](const ConfusionCell& cell) { return countText(cell.teacher); },
                               [](const ConfusionCell&) { return 0; },
                               [](const ConfusionCell& cell) { return double(cell.teacher); }};
  return look;
}

const MatrixLook& mergedLook() {
  static const MatrixLook look{
      "merged network: images by label (rows) and answer (columns)", [](const ConfusionCell& cell) { return countText(cell.merged); },
      [](const ConfusionCell&) { return 0; }, [](const ConfusionCell& cell) { return double(cell.merged); }};
  return look;
}

const MatrixLook& differenceLook() {
  static const MatrixLook look{"merged minus teacher: blue is better, orange is worse",
                               [](const ConfusionCell& cell) { return signedText(cell.difference()); },
                               [](const ConfusionCell& cell) { return cell.gain() > 0 ? 0 : 1; },
                               [](const ConfusionCell& cell) { return double(std::abs(cell.difference())); }};
  return look;
}

/// The tables of one task.
class MatrixTables {
 public:
  MatrixTables(const TaskAnswers& answers, const Confusion& confusion)
      : answers_(answers), confusion_(confusion), classes_(classesIn(confusion)) {}

  std::string table(const MatrixLook& look) const {
    double largest = 1;
    for (const ConfusionCell& cell : confusion_.cells) largest = std::max(largest, look.size(cell));
    std::string heads = "<tr><th scope=\"col\"></th>", rows;
    for (const int answer : classes_)
      heads += concat("<th scope=\"col\" class=\"number\" title=\"", nameOf(answer), "\">", answer, "</th>");
    for (const int label : classes_) {
      rows += concat("<tr><th scope=\"row\">", label, " ", nameOf(label), "</th>");
      for (const int answer : classes_) rows += cellOf(look, confusion_.at(label, answer), largest);
      rows += "</tr>\n";
    }
    return concat("<div class=\"wide\"><table class=\"matrix\">\n<caption>", escapeXml(look.title),
                  "</caption>\n<thead>\n", heads, "</tr>\n</thead>\n<tbody>\n", rows, "</tbody>\n</table></div>\n");
  }

 private:
  std::string nameOf(int output) const { return escapeXml(shortened(answers_.classNames.at(std::size_t(output)), 24)); }

  std::string cellOf(const MatrixLook& look, const ConfusionCell& cell, double largest) const {
    const double size = look.size(cell);
    if (size == 0) return "<td class=\"number\"></td>";
    return concat("<td class=\"number\" style=\"background:rgba(var(--heat-", look.color(cell), "),",
                  fixedNumber(strongest * size / largest, 3), ")\" title=\"", nameOf(cell.label), " taken for ",
                  nameOf(cell.answer), ": teacher ", cell.teacher, ", merged ", cell.merged, "\">", look.text(cell),
                  "</td>");
  }

  const TaskAnswers& answers_;
  const Confusion& confusion_;
  std::vector<int> classes_;
};

std::string changedCellsTable(const TaskAnswers& answers, const Confusion& confusion) {
  const std::vector<ConfusionCell> cells = mostChanged(confusion, classesShown);
  if (cells.empty()) return "<p class=\"soft\">The confusion matrices of teacher and merged network are equal.</p>\n";
  const auto name = [&answers](int output) {
    return HtmlCell{concat(output, " ", shortened(answers.classNames.at(std::size_t(output)), 40))};
  };
  std::string rows;
  for (const ConfusionCell& cell : cells)
    rows += htmlRow({name(cell.label),
                     name(cell.answer),
                     {withThousands(cell.teacher), true},
                     {withThousands(cell.merged), true},
                     {signedText(cell.difference()), true}});
  return concat(
      "<p class=\"soft\">The cells of the confusion matrices that changed most:</p>\n",
      htmlTable(htmlRow({{"label"}, {"answer"}, {"teacher", true}, {"merged", true}, {"difference", true}}, true),
                rows));
}

}  // namespace

std::string confusionTables(const TaskAnswers& answers, const Confusion& confusion) {
  if (classesIn(confusion).size() > classesShown) return changedCellsTable(answers, confusion);
  const MatrixTables tables(answers, confusion);
  return concat("<div class=\"matrices\">\n", tables.table(teacherLook()), tables.table(mergedLook()),
                tables.table(differenceLook()), "</div>\n");
}

}  // namespace zipper
