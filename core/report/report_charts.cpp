// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/report/curve_smoothing.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/report/series_looks.h"
#include "core/report/svg_chart.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

constexpr std::size_t pointsPerLoss = 1500;

std::string figure(const LineChart& chart, const std::string& caption) {
  return concat("<figure>\n", svgOf(chart), "<figcaption>", escapeXml(caption), "</figcaption>\n</figure>\n");
}

ChartPoint pointOf(std::size_t step, const Score* score) {
  if (score == nullptr) return {double(step), 0, true};
  return {double(step), 100 * score->top1};
}

bool hasPoints(const ChartSeries& series) {
  return std::any_of(series.points.begin(), series.points.end(),
                     [](const ChartPoint& point) { return !point.missing; });
}

/// Merged after calibration, merged before it, and the teacher: those that were evaluated.
void addAccuracySeries(const Session& session, int task, std::vector<ChartSeries>& all) {
  const std::string name = shortened(taskTitle(session, task), 32);
  const std::vector<int> path = session.path();
  const Score* teacher = scoreOf(session.teacherScores, task);
  ChartSeries after = seriesWithLook(name + ", merged", task);
  after.points = {pointOf(0, teacher)};
  ChartSeries before{taskCapital(task) + ", before calibration", after.color, ChartLine::None, after.marker, true, {}};
  ChartSeries level{taskCapital(task) + ", teacher", after.color, ChartLine::Dotted, ChartMarker::None, false, {}};
  bool evaluated = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const StepResult& step = stepAt(session, path[i]);
    before.points.push_back(pointOf(i + 1, scoreOf(step.initialized, task)));
    after.points.push_back(pointOf(i + 1, scoreOf(step.calibrated, task)));
    evaluated = evaluated || !after.points.back().missing;
  }
  if (teacher != nullptr) level.points = {pointOf(0, teacher), pointOf(path.size(), teacher)};
  if (!evaluated) after.points.clear();
  for (const ChartSeries* series : {&after, &before, &level})
    if (hasPoints(*series)) all.push_back(*series);
}

void labelSteps(const Session& session, LineChart& chart) {
  chart.xTicks.push_back({0, "0"});
  bool finetuned = false;
  for (const int index : session.path()) {
    const StepResult& step = stepAt(session, index);
    finetuned = finetuned || step.plan.target.isFineTuning();
    chart.xTicks.push_back({double(chart.xTicks.size()),
                            step.plan.target.isFineTuning() ? "ft" : std::to_string(step.mergedLayers.size())});
  }
  chart.xLabel = finetuned ? "merged layers (ft: after fine-tuning)" : "merged layers";
}

/// A curve over all steps of the path: an interruption after each, smoothed anew in each, thinned last.
struct PathCurve {
  std::vector<ChartPoint> raw, smooth;
};

void appendThinned(std::vector<ChartPoint>& curve, const std::vector<ChartPoint>& step, double share) {
  const auto limit = std::size_t(std::max(4.0, share * double(pointsPerLoss)));
  const std::vector<ChartPoint> kept = thinned(step, limit);
  curve.insert(curve.end(), kept.begin(), kept.end());
  if (!step.empty()) curve.push_back({step.back().x, 0, true});
}

PathCurve curveOf(const Session& session, const std::string& column) {
  PathCurve curve;
  const double total = double(iterationsOfPath(session));
  double offset = 0;
  for (const int index : session.path()) {
    const std::vector<float> values = stepAt(session, index).curve.column(column);
    const std::vector<double> averages = smoothed(values, smoothingWindow(values.size()));
    std::vector<ChartPoint> raw, smooth;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double x = offset + double(i + 1);
      raw.push_back({x, double(values[i])});
      // The raw curve has the mark already.
      smooth.push_back({x, averages[i], !std::isfinite(averages[i])});
    }
    appendThinned(curve.raw, raw, double(values.size()) / total);
    appendThinned(curve.smooth, smooth, double(values.size()) / total);
    offset += double(stepAt(session, index).curve.rows());
  }
  return curve;
}

void addCurve(const Session& session, const std::string& column, ChartSeries style, std::vector<ChartSeries>& all) {
  const PathCurve curve = curveOf(session, column);
  ChartSeries raw{"", style.color, ChartLine::Solid, ChartMarker::None, true, curve.raw};
  if (!hasPoints(raw)) return;
  style.points = curve.smooth;
  all.push_back(std::move(raw));
  all.push_back(std::move(style));
}

/// Losses that span more than a factor of 20 are hidden by their first iterations on a linear axis.
bool wantsLogarithm(const std::vector<ChartSeries>& all) {
  double low = INFINITY, high = 0;
  for (const ChartSeries& series : all)
    for (const ChartPoint& point : series.points) {
      if (point.missing || !std::isfinite(point.y)) continue;
      low = std::min(low, point.y);
      high = std::max(high, point.y);
    }
  return low > 0 && high > 20 * low;
}

std::string lossChart(const Session& session, const std::string& title, std::vector<ChartSeries> series) {
  if (series.empty()) return "";
  LineChart chart;
  chart.title = title + " over the iterations";
  chart.xLabel = "iteration, all steps";
  chart.yLabel = title;
  chart.logarithmicY = wantsLogarithm(series);
  if (!chart.logarithmicY) chart.yLimits.lowest = 0;
  chart.series = std::move(series);
  chart.boundaryLabel = "layer";
  double offset = 0;
  for (const int index : session.path()) {
    const StepResult& step = stepAt(session, index);
    if (step.curve.rows() == 0) continue;
    chart.boundaries.push_back(
        {offset + 1, step.plan.target.mergesLayer() ? std::to_string(step.plan.target.layerNumber()) : "ft"});
    offset += double(step.curve.rows());
  }
  return figure(chart, concat(title, chart.logarithmicY ? ", logarithmic" : "",
                              ": as measured (faint) and its moving average, which starts anew at each step."));
}

}  // namespace

std::string accuracyChart(const Session& session) {
  LineChart chart;
  if (session.path().empty()) return "";
  for (int t = 0; t < session.taskCount(); ++t) addAccuracySeries(session, t, chart.series);
  // Teachers alone are no curve: the steps weren't evaluated.
  const bool drawn = std::any_of(chart.series.begin(), chart.series.end(),
                                 [](const ChartSeries& series) { return series.marker != ChartMarker::None; });
  if (!drawn) return "";
  chart.title = "Top-1 of each task by number of merged layers";
  chart.yLabel = "top-1, %";
  chart.yLimits = {0, 100};
  labelSteps(session, chart);
  return figure(chart,
                "Top-1 on the test images after each step's calibration, before it (hollow), and of the teachers.");
}

std::string lossCharts(const Session& session) {
  std::vector<ChartSeries> total, crossEntropy, l1, distillation;
  addCurve(session, totalLossColumn(), {"total loss", neutralColor, ChartLine::Solid, ChartMarker::None, false, {}},
           total);
  for (int t = 0; t < session.taskCount(); ++t) {
    ChartSeries style = seriesWithLook(shortened(taskTitle(session, t), 40), t);
    style.marker = ChartMarker::None;
    addCurve(session, crossEntropyColumn(t), style, crossEntropy);
    addCurve(session, l1Column(t), style, l1);
    addCurve(session, distillationColumn(t), style, distillation);
  }
  return lossChart(session, "Total loss", total) + lossChart(session, "Cross entropy", crossEntropy) +
         lossChart(session, "L1 distance to the teacher", l1) + lossChart(session, "Distillation loss", distillation);
}

}  // namespace zipper
