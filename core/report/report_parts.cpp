// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/session/step_parts.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// "moments"; a name keeps its capital.
std::string partTitle(StepPart part) { return part == StepPart::Fisher ? "Fisher information" : toString(part); }

HtmlCell secondsCell(double seconds) { return {fixedNumber(seconds, 2), true}; }

/// Of the steps that were measured, together.
struct MeasuredSteps {
  std::vector<int> numbers;  ///< from 1
  std::vector<const StepResult*> steps;
  PartSeconds sums;
  double seconds = 0;
};

MeasuredSteps measuredSteps(const Session& session, const std::vector<int>& indices) {
  MeasuredSteps measured;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    const StepResult& step = stepAt(session, indices[i]);
    if (!knowsParts(step)) continue;
    measured.numbers.push_back(int(i) + 1);
    measured.steps.push_back(&step);
    for (const StepPart part : stepParts) measured.sums[part] += step.partSeconds[part];
    measured.seconds += step.seconds;
  }
  return measured;
}

/// Parts that took no time in any step have no column.
void addSeconds(const PartSeconds& shown, const PartSeconds& parts, double whole, std::vector<HtmlCell>& cells) {
  for (const StepPart part : stepParts)
    if (shown[part] > 0) cells.push_back(secondsCell(parts[part]));
  cells.push_back(secondsCell(std::max(0.0, whole - parts.sum())));
  cells.push_back(secondsCell(whole));
}

std::string partsHead(const PartSeconds& shown) {
  std::vector<HtmlCell> heads{{"step", true}, {"what"}};
  for (const StepPart part : stepParts)
    if (shown[part] > 0) heads.push_back({partTitle(part), true});
  heads.push_back({"other", true});
  heads.push_back({"whole", true});
  return htmlRow(heads, true);
}

}  // namespace

std::string partsTable(const Session& session, const std::vector<int>& indices) {
  const MeasuredSteps measured = measuredSteps(session, indices);
  if (measured.steps.empty()) return "";
  std::string rows;
  for (std::size_t i = 0; i < measured.steps.size(); ++i) {
    const StepResult& step = *measured.steps[i];
    std::vector<HtmlCell> cells{{std::to_string(measured.numbers[i]), true}, {titleOfStep(step.plan.target)}};
    addSeconds(measured.sums, step.partSeconds, step.seconds, cells);
    rows += htmlRow(cells);
  }
  std::vector<HtmlCell> sums{{"", true}, {"all"}};
  addSeconds(measured.sums, measured.sums, measured.seconds, sums);
  rows += htmlRow(sums);
  return htmlTable(partsHead(measured.sums), rows) +
         "<p class=\"soft\">Seconds, without pauses. Moments: averages over what layers read and write; kernels: those "
         "of depthwise convolutions, or of the stem, fitted; weights: shared ones set or solved for; statistics: of "
         "batch normalization.</p>\n";
}

}  // namespace zipper
