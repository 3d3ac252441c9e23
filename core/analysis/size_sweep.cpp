// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/size_sweep.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/answer_pass.h"
#include "core/analysis/best_trade.h"
#include "core/support/compute_device.h"
#include "core/support/error.h"

namespace zipper {

namespace {

std::vector<TradePoint> tradeOf(const std::vector<SizePoint>& curve) {
  std::vector<TradePoint> points;
  for (const SizePoint& point : curve)
    points.push_back({double(point.cost.mergedParameters), meanTop1(curve.front().scores) - meanTop1(point.scores)});
  return points;
}

/// Work that tells an observer instead, as the scoring of steps does.
Work scoringWork(const Observer& observer, std::optional<StepTarget> target, const Work& work) {
  Work result = work;
  result.progress = {};
  if (observer.stage)
    result.progress = [&observer, target](int done, int total) {
      observer.stage({Stage::Evaluating, target, done, total});
    };
  return result;
}

std::vector<bool> rightIn(const NetworkAnswers& answers) {
  std::vector<bool> right;
  for (std::size_t i = 0; i < answers.answers.size(); ++i) right.push_back(answers.answers[i] == answers.labels[i]);
  return right;
}

}  // namespace

std::vector<SizePoint> SizeSweep::curve(bool calibrated) const {
  std::vector<SizePoint> result{teachers};
  for (const SizePoint& point : points)
    if (point.calibrated == calibrated && !point.layers.empty()) result.push_back(point);
  std::stable_sort(result.begin() + 1, result.end(), [](const SizePoint& a, const SizePoint& b) {
    return a.cost.mergedParameters > b.cost.mergedParameters;
  });
  return result;
}

bool SizeSweep::has(bool calibrated) const { return curve(calibrated).size() > 1; }

Proportion meanTop1Of(const Scores& scores) {
  Proportion mean;
  double below = 0, above = 0;
  for (const Score& score : scores) {
    const Proportion one = top1Of(score);
    mean.hits += one.hits;
    mean.images += one.images;
    below += (one.share - one.low) * (one.share - one.low);
    above += (one.high - one.share) * (one.high - one.share);
  }
  if (scores.empty()) return mean;
  mean.share = meanTop1(scores);
  mean.low = mean.share - std::sqrt(below) / double(scores.size());
  mean.high = mean.share + std::sqrt(above) / double(scores.size());
  return mean;
}

double standardErrorOfDifference(const RightImages& first, const RightImages& second) {
  if (first.size() != second.size()) fail("networks of ", first.size(), " and ", second.size(), " tasks can't differ");
  double variance = 0;
  for (std::size_t task = 0; task < first.size(); ++task) {
    const std::vector<bool>&a = first[task], &b = second[task];
    if (a.size() != b.size())
      fail("task ", task + 1, ": the networks were asked about ", a.size(), " and ", b.size(), " images");
    if (a.empty()) continue;
    double lost = 0, won = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      lost += a[i] && !b[i] ? 1 : 0;
      won += b[i] && !a[i] ? 1 : 0;
    }
    const double n = double(a.size()), difference = (won - lost) / n;
    variance += ((lost + won) / n - difference * difference) / n;
  }
  return first.empty() ? 0 : std::sqrt(variance) / double(first.size());
}

std::optional<SizeAdvice> measuredAdvice(const SizeSweep& sweep, bool calibrated) {
  const std::vector<SizePoint> curve = sweep.curve(calibrated);
  if (curve.size() < 3) return std::nullopt;
  const std::vector<TradePoint> points = tradeOf(curve);
  const auto noise = [&curve](std::size_t a, std::size_t b) {
    return standardErrorOfDifference(curve[a].right, curve[b].right);
  };
  const std::size_t best = recommendedTrade(points, noise);
  SizeAdvice advice;
  advice.layers = curve[best].layers;
  advice.cost = curve[best].cost;
  advice.measured = true;
  advice.calibrated = calibrated;
  advice.loss = points[best].loss;
  advice.standardError = noise(0, best);
  advice.losesNothing = best + 1 == curve.size() && advice.loss <= advice.standardError;
  return advice;
}

SizeAdvice estimatedAdvice(const std::vector<SizePlan>& plans) {
  const SizePlan& plan = recommendedByEstimate(plans);
  SizeAdvice advice;
  advice.layers = plan.layers;
  advice.cost = plan.cost;
  return advice;
}

std::optional<SizeAdvice> measuredAdvice(const SizeSweep& sweep) {
  const auto calibrated = measuredAdvice(sweep, true);
  return calibrated ? calibrated : measuredAdvice(sweep, false);
}

SizeAdvice adviceOf(const SizeSweep& sweep) {
  const auto measured = measuredAdvice(sweep);
  return measured ? *measured : estimatedAdvice(sweep.plans);
}

std::string toString(const SizeAdvice& advice) {
  if (!advice.measured) return "estimate";
  return advice.calibrated ? "measured after calibration" : "measured in closed form";
}

std::optional<double> lossOfAll(const SizeSweep& sweep, bool calibrated) {
  double products = 0, squares = 0;
  for (const SizePoint& point : sweep.curve(calibrated)) {
    const auto plan = std::find_if(sweep.plans.begin(), sweep.plans.end(),
                                   [&point](const SizePlan& one) { return one.layers == point.layers; });
    if (plan == sweep.plans.end()) continue;
    products += plan->expectedLoss * (meanTop1(sweep.teachers.scores) - meanTop1(point.scores));
    squares += plan->expectedLoss * plan->expectedLoss;
  }
  if (squares <= 0) return std::nullopt;
  return std::max(0.0, products / squares);
}

SizeMerger::SizeMerger(const Session& start, const std::vector<TaskData>& data)
    : data_(data), recipe_(start.recipe), session_(start), memory_(makeStepMemory(start.taskCount())) {
  session_.steps.clear();
  session_.current = -1;
}

void SizeMerger::score(SizePoint& point, int step, const Observer& observer, const Work& work) const {
  std::optional<StepTarget> target;
  if (step >= 0) target = session_.steps.at(std::size_t(step))->plan.target;
  const Work scoring = scoringWork(observer, target, work);
  const ComputeDevice device = computeDeviceFromString(recipe_.device);
  for (int task = 0; task < session_.taskCount(); ++task) {
    const NetworkAnswers answers =
        mergedAnswers(session_, step, task, data_.at(std::size_t(task)).test, scoring, device);
    point.scores.push_back(answers.score);
    point.right.push_back(rightIn(answers));
  }
}

SizePoint SizeMerger::teachers(const Observer& observer, const Work& work) const {
  SizePoint point;
  point.cost = mergeCost(session_.specs(), Sharing());
  score(point, -1, observer, work);
  return point;
}

/// Steps that the next merge doesn't begin with are dropped: their weights take memory.
void SizeMerger::keepCommonSteps(const Recipe& recipe, bool calibrated) {
  std::size_t common = 0;
  while (calibrated == calibrated_ && common < session_.steps.size() && common < recipe.steps.size() &&
         session_.steps[common]->plan.target == recipe.steps[common].target)
    ++common;
  session_.steps.resize(common);
  session_.current = int(common) - 1;
  calibrated_ = calibrated;
  session_.recipe = recipe;
}

SizePoint SizeMerger::merge(const SizePlan& plan, bool calibrated, const Observer& observer,
                            const std::function<void()>& finished, const Work& work) {
  keepCommonSteps(recipeOfSize(recipe_, plan.layers, calibrated), calibrated);
  const auto tell = [&finished] {
    if (finished) finished();
  };
  for (std::size_t i = 0; i < session_.steps.size(); ++i) tell();
  RunOptions options;
  options.evaluate = false;
  options.memory = memory_;
  runSteps(
      session_, remainingSteps(session_), data_, options, observer, [&](const Session&) { tell(); }, work);
  SizePoint point;
  point.layers = plan.layers;
  point.calibrated = calibrated;
  point.cost = mergeCost(session_);
  for (const int step : session_.path()) point.seconds += session_.steps[std::size_t(step)]->seconds;
  score(point, session_.current, observer, work);
  tell();
  return point;
}

}  // namespace zipper
