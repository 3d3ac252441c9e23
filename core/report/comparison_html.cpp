// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include "core/network/task_names.h"
#include "core/report/comparison_charts.h"
#include "core/report/comparison_figures.h"
#include "core/report/comparison_report.h"
#include "core/report/guess_notice.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/report/svg_chart.h"
#include "core/report/task_legend.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// What is different about the naive baseline, if it is among the strategies.
std::string naiveNote(const Comparison& comparison) {
  for (const Strategy& strategy : comparison.strategies) {
    const auto runs = runsOf(comparison, strategy);
    if (!strategy.naive || runs.empty()) continue;
    return concat(" “", strategy.name, "”: one network with a head per task and all other layers shared (",
                  withThousands(runs.front()->parameters),
                  " parameters), trained directly from random weights with the cross entropy only, by the recipe's "
                  "default settings, for as many iterations as the whole plan; its loss has no layer-wise term.");
  }
  return "";
}

/// "93.21 ± 0.12 %"
std::string percentSpread(const Spread& spread) {
  if (spread.count == 0) return "";
  if (spread.count == 1) return percentText(spread.mean);
  return concat(fixedNumber(100 * spread.mean, 2), " ± ", fixedNumber(100 * spread.deviation, 2), "\u00a0%");
}

/// "520 / 41.2 s", of how many runs if not of all.
std::string reachedText(const Spread& iterations, const Spread& seconds, int runs) {
  if (iterations.count == 0) return "not reached";
  const std::string text = concat(withThousands(std::llround(iterations.mean)), " / ", durationText(seconds.mean));
  return iterations.count == runs ? text : concat(text, " (", iterations.count, " of ", runs, " runs)");
}

std::string timesText(double ratio) { return fixedNumber(ratio, 2) + "\u00d7"; }

double compressionOf(const Comparison& comparison, const Strategy& strategy) {
  const auto runs = runsOf(comparison, strategy);
  const auto merged = runs.empty() ? comparison.cost.mergedParameters : runs.front()->parameters;
  return double(comparison.cost.separateParameters) / double(merged);
}

std::string accuracyTable(const Comparison& comparison) {
  std::vector<HtmlCell> head{{"strategy"}};
  for (std::size_t t = 0; t < comparison.teacherScores.size(); ++t)
    head.push_back({concat("top-1 ", taskCapital(int(t))), true});
  for (const char* text : {"mean top-1", "against the teachers", "untrained", "compression", "speedup"})
    head.push_back({text, true});
  std::vector<HtmlCell> teachers{{"teachers"}};
  for (const Score& score : comparison.teacherScores) teachers.push_back({percentText(score.top1), true});
  teachers.push_back({percentText(meanTop1(comparison.teacherScores)), true});
  teachers.insert(teachers.end(), 4, HtmlCell{""});
  std::string rows = htmlRow(teachers);
  for (const StrategyFigures& figures : strategyFigures(comparison)) {
    std::vector<HtmlCell> cells{{figures.strategy.name}};
    for (const Spread& task : figures.top1) cells.push_back({percentSpread(task), true});
    cells.push_back({percentSpread(figures.meanTop1), true});
    cells.push_back({pointsText(figures.meanTop1.mean - meanTop1(comparison.teacherScores)), true});
    cells.push_back({percentSpread(figures.untrained), true});
    cells.push_back({timesText(compressionOf(comparison, figures.strategy)), true});
    const bool timed = !figures.strategy.naive && !comparison.speedups.empty();
    cells.push_back({timed ? timesText(comparison.speedups.back()) : "", true});
    rows += htmlRow(cells);
  }
  return htmlTable(htmlRow(head, true), rows);
}

/// What a run with another initialization has that is different as well.
std::string factorsTable(const Comparison& comparison) {
  std::string rows;
  for (const Strategy& strategy : comparison.strategies)
    if (!strategy.naive) rows += htmlRow({{strategy.name}, {besidesInitialization(comparison, strategy)}});
  const std::string doubt = doubtAboutFactors(comparison);
  return htmlTable(htmlRow({{"strategy"}, {"besides the initialization"}}, true), rows) +
         (doubt.empty() ? "" : concat("<p>", escapeXml(doubt), "</p>\n"));
}

std::string effortTable(const Comparison& comparison) {
  std::string rows;
  for (const StrategyFigures& figures : strategyFigures(comparison))
    rows += htmlRow({{figures.strategy.name},
                     {reachedText(figures.iterations, figures.seconds, figures.runs), true},
                     {reachedText(figures.iterationsWithin1, figures.secondsWithin1, figures.runs), true},
                     {reachedText(figures.iterationsWithin2, figures.secondsWithin2, figures.runs), true}});
  return htmlTable(
      htmlRow({{"strategy"}, {"iterations / time", true}, {"within 1 point", true}, {"within 2 points", true}}, true),
      rows);
}

std::string note(const Comparison& comparison) {
  return concat(
      "<p class=\"soft\">", comparison.seeds.size() == 1 ? "One seed" : concat(comparison.seeds.size(), " seeds"),
      comparison.seeds.size() == 1 ? ": differences of a few tenths of a point may be chance."
                                   : "; ± is the standard deviation over them.",
      " The same seed gives all strategies the same batches. “Within” counts iterations and time, evaluation included, "
      "until the first scored moment with all layers merged; moments are scored before and after each calibration. "
      "“Speedup”: one image, BN folded, measured on this machine. “Untrained”: all layers merged before anything was "
      "trained. Compression ",
      fixedNumber(comparison.cost.compression, 2), "× (", withThousands(comparison.cost.separateParameters), " → ",
      withThousands(comparison.cost.mergedParameters), " parameters).", escapeXml(naiveNote(comparison)), "</p>\n");
}

}  // namespace

std::string comparisonHtml(const Comparison& comparison) {
  std::string names;
  for (const Strategy& strategy : comparison.strategies) names += (names.empty() ? "" : ", ") + strategy.name;
  std::string figures;
  for (const ComparisonFigure& figure : comparisonCharts(comparison))
    figures += htmlSection(figure.heading, concat("<figure>\n", svgOf(figure.chart), "<figcaption>",
                                                  escapeXml(figure.caption), "</figcaption>\n</figure>\n"));
  const std::string main =
      guessNotice(comparison.guesses) + taskLegend(comparison.recipe.sources) +
      htmlSection("Result",
                  accuracyTable(comparison) + factorsTable(comparison) + effortTable(comparison) + note(comparison)) +
      figures +
      htmlSection("Recipe", concat("<details><summary>What the runs have in common: all but initialization, alignment "
                                   "and what is fitted, which belong to the strategy</summary>\n<pre>",
                                   escapeXml(recipeToJson(comparison.recipe)), "</pre></details>\n"));
  return htmlPage("Comparison of strategies", names, main);
}

}  // namespace zipper
