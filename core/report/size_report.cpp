// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/size_report.h"

#include <cmath>

#include "core/network/task_names.h"
#include "core/recipe/fields.h"
#include "core/report/guess_notice.h"
#include "core/report/html_parts.h"
#include "core/report/scores_json.h"
#include "core/report/svg_chart.h"
#include "core/report/task_legend.h"
#include "core/report/timestamp.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/text_format.h"
#include "core/support/version.h"

namespace zipper {

namespace {

constexpr bool kinds[]{false, true};

std::string layersOfSize(const std::vector<int>& layers) { return layers.empty() ? "none" : layersToString(layers); }

/// Rounded down, so that nothing is claimed that isn't reached.
std::string compressionText(double compression) { return fixedNumber(std::floor(100 * compression) / 100, 2); }

const char* kindName(bool calibrated) { return calibrated ? "calibrated" : "closed form"; }

/// The size that a point belongs to; null if it is none of the sweep's.
const SizePlan* planOf(const SizeSweep& sweep, const SizePoint& point) {
  for (const SizePlan& plan : sweep.plans)
    if (plan.layers == point.layers) return &plan;
  return nullptr;
}

Json intervalJson(const Proportion& share) { return {{"low", share.low}, {"high", share.high}}; }

Json pointJson(const SizeSweep& sweep, const SizePoint& point) {
  Json intervals = Json::object();
  for (std::size_t t = 0; t < point.scores.size(); ++t)
    intervals[taskName(int(t))] = intervalJson(top1Of(point.scores[t]));
  const double mean = meanTop1(point.scores);
  return {{"layers", point.layers},
          {"calibrated", point.calibrated},
          {"compression", point.cost.compression},
          {"parameters", point.cost.mergedParameters},
          {"bytes", point.cost.mergedBytes},
          {"top1", top1Of(point.scores)},
          {"top1_interval", intervals},
          {"mean_top1", mean},
          {"mean_top1_interval", intervalJson(meanTop1Of(point.scores))},
          {"against_teachers", mean - meanTop1(sweep.teachers.scores)},
          {"standard_error", standardErrorOfDifference(sweep.teachers.right, point.right)},
          {"seconds", point.seconds}};
}

Json planJson(const SizePlan& plan) {
  return {{"layers", plan.layers},
          {"compression", plan.cost.compression},
          {"parameters", plan.cost.mergedParameters},
          {"bytes", plan.cost.mergedBytes},
          {"expected_loss", plan.expectedLoss}};
}

/// Vertical strokes, one for each point.
ChartSeries intervalsOf(const std::vector<SizePoint>& curve, int color) {
  ChartSeries series{"", color, ChartLine::Solid, ChartMarker::None, true, {}};
  for (const SizePoint& point : curve) {
    const Proportion mean = meanTop1Of(point.scores);
    series.points.push_back({point.cost.compression, 100 * mean.low});
    series.points.push_back({point.cost.compression, 100 * mean.high});
    series.points.push_back({point.cost.compression, 0, true});
  }
  return series;
}

LineChart sizesChart(const SizeSweep& sweep) {
  LineChart chart;
  chart.title = "Mean top-1 of the tasks against compression, a point per size";
  chart.xLabel = "times fewer parameters than the separate networks";
  chart.yLabel = "mean top-1, %";
  for (const bool calibrated : kinds) {
    if (!sweep.has(calibrated)) continue;
    const std::vector<SizePoint> curve = sweep.curve(calibrated);
    const int color = calibrated ? 2 : 0;
    ChartSeries series{kindName(calibrated),
                       color,
                       ChartLine::Solid,
                       calibrated ? ChartMarker::Square : ChartMarker::Circle,
                       false,
                       {}};
    for (const SizePoint& point : curve)
      series.points.push_back({point.cost.compression, 100 * meanTop1(point.scores)});
    if (const auto advice = measuredAdvice(sweep, calibrated))
      for (std::size_t i = 0; i < curve.size(); ++i)
        if (curve[i].layers == advice->layers) series.points[i].label = "recommended";
    chart.series.push_back(intervalsOf(curve, color));
    chart.series.push_back(std::move(series));
  }
  return chart;
}

std::string rangeText(const Proportion& share) {
  return concat(percentText(share.share), " [", fixedNumber(100 * share.low, 2), ", ", fixedNumber(100 * share.high, 2),
                "]");
}

std::string sizeRow(const SizeSweep& sweep, const SizePoint& point) {
  std::vector<HtmlCell> cells{{layersOfSize(point.layers)},
                              {point.layers.empty() ? "teachers" : kindName(point.calibrated)},
                              {compressionText(point.cost.compression) + "\u00d7", true},
                              {withThousands(point.cost.mergedParameters), true},
                              {bytesText(point.cost.mergedBytes), true}};
  for (const Score& score : point.scores) cells.push_back({rangeText(top1Of(score)), true});
  cells.push_back({rangeText(meanTop1Of(point.scores)), true});
  const double difference = meanTop1(point.scores) - meanTop1(sweep.teachers.scores);
  const double error = standardErrorOfDifference(sweep.teachers.right, point.right);
  const SizePlan* plan = planOf(sweep, point);
  cells.push_back(
      {point.layers.empty() ? "" : concat(pointsText(difference), " \u00b1 ", fixedNumber(100 * error, 2)), true});
  cells.push_back({plan == nullptr ? "" : percentText(plan->expectedLoss), true});
  cells.push_back({point.layers.empty() ? "" : durationText(point.seconds), true});
  return htmlRow(cells);
}

std::string sizesTable(const SizeSweep& sweep) {
  std::vector<HtmlCell> heads{
      {"shared layers"}, {"kind"}, {"compression", true}, {"parameters", true}, {"memory", true}};
  for (std::size_t t = 0; t < sweep.teachers.scores.size(); ++t)
    heads.push_back({concat("top-1 ", taskCapital(int(t))), true});
  for (const char* text : {"mean top-1", "against the teachers", "expected loss", "time to merge"})
    heads.push_back({text, true});
  std::string rows = sizeRow(sweep, sweep.teachers);
  for (const bool calibrated : kinds) {
    const std::vector<SizePoint> curve = sweep.curve(calibrated);
    for (std::size_t i = 1; i < curve.size(); ++i) rows += sizeRow(sweep, curve[i]);
  }
  return htmlTable(htmlRow(heads, true), rows);
}

const char* const sizesNote =
    "<p class=\"soft\">Each size was merged by itself from the teachers. In brackets: 95 % intervals of the test "
    "images "
    "(Wilson's for a task). Against the teachers: the difference of mean top-1 with one standard error, from the "
    "images "
    "that one of the two gets right and the other wrong. Expected loss: an estimate made before anything was merged, "
    "as "
    "a share of what sharing all of the layers loses.</p>\n";

const char* const adviceNote =
    "<p class=\"soft\">Recommended is the smallest network whose loss is within what noise explains of the best trade. "
    "The best trade is the knee of the curve of loss against parameters: the size farthest below the straight line "
    "from "
    "the separate networks to the smallest one (or the smallest one, if it loses no more than one standard error). "
    "Noise "
    "explains one standard error of the difference between the two networks.</p>\n";

std::string adviceSection(const SizeSweep& sweep) {
  std::string text;
  for (const bool calibrated : kinds)
    if (const auto advice = measuredAdvice(sweep, calibrated))
      text += concat("<p>", escapeXml(adviceText(*advice)), "</p>\n");
  text += concat("<p>", escapeXml(adviceText(estimatedAdvice(sweep.plans))), "</p>\n");
  return htmlSection("Recommended size", text + adviceNote);
}

}  // namespace

std::string adviceText(const SizeAdvice& advice) {
  std::string text = concat("recommended (", toString(advice), "): layers ", layersOfSize(advice.layers), ", ",
                            compressionText(advice.cost.compression), " times fewer parameters");
  if (!advice.measured) return text;
  text += concat("; mean top-1 ", pointsText(-advice.loss), " \u00b1 ", fixedNumber(100 * advice.standardError, 2),
                 " against the teachers");
  return advice.losesNothing ? text + ", no more than noise explains" : text;
}

Json adviceJson(const SizeAdvice& advice) {
  Json json{{"layers", advice.layers}, {"compression", advice.cost.compression}, {"basis", toString(advice)}};
  if (!advice.measured) return json;
  json["against_teachers"] = -advice.loss;
  json["standard_error"] = advice.standardError;
  return json;
}

Json sizeSweepJson(const SizeSweep& sweep) {
  Json json{{"zipper", version}, {"written", timestamp()}};
  json["recipe"] = parseShallow(recipeToJson(sweep.recipe), 16, "recipe");
  if (Json guessed = guessesJson(sweep.guesses); !guessed.empty()) json["guessed"] = std::move(guessed);
  json["recommended"] = adviceJson(adviceOf(sweep));
  json["estimate"] = {{"recommended", adviceJson(estimatedAdvice(sweep.plans))}, {"sizes", Json::array()}};
  for (const SizePlan& plan : sweep.plans) json["estimate"]["sizes"].push_back(planJson(plan));
  json["teachers"] = pointJson(sweep, sweep.teachers);
  json["points"] = Json::array();
  for (const bool calibrated : kinds) {
    const std::vector<SizePoint> curve = sweep.curve(calibrated);
    for (std::size_t i = 1; i < curve.size(); ++i) json["points"].push_back(pointJson(sweep, curve[i]));
  }
  return json;
}

std::string sizeSweepCsv(const SizeSweep& sweep) {
  std::string text = "layers,kind,compression,parameters,bytes";
  for (std::size_t t = 0; t < sweep.teachers.scores.size(); ++t)
    for (const char* what : {"top1_", "top1_low_", "top1_high_"}) text += "," + (what + taskName(int(t)));
  text += ",mean_top1,mean_top1_low,mean_top1_high,against_teachers,standard_error,expected_loss,seconds\n";
  const auto addRow = [&](const SizePoint& point, const std::string& kind) {
    std::string layers = layersOfSize(point.layers);
    for (char& sign : layers) sign = sign == ',' ? ' ' : sign;  // a column
    text += concat(layers, ",", kind, ",", shortestNumber(point.cost.compression), ",", point.cost.mergedParameters,
                   ",", point.cost.mergedBytes);
    const auto addShare = [&text](const Proportion& share) {
      for (const double value : {share.share, share.low, share.high}) text += "," + shortestNumber(value);
    };
    for (const Score& score : point.scores) addShare(top1Of(score));
    addShare(meanTop1Of(point.scores));
    const SizePlan* plan = planOf(sweep, point);
    text += concat(",", shortestNumber(meanTop1(point.scores) - meanTop1(sweep.teachers.scores)), ",",
                   shortestNumber(standardErrorOfDifference(sweep.teachers.right, point.right)), ",",
                   plan == nullptr ? std::string() : shortestNumber(plan->expectedLoss), ",",
                   shortestNumber(point.seconds), "\n");
  };
  addRow(sweep.teachers, "teachers");
  for (const bool calibrated : kinds) {
    const std::vector<SizePoint> curve = sweep.curve(calibrated);
    for (std::size_t i = 1; i < curve.size(); ++i) addRow(curve[i], calibrated ? "calibrated" : "closed-form");
  }
  return text;
}

std::string sizeSweepSvg(const SizeSweep& sweep) { return svgOf(sizesChart(sweep)); }

std::string sizeSweepHtml(const SizeSweep& sweep) {
  const std::string chart = concat(
      "<figure>\n", sizeSweepSvg(sweep),
      "<figcaption>Mean top-1 on the test images with 95 % intervals: up and to the right is better.</figcaption>\n"
      "</figure>\n");
  const std::string recipe = concat("<details><summary>The recipe of the smallest network</summary>\n<pre>",
                                    escapeXml(recipeToJson(sweep.recipe)), "</pre></details>\n");
  return htmlPage("Accuracy against size", "between the separate networks and one, a point per size",
                  guessNotice(sweep.guesses) + taskLegend(sweep.recipe.sources) + adviceSection(sweep) +
                      htmlSection("Accuracy against size", chart) +
                      htmlSection("Sizes", sizesTable(sweep) + sizesNote) + htmlSection("Recipe", recipe));
}

void writeSizeSweep(const std::filesystem::path& folder, const SizeSweep& sweep) {
  createFolder(folder);
  writeFileAtomically(folder / "sizes.json", dumpJson(sizeSweepJson(sweep), 2));
  writeFileAtomically(folder / "sizes.csv", sizeSweepCsv(sweep));
  writeFileAtomically(folder / "sizes.svg", sizeSweepSvg(sweep));
  writeFileAtomically(folder / "sizes.html", sizeSweepHtml(sweep));
}

std::vector<std::string> sizeSweepFiles() { return {"sizes.json", "sizes.csv", "sizes.svg", "sizes.html"}; }

}  // namespace zipper
