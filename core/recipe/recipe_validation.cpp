// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>
#include <set>

#include "core/network/task_names.h"
#include "core/recipe/recipe.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// Tasks are told apart by letters.
constexpr std::size_t mostTasks = 26;
/// Far more than anybody plans: all layers, and fine-tuning again and again.
constexpr std::size_t mostSteps = 1000;

class Problems {
 public:
  template <typename Value>
  void require(bool fine, const std::string& field, const Value& found, const std::string& expected) {
    if (!fine) all.push_back(concat(field, ": ", found, " found, ", expected, " expected"));
  }
  std::vector<std::string> all;
};

void check(Problems& problems, const StepSettings& settings, const std::string& where) {
  const CalibrationSettings& c = settings.calibration;
  const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
  const auto atLeastZero = [](double value) { return std::isfinite(value) && value >= 0; };
  problems.require(c.iterations >= 0 && c.iterations <= 10000000, where + "iterations", c.iterations,
                   "0 to 10,000,000");
  problems.require(c.batchSize >= 2 && c.batchSize <= 4096, where + "batch size", c.batchSize, "2 to 4096");
  problems.require(positive(c.learningRate), where + "learning rate", c.learningRate, "a positive number");
  problems.require(c.momentum >= 0 && c.momentum < 1, where + "momentum", c.momentum, "0 to below 1");
  problems.require(atLeastZero(c.weightDecay), where + "weight decay", c.weightDecay, "0 or more");
  problems.require(c.decay > 0 && c.decay <= 1, where + "decay", c.decay, "above 0, at most 1");
  problems.require(positive(c.decayEpochs), where + "decay epochs", c.decayEpochs, "a positive number");
  problems.require(atLeastZero(c.crossEntropyWeight), where + "cross-entropy weight", c.crossEntropyWeight,
                   "0 or more");
  problems.require(atLeastZero(c.l1Weight), where + "L1 weight", c.l1Weight, "0 or more");
  problems.require(atLeastZero(c.distillationWeight), where + "distillation weight", c.distillationWeight, "0 or more");
  problems.require(positive(c.temperature) && c.temperature <= 1000, where + "temperature", c.temperature,
                   "above 0, at most 1000");
  problems.require(c.iterations == 0 || c.crossEntropyWeight + c.l1Weight + c.distillationWeight != 0,
                   where + "cross-entropy weight", c.crossEntropyWeight,
                   "with an L1 and a distillation weight of 0 a positive number");
  problems.require(c.bnMomentum > 0 && c.bnMomentum <= 1, where + "BN momentum", c.bnMomentum, "above 0, at most 1");
  problems.require(c.precision == Precision::Float32 || settings.trunk == 0 || c.iterations == 0, where + "precision",
                   toString(c.precision), "with a trunk float32");
  problems.require(settings.trunk >= 0 && settings.trunk <= layerCount, where + "trunk", settings.trunk,
                   "0 (none) to 13");
  problems.require(!needsImages(settings) || settings.initializationImages >= 2, where + "initialization images",
                   settings.initializationImages, "at least 2");
  problems.require(atLeastZero(settings.ridge) && settings.ridge <= 1, where + "ridge", settings.ridge, "0 to 1");
  problems.require(!settings.reestimateStatistics || settings.statisticsImages >= 2, where + "statistics images",
                   settings.statisticsImages, "at least 2");
  problems.require(settings.validationImages >= 0, where + "validation images", settings.validationImages,
                   "0 (none) or more");
  problems.require(settings.validationInterval >= 1, where + "validation interval", settings.validationInterval,
                   "at least 1");
}

/// What can be told of a task's overrides without its model: how many classes and channels that has is open here.
void check(Problems& problems, const SpecOverrides& overrides, int task) {
  MobileNetSpec spec;
  spec.classes = 1000000;
  const auto isOne = [](const auto& numbers) { return !numbers || numbers->size() == 1; };
  if (isOne(overrides.mean) && isOne(overrides.std)) {
    // One number fits any network, so the default's three must not be in its way.
    spec.inputChannels = 1;
    spec.normalization = {{0.5}, {0.5}, ChannelOrder::RGB};
  }
  const std::string reason = whyRefused(overrides, spec);
  if (!reason.empty()) problems.all.push_back(concat("task ", taskName(task), ": ", reason));
}

}  // namespace

std::vector<std::string> problemsOf(const Recipe& recipe) {
  Problems problems;
  problems.require(recipe.threads >= 0 && recipe.threads <= 1024, "threads", recipe.threads,
                   "0 (one per core) to 1024");
  problems.require(recipe.device == "cpu", "device", "'" + recipe.device + "'",
                   "'cpu' (the only one this version computes on)");
  problems.require(recipe.sources.size() <= mostTasks, "sources", recipe.sources.size(),
                   concat("at most ", mostTasks, ", one per task"));
  problems.require(recipe.steps.size() <= mostSteps, "steps", recipe.steps.size(), concat("at most ", mostSteps));
  if (!problems.all.empty()) return problems.all;
  for (std::size_t task = 0; task < recipe.sources.size(); ++task)
    check(problems, recipe.sources[task].overrides, int(task));
  check(problems, recipe.defaults, "");
  std::set<int> seen;
  for (const StepPlan& step : recipe.steps) {
    const std::string where = step.layer == 0 ? "fine-tuning: " : concat("layer ", step.layer, ": ");
    problems.require(step.layer >= 0 && step.layer <= layerCount, "steps: layer", step.layer,
                     "1 to 13, or 0 for fine-tuning");
    if (step.layer > 0 && !seen.insert(step.layer).second)
      problems.all.push_back(concat("steps: layer ", step.layer, " is merged twice"));
    check(problems, step.settings, where);
  }
  return problems.all;
}

void validate(const Recipe& recipe) {
  const auto problems = problemsOf(recipe);
  if (!problems.empty()) throw Error("recipe: " + problems.front());
}

}  // namespace zipper
