// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/comparison_figures.h"

#include <limits>

#include "core/support/error.h"
#include "core/zippering/start_factors.h"

namespace zipper {

namespace {

/// Values of the runs of one strategy, collected before they are averaged.
struct Collected {
  std::vector<double> meanTop1, untrained, iterations, seconds;
  std::vector<std::vector<double>> top1;

  void add(const ComparisonRun& run) {
    iterations.push_back(double(run.losses.size()));
    seconds.push_back(run.seconds);
    if (run.points.empty()) return;
    const ComparisonPoint& last = run.points.back();
    meanTop1.push_back(zipper::meanTop1(last.scores));
    top1.resize(last.scores.size());
    for (std::size_t t = 0; t < last.scores.size(); ++t) top1[t].push_back(last.scores[t].top1);
    for (auto point = run.points.rbegin(); point != run.points.rend(); ++point)
      if (point->mergedLayers == last.mergedLayers && point->iterations == 0)
        return untrained.push_back(zipper::meanTop1(point->scores));
  }
};

void countWithin(const Comparison& comparison, const std::vector<const ComparisonRun*>& runs, double points,
                 Spread& iterations, Spread& seconds) {
  std::vector<double> reachedIterations, reachedSeconds;
  for (const ComparisonRun* run : runs)
    if (const ComparisonPoint* point = firstWithin(comparison, *run, points)) {
      reachedIterations.push_back(double(point->iterations));
      reachedSeconds.push_back(point->seconds);
    }
  iterations = spreadOf(reachedIterations);
  seconds = spreadOf(reachedSeconds);
}

}  // namespace

std::string besidesInitialization(const Comparison& comparison, const Strategy& strategy) {
  if (strategy.naive) return "";
  const BnPolicy policy = comparison.recipe.bnPolicy;
  return concat(startText(strategy.start, policy), ", BN ", toString(policy));
}

std::string doubtAboutFactors(const Comparison& comparison) {
  std::vector<Start> starts;
  for (const Strategy& strategy : comparison.strategies)
    if (!strategy.naive) starts.push_back(strategy.start);
  const auto factors = differingFactors(starts, comparison.recipe.bnPolicy);
  if (factors.empty()) return "";
  return concat("These strategies don't differ in their initialization alone, but in ", toString(factors), " too.");
}

std::vector<const ComparisonRun*> runsOf(const Comparison& comparison, const Strategy& strategy) {
  std::vector<const ComparisonRun*> runs;
  for (const ComparisonRun& run : comparison.runs)
    if (run.strategy == strategy.name) runs.push_back(&run);
  return runs;
}

std::vector<StrategyFigures> strategyFigures(const Comparison& comparison) {
  std::vector<StrategyFigures> all;
  for (const Strategy& strategy : comparison.strategies) {
    const auto runs = runsOf(comparison, strategy);
    if (runs.empty()) continue;
    Collected collected;
    for (const ComparisonRun* run : runs) collected.add(*run);
    StrategyFigures figures;
    figures.strategy = strategy;
    figures.runs = int(runs.size());
    figures.meanTop1 = spreadOf(collected.meanTop1);
    figures.untrained = spreadOf(collected.untrained);
    figures.iterations = spreadOf(collected.iterations);
    figures.seconds = spreadOf(collected.seconds);
    for (const auto& task : collected.top1) figures.top1.push_back(spreadOf(task));
    countWithin(comparison, runs, 1, figures.iterationsWithin1, figures.secondsWithin1);
    countWithin(comparison, runs, 2, figures.iterationsWithin2, figures.secondsWithin2);
    all.push_back(figures);
  }
  return all;
}

double speedupAt(const Comparison& comparison, const ComparisonRun& run, const ComparisonPoint& point) {
  int merged = 0;
  double speedup = std::numeric_limits<double>::quiet_NaN();
  for (const Strategy& strategy : comparison.strategies)
    if (strategy.name == run.strategy && strategy.naive) return speedup;
  for (std::size_t i = 0; i < comparison.speedups.size(); ++i) {
    const StepTarget target = comparison.recipe.steps[i].target;
    if (target.mergesLayer() && ++merged > point.mergedLayers) break;
    if (target.isFineTuning() && !point.target.isFineTuning()) break;
    speedup = comparison.speedups[i];
  }
  return speedup;
}

}  // namespace zipper
