// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/comparison.h"

#include <algorithm>
#include <cmath>

#include "core/models/guesses.h"
#include "core/network/merge_cost.h"
#include "core/support/error.h"
#include "core/support/random.h"
#include "core/zippering/naive_baseline.h"

namespace zipper {

namespace {

/// With everything done that is planned.
MergeCost plannedCost(const Session& start) { return costOfPlan(start.specs(), start.recipe); }

/// Takes what is shown out of a finished step; the networks are not kept.
void append(ComparisonRun& run, const StepResult& step) {
  ComparisonPoint point{step.plan.target,
                        int(step.mergedLayers.size()),
                        false,
                        std::int64_t(run.losses.size()),
                        run.seconds + step.initializedSeconds,
                        step.initialized};
  if (!step.initialized.empty()) run.points.push_back(point);
  const std::vector<float> losses = step.curve.column(totalLossColumn());
  run.losses.insert(run.losses.end(), losses.begin(), losses.end());
  run.seconds += step.seconds;
  point.calibrated = true;
  point.seconds = run.seconds;
  point.iterations = std::int64_t(run.losses.size());
  point.scores = step.calibrated;
  run.points.push_back(point);
}

/// The moments at which zippering scores: before anything is trained and after each step.
std::vector<int> momentsOf(const Recipe& recipe) {
  std::vector<int> moments{0};
  for (const StepPlan& step : recipe.steps) moments.push_back(moments.back() + step.settings.calibration.iterations);
  return moments;
}

/// What a strategy that merges nothing step by step tells at the end of a step's iterations.
StepResult asStep(const StepPlan& plan, const Scores& scores) {
  StepResult step;
  step.plan = plan;
  step.calibrated = scores;
  return step;
}

ComparisonRun runNaive(const Session& start, const std::vector<TaskData>& data, const Strategy& strategy,
                       std::uint64_t seed, const ComparisonObserver& observer, const Work& work) {
  const Recipe& recipe = start.recipe;
  NaivePlan plan{recipe.defaults.calibration, mixSeed({seed, 2}), momentsOf(recipe),
                 computeDeviceFromString(recipe.device)};
  plan.settings.iterations = plan.moments.back();
  NaiveNetwork network(start.specs(), mixSeed({seed, 1}));
  ComparisonRun run;
  run.strategy = strategy.name;
  run.seed = seed;
  run.parameters = network.parameterCount();
  NaiveObserver inner{{}, observer.observer};
  inner.observer.batch = [&](const BatchProgress& progress) {
    run.losses.push_back(progress.record.total);
    if (observer.observer.batch) observer.observer.batch(progress);
  };
  inner.scored = [&](const NaivePoint& point) {
    run.seconds = point.seconds;
    const std::size_t done = run.points.size();
    const StepPlan step = recipe.steps.empty() ? StepPlan{} : recipe.steps[done == 0 ? 0 : done - 1];
    run.points.push_back(
        {step.target, int(plannedLayers(recipe).size()), done > 0, point.iterations, point.seconds, point.scores});
    if (done > 0 && observer.stepFinished) observer.stepFinished(run, asStep(step, point.scores));
  };
  trainNaive(network, data, plan, inner, work);
  return run;
}

}  // namespace

Strategy strategyFromString(const std::string& text, const Start& defaults) {
  if (text == "naive") {
    Start random;
    random.initialization = Initialization::Random;
    return {text, random, true};
  }
  const auto plus = text.find('+');
  if (text.substr(0, plus) == "naive") fail("strategy: '", text, "' found; naive stands alone, it aligns nothing");
  Start start = defaults;
  setInitialization(start, initializationFromString(text.substr(0, plus)));
  if (plus != std::string::npos) start.alignment = alignmentFromString(text.substr(plus + 1));
  return {text, start, false};
}

Recipe withStrategy(Recipe recipe, const Strategy& strategy) {
  recipe.defaults.start = strategy.start;
  for (StepPlan& step : recipe.steps) step.settings.start = strategy.start;
  return recipe;
}

std::vector<PlannedRun> plannedRuns(const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds) {
  std::vector<PlannedRun> runs;
  for (const Strategy& strategy : strategies)
    for (const std::uint64_t seed : seeds) runs.push_back({strategy, seed});
  return runs;
}

Comparison startComparison(const Session& start, const std::vector<TaskData>& data,
                           const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                           const Observer& observer, const Work& work) {
  Comparison comparison;
  comparison.recipe = start.recipe;
  comparison.strategies = strategies;
  comparison.seeds = seeds;
  for (const Teacher& teacher : start.teachers) comparison.guesses.push_back(guessesAmong(teacher.source.notes));
  comparison.cost = plannedCost(start);
  comparison.teacherScores =
      start.teacherScores.empty() ? evaluateTeachers(start, data, observer, work) : start.teacherScores;
  return comparison;
}

ComparisonRun runPlanned(const Session& start, const std::vector<TaskData>& data, const PlannedRun& planned,
                         const ComparisonObserver& observer, const Work& work) {
  const Strategy& strategy = planned.strategy;
  const std::uint64_t seed = planned.seed;
  if (strategy.naive) return runNaive(start, data, strategy, seed, observer, work);
  Session session = start;
  session.recipe = withStrategy(start.recipe, strategy);
  session.recipe.seed = seed;
  session.steps.clear();
  session.current = -1;
  ComparisonRun run;
  run.strategy = strategy.name;
  run.seed = seed;
  run.parameters = plannedCost(start).mergedParameters;
  const auto finished = [&](const Session& now) {
    const StepResult& step = *now.steps.back();
    append(run, step);
    if (observer.stepFinished) observer.stepFinished(run, step);
  };
  runSteps(session, remainingSteps(session), data, {}, observer.observer, finished, work);
  return run;
}

Comparison compareStrategies(const Session& start, const std::vector<TaskData>& data,
                             const std::vector<Strategy>& strategies, const std::vector<std::uint64_t>& seeds,
                             const ComparisonObserver& observer, const Work& work) {
  Comparison comparison = startComparison(start, data, strategies, seeds, observer.observer, work);
  const std::vector<PlannedRun> runs = plannedRuns(strategies, seeds);
  for (const PlannedRun& run : runs) {
    if (observer.runStarted)
      observer.runStarted(run.strategy, run.seed, int(comparison.runs.size()) + 1, int(runs.size()));
    comparison.runs.push_back(runPlanned(start, data, run, observer, work));
    if (observer.runFinished) observer.runFinished(comparison);
  }
  return comparison;
}

std::vector<StepWork> comparisonWork(const Session& start, const std::vector<Strategy>& strategies, std::size_t seeds,
                                     const WorkData& data) {
  const auto runs = plannedRuns(strategies, std::vector<std::uint64_t>(seeds));
  return comparisonWork(start, runs, start.teacherScores.empty(), data);
}

std::vector<StepWork> comparisonWork(const Session& start, const std::vector<PlannedRun>& runs, bool teachers,
                                     const WorkData& data) {
  std::vector<StepWork> all;
  if (teachers) all.push_back(teacherWork(data));
  Session session = start;
  session.steps.clear();
  session.current = -1;
  for (const PlannedRun& run : runs) {
    session.recipe = withStrategy(start.recipe, run.strategy);
    const std::vector<StepWork> steps = run.strategy.naive ? naiveWork(start.recipe, session.taskCount(), data)
                                                           : workOf(session, session.recipe.steps, data, false);
    all.insert(all.end(), steps.begin(), steps.end());
  }
  return all;
}

Spread spreadOf(const std::vector<double>& values) {
  Spread spread;
  spread.count = int(values.size());
  if (values.empty()) return spread;
  for (const double value : values) spread.mean += value / double(values.size());
  if (values.size() < 2) return spread;
  double squares = 0;
  for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
  spread.deviation = std::sqrt(squares / double(values.size() - 1));
  return spread;
}

const ComparisonPoint* firstWithin(const Comparison& comparison, const ComparisonRun& run, double points) {
  const auto layers = int(plannedLayers(comparison.recipe).size());
  const double wanted = meanTop1(comparison.teacherScores) - points / 100;
  const auto found = std::find_if(run.points.begin(), run.points.end(), [&](const ComparisonPoint& point) {
    // Scores are shares of whole images: a hair of rounding must not decide.
    return point.mergedLayers == layers && !point.scores.empty() && meanTop1(point.scores) >= wanted - 1e-9;
  });
  return found == run.points.end() ? nullptr : &*found;
}

}  // namespace zipper
