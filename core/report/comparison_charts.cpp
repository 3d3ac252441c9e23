// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/comparison_charts.h"

#include <algorithm>
#include <cmath>

#include "core/report/comparison_figures.h"
#include "core/report/curve_smoothing.h"
#include "core/report/series_looks.h"

namespace zipper {

namespace {

constexpr std::size_t pointsPerCurve = 1000;

ChartSeries seriesOf(const Comparison& comparison, const Strategy& strategy) {
  std::size_t number = 0;
  while (comparison.strategies[number].name != strategy.name) ++number;
  return seriesWithLook(strategy.name, int(number));
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

LineChart accuracyChart(const Comparison& comparison) {
  LineChart chart;
  chart.title = "Mean top-1 of the tasks after each step, by strategy";
  chart.xLabel = "merged layers (ft: after fine-tuning)";
  chart.yLabel = "mean top-1, %";
  chart.xTicks.push_back({0, "0"});
  const double teachers = 100 * meanTop1(comparison.teacherScores);
  int merged = 0;
  for (const StepPlan& step : comparison.recipe.steps) {
    merged += step.target.mergesLayer() ? 1 : 0;
    chart.xTicks.push_back({double(chart.xTicks.size()), step.target.mergesLayer() ? std::to_string(merged) : "ft"});
  }
  for (const Strategy& strategy : comparison.strategies) {
    ChartSeries series = seriesOf(comparison, strategy);
    series.points = accuracyPoints(runsOf(comparison, strategy));
    if (series.points.empty()) continue;
    series.points.insert(series.points.begin(),
                         ChartPoint{0, strategy.naive ? untrainedTop1(runsOf(comparison, strategy)) : teachers});
    chart.series.push_back(series);
  }
  if (chart.series.empty()) return chart;
  chart.series.push_back({"teachers",
                          neutralColor,
                          ChartLine::Dotted,
                          ChartMarker::None,
                          true,
                          {{0, teachers}, {double(chart.xTicks.size() - 1), teachers}}});
  return chart;
}

/// The points of accuracyChart() over the time that the network takes by then. Without a trunk that is one time.
LineChart speedupChart(const Comparison& comparison) {
  LineChart chart;
  if (comparison.speedups.empty() || deepestTrunk(comparison.recipe) == 0) return chart;
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
  return chart;
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

LineChart lossChart(const Comparison& comparison) {
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
  return chart;
}

}  // namespace

std::vector<ComparisonFigure> comparisonCharts(const Comparison& comparison) {
  std::vector<ComparisonFigure> figures{
      {"top1-by-layers", "Top-1 by number of merged layers",
       "Mean top-1 over the tasks on the test images after each step's calibration, mean over seeds.",
       accuracyChart(comparison)},
      {"top1-by-speedup", "Accuracy against speedup",
       "A point per step, in the order of the plan, for tasks that look at the same image: the trunk is computed once. "
       "Measured on this machine, batch normalization folded.",
       speedupChart(comparison)},
      {"convergence", "Convergence",
       "Total loss of all tasks, logarithmic: the moving average of the mean over the seeds.", lossChart(comparison)}};
  figures.erase(std::remove_if(figures.begin(), figures.end(),
                               [](const ComparisonFigure& figure) { return figure.chart.series.empty(); }),
                figures.end());
  return figures;
}

}  // namespace zipper
