// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/size_plans.h"

#include <algorithm>
#include <limits>

#include "core/analysis/best_trade.h"

namespace zipper {

namespace {

double lossOf(const std::vector<LayerMergeability>& layers, const std::vector<int>& chosen) {
  double sum = 0;
  for (const LayerMergeability& layer : layers)
    if (std::find(chosen.begin(), chosen.end(), layer.layer) != chosen.end()) sum += layer.loss;
  return sum;
}

bool contains(const std::vector<int>& layers, int layer) {
  return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

}  // namespace

std::vector<SizePlan> sizePlans(const std::vector<LayerMergeability>& layers, const std::vector<MobileNetSpec>& tasks,
                                BnPolicy policy) {
  const std::vector<int> order = suggestLayers(layers, tasks, policy, std::numeric_limits<double>::infinity());
  const double all = lossOf(layers, order);
  std::vector<SizePlan> plans;
  for (std::size_t count = 0; count <= order.size(); ++count) {
    SizePlan plan;
    plan.layers.assign(order.begin(), order.begin() + std::ptrdiff_t(count));
    std::sort(plan.layers.begin(), plan.layers.end());
    plan.cost = mergeCost(tasks, Sharing(plan.layers, policy));
    if (count > 0 && plan.cost.mergedParameters >= plan.cost.separateParameters) continue;
    plan.expectedLoss = all > 0 ? lossOf(layers, plan.layers) / all : 0;
    plans.push_back(std::move(plan));
  }
  return plans;
}

std::vector<SizePlan> plansReaching(const std::vector<SizePlan>& plans, const std::vector<double>& compressions) {
  std::vector<std::size_t> chosen;
  for (const double wanted : compressions) {
    const auto reaches = [wanted](const SizePlan& plan) { return plan.cost.compression >= wanted; };
    const auto found = std::find_if(plans.begin(), plans.end(), reaches);
    chosen.push_back(found == plans.end() ? plans.size() - 1 : std::size_t(found - plans.begin()));
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  std::vector<SizePlan> result;
  for (const std::size_t index : chosen) result.push_back(plans[index]);
  return result;
}

std::vector<SizePlan> spreadPlans(const std::vector<SizePlan>& plans, int count) {
  if (count >= int(plans.size())) return plans;
  const double most = plans.back().cost.compression;
  std::vector<double> wanted;
  for (int i = 0; i < count; ++i) wanted.push_back(count == 1 ? most : 1 + (most - 1) * i / (count - 1));
  return plansReaching(plans, wanted);
}

const SizePlan& recommendedByEstimate(const std::vector<SizePlan>& plans) {
  std::vector<TradePoint> points;
  for (const SizePlan& plan : plans) points.push_back({double(plan.cost.mergedParameters), plan.expectedLoss});
  return plans[bestTrade(points)];
}

std::string layersText(const SizePlan& plan) { return plan.layers.empty() ? "none" : layersToString(plan.layers); }

Recipe recipeOfSize(const Recipe& recipe, const std::vector<int>& layers, bool calibrated) {
  Recipe result = recipe;
  result.defaults.trunk = 0;
  if (!calibrated) result.defaults.calibration.iterations = 0;  // what isn't calibrated depends on none
  result.steps.clear();
  for (StepPlan step : recipe.steps) {
    const bool merges = step.target.mergesLayer() && contains(layers, step.target.layerNumber());
    if (!merges && !(step.target.isFineTuning() && calibrated && !layers.empty())) continue;
    step.settings.trunk = 0;
    if (!calibrated) step.settings.calibration.iterations = 0;
    result.steps.push_back(std::move(step));
  }
  return result;
}

bool hasIterations(const Recipe& recipe) {
  return std::any_of(recipe.steps.begin(), recipe.steps.end(),
                     [](const StepPlan& step) { return step.settings.calibration.iterations > 0; });
}

}  // namespace zipper
