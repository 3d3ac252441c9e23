#include <algorithm>
#include <cmath>

#include "core/report/comparison_figures.h"
#include "core/report/comparison_report.h"
#include "core/report/curve_smoothing.h"
#include "core/report/html_parts.h"
#include "core/report/svg_chart.h"
#include "core/report/text_format.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::size_t pointsPerCurve = 1000;

ChartSeries seriesOf(const Comparison& comparison, const Strategy& strategy) {
  std::size_t number = 0;
  while (comparison.strategies[number].name != strategy.name) ++number;
  const ChartLine lines[] = {ChartLine::Solid, ChartLine::Dashed, ChartLine::DashDot, ChartLine::Dotted};
  const ChartMarker markers[] = {ChartMarker::Circle, ChartMarker::Square, ChartMarker::Triangle, ChartMarker::Diamond};
  return {strategy.name, int(number % 5), lines[number % 4], markers[number % 4], false, {}};
}

std::string figure(const LineChart& chart, const std::string& caption) {
  return concat("<figure>\n", svgOf(chart), "<figcaption>", escapeXml(caption), "</figcaption>\n</figure>\n");
}

/// Steps are the same in all runs: the mean over the seeds of what was scored after each one.
std::vector<ChartPoint> accuracyPoints(const std::vector<const ComparisonRun*>& runs) {
  std::vector<std::vector<double>> perStep;
  for (const ComparisonRun* run : runs) {
    std::size_t step = 0;
    for (const ComparisonPoint& point : run->points) {
      if (!point.calibrated || point.scores.empty()) continue;
      perStep.resize(std::max(perStep.size(), step + 1));
      perStep[step++].push_back(meanTop1(point.scores));
    }
  }
  std::vector<ChartPoint> points;
  for (std::size_t step = 0; step < perStep.size(); ++step)
    points.push_back({double(step + 1), 100 * spreadOf(perStep[step]).mean});
  return points;
}

/// The naive baseline doesn't start from the teachers, in %.
double untrainedTop1(const std::vector<const ComparisonRun*>& runs) {
  std::vector<double> values;
  for (const ComparisonRun* run : runs)
    if (!run->points.empty()) values.push_back(100 * meanTop1(run->points.front().scores));
  return spreadOf(values).mean;
}

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

std::string accuracyChart(const Comparison& comparison) {
  LineChart chart;
  chart.title = "Mean top-1 of the tasks after each step, by strategy";
  chart.xLabel = "merged layers (ft: after fine-tuning)";
  chart.yLabel = "mean top-1, %";
  chart.xTicks.push_back({0, "0"});
  const double teachers = 100 * meanTop1(comparison.teacherScores);
  int merged = 0;
  for (const StepPlan& step : comparison.recipe.steps) {
    merged += step.layer > 0 ? 1 : 0;
    chart.xTicks.push_back({double(chart.xTicks.size()), step.layer > 0 ? std::to_string(merged) : "ft"});
  }
  for (const Strategy& strategy : comparison.strategies) {
    ChartSeries series = seriesOf(comparison, strategy);
    series.points = accuracyPoints(runsOf(comparison, strategy));
    if (series.points.empty()) continue;
    series.points.insert(series.points.begin(),
                         ChartPoint{0, strategy.naive ? untrainedTop1(runsOf(comparison, strategy)) : teachers});
    chart.series.push_back(series);
  }
  if (chart.series.empty()) return "";
  chart.series.push_back({"teachers",
                          4,
                          ChartLine::Dotted,
                          ChartMarker::None,
                          true,
                          {{0, teachers}, {double(chart.xTicks.size() - 1), teachers}}});
  return figure(chart, "Mean top-1 over the tasks on the test images after each step's calibration, mean over seeds.");
}

/// The points of accuracyChart() over the time that the network takes by then. Without a trunk that is one time.
std::string speedupChart(const Comparison& comparison) {
  if (comparison.speedups.empty() || deepestTrunk(comparison.recipe) == 0) return "";
  LineChart chart;
  chart.title = "Mean top-1 of the tasks against measured speedup, by strategy";
  chart.xLabel = "measured speedup against separate networks, one image for all tasks";
  chart.yLabel = "mean top-1, %";
  for (const Strategy& strategy : comparison.strategies) {
    if (strategy.naive) continue;
    ChartSeries series = seriesOf(comparison, strategy);
    series.points = accuracyPoints(runsOf(comparison, strategy));
    for (std::size_t i = 0; i < series.points.size(); ++i)
      series.points[i].x = i < comparison.speedups.size() ? comparison.speedups[i] : std::nan("");
    if (!series.points.empty()) chart.series.push_back(series);
  }
  if (chart.series.empty()) return "";
  return figure(
      chart,
      "A point per step, in the order of the plan, for tasks that look at the same image: the trunk is computed "
      "once. Measured on this machine, batch normalization folded.");
}

/// The mean over the seeds, smoothed, thinned.
std::vector<ChartPoint> lossPoints(const std::vector<const ComparisonRun*>& runs) {
  std::size_t rows = runs.front()->losses.size();
  for (const ComparisonRun* run : runs) rows = std::min(rows, run->losses.size());
  std::vector<float> mean(rows, 0);
  for (const ComparisonRun* run : runs)
    for (std::size_t i = 0; i < rows; ++i) mean[i] += run->losses[i] / float(runs.size());
  const std::vector<double> smooth = smoothed(mean, smoothingWindow(rows));
  std::vector<ChartPoint> points;
  for (std::size_t i = 0; i < rows; ++i) points.push_back({double(i + 1), smooth[i], !std::isfinite(smooth[i])});
  return thinned(points, pointsPerCurve);
}

std::string lossChart(const Comparison& comparison) {
  LineChart chart;
  chart.title = "Total loss over the iterations, by strategy";
  chart.xLabel = "iteration, all steps";
  chart.yLabel = "total loss";
  chart.logarithmicY = true;
  for (const Strategy& strategy : comparison.strategies) {
    const auto runs = runsOf(comparison, strategy);
    if (runs.empty() || runs.front()->losses.empty()) continue;
    ChartSeries series = seriesOf(comparison, strategy);
    series.marker = ChartMarker::None;
    series.points = lossPoints(runs);
    chart.series.push_back(series);
  }
  if (chart.series.empty()) return "";
  return figure(chart, "Total loss of all tasks, logarithmic: the moving average of the mean over the seeds.");
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

std::string finalTable(const Comparison& comparison) {
  std::vector<HtmlCell> head{{"strategy"}};
  for (std::size_t t = 0; t < comparison.teacherScores.size(); ++t)
    head.push_back({concat("top-1 ", char('A' + int(t))), true});
  for (const char* text : {"mean top-1", "against the teachers", "compression", "speedup", "untrained",
                           "iterations / time", "within 1 point", "within 2 points"})
    head.push_back({text, true});
  std::vector<HtmlCell> teachers{{"teachers"}};
  for (const Score& score : comparison.teacherScores) teachers.push_back({percentText(score.top1), true});
  teachers.push_back({percentText(meanTop1(comparison.teacherScores)), true});
  teachers.insert(teachers.end(), 7, HtmlCell{""});
  std::string rows = htmlRow(teachers);
  for (const StrategyFigures& figures : strategyFigures(comparison)) {
    std::vector<HtmlCell> cells{{figures.strategy.name}};
    for (const Spread& task : figures.top1) cells.push_back({percentSpread(task), true});
    cells.push_back({percentSpread(figures.meanTop1), true});
    cells.push_back({pointsText(figures.meanTop1.mean - meanTop1(comparison.teacherScores)), true});
    cells.push_back({timesText(compressionOf(comparison, figures.strategy)), true});
    const bool timed = !figures.strategy.naive && !comparison.speedups.empty();
    cells.push_back({timed ? timesText(comparison.speedups.back()) : "", true});
    cells.push_back({percentSpread(figures.untrained), true});
    cells.push_back({reachedText(figures.iterations, figures.seconds, figures.runs), true});
    cells.push_back({reachedText(figures.iterationsWithin1, figures.secondsWithin1, figures.runs), true});
    cells.push_back({reachedText(figures.iterationsWithin2, figures.secondsWithin2, figures.runs), true});
    rows += htmlRow(cells);
  }
  return htmlTable(htmlRow(head, true), rows);
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
  const std::string main =
      htmlSection("Result", finalTable(comparison) + note(comparison)) +
      htmlSection("Top-1 by number of merged layers", accuracyChart(comparison)) +
      htmlSection("Accuracy against speedup", speedupChart(comparison)) +
      htmlSection("Convergence", lossChart(comparison)) +
      htmlSection("Recipe", concat("<details><summary>What the runs have in common: all but initialization, alignment "
                                   "and what is fitted, which belong to the strategy</summary>\n<pre>",
                                   escapeXml(recipeToJson(comparison.recipe)), "</pre></details>\n"));
  return htmlPage("Comparison of strategies", names, main);
}

}  // namespace zipper
