// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <set>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* allLayers = "all";  ///< every layer, as people write it

std::vector<int> layersUpTo(int count) {
  std::vector<int> layers(std::size_t(count), 0);
  std::iota(layers.begin(), layers.end(), 1);
  return layers;
}

std::vector<StepTarget> targetsOf(const std::vector<int>& layers) {
  std::vector<StepTarget> targets;
  for (const int layer : layers) targets.push_back(StepTarget::layer(layer));
  return targets;
}

/// `layers`: of the networks, or unknownLayers.
int layerNumber(const std::string& text, const std::string& whole, int layers) {
  char* end = nullptr;
  const long value = std::strtol(text.c_str(), &end, 10);
  const int most = layers == unknownLayers ? mostLayers : layers;
  if (text.empty() || *end != '\0') fail("layers: '", whole, "' found, a list such as 1-13, 1-6 or 7,9,13 expected");
  if (layers == unknownLayers && value < 1) fail("layers: there is no layer ", text, "; layers count from 1");
  if (layers == unknownLayers && value > most) fail("layers: there is no layer ", text, " in any network");
  if (value < 1 || value > most) fail("layers: there is no layer ", text, "; layers are 1 to ", most);
  return int(value);
}

/// Appends "3" or "1-6" to the list.
void appendRange(std::vector<int>& numbers, const std::string& range, const std::string& whole, int layers) {
  const auto dash = range.find('-');
  const int first = layerNumber(range.substr(0, dash), whole, layers);
  const int last = dash == std::string::npos ? first : layerNumber(range.substr(dash + 1), whole, layers);
  if (last < first) fail("layers: '", range, "' runs backwards; write ", last, "-", first);
  for (int number = first; number <= last; ++number) numbers.push_back(number);
}

}  // namespace

Recipe presetRecipe(const std::string& name, int layers) {
  Recipe recipe;
  recipe.preset = name;
  if (name == "paper") {
    recipe.bnPolicy = BnPolicy::Shared;
    recipe.defaults.reestimateStatistics = false;
    CalibrationSettings& calibration = recipe.defaults.calibration;
    calibration.iterations = 4000;
    calibration.optimizer = OptimizerKind::Sgd;
    calibration.learningRate = 1e-3;
    calibration.schedule = ScheduleKind::Exponential;
    calibration.update = UpdateOrder::Alternate;
    planMerges(recipe, {StepTarget::everyLayer()});
  } else if (name == "fast") {
    recipe.defaults.start.initialization = Initialization::LeastSquares;
    recipe.defaults.start.alignment = Alignment::Mergeability;
    recipe.defaults.start.fisherWeights = recipe.defaults.start.fitKernels = recipe.defaults.start.fitHeads = true;
    planMerges(recipe, {StepTarget::everyLayer()}, 900);
  } else if (name == "lesson") {
    recipe.defaults.start.initialization = Initialization::LeastSquares;
    recipe.defaults.start.alignment = Alignment::Mergeability;
    recipe.defaults.start.fisherWeights = recipe.defaults.start.fitKernels = recipe.defaults.start.fitHeads = true;
    recipe.defaults.initializationImages = 256;
    recipe.defaults.sameImages = true;
    recipe.defaults.statisticsImages = 256;
    recipe.defaults.calibration.iterations = 10;
    planMerges(recipe, {StepTarget::everyLayer()}, 150);
  } else if (name == exactPreset) {
    recipe.bnPolicy = BnPolicy::Shared;
    recipe.defaults.start.initialization = Initialization::FromA;
    recipe.defaults.reestimateStatistics = false;
    recipe.defaults.calibration.iterations = 0;
    planMerges(recipe, {StepTarget::everyLayer()});
  } else {
    fail("preset: '", name, "' found, expected one of fast, paper, lesson, exact");
  }
  settlePlan(recipe, layers);
  return recipe;
}

std::vector<std::string> presetNames() { return {"fast", "paper", "lesson", exactPreset}; }

void settleExactPlan(Recipe& recipe, int depth) {
  const bool asked = deepestTrunk(recipe) > 0;
  std::vector<StepPlan> steps;
  for (const StepPlan& step : recipe.steps) {
    const std::vector<StepTarget> targets =
        step.target.isEveryLayer() ? targetsOf(layersUpTo(depth)) : std::vector<StepTarget>{step.target};
    for (const StepTarget target : targets) steps.push_back({target, step.settings});
  }
  recipe.steps = std::move(steps);
  if (asked) return;
  recipe.defaults.trunk = depth;
  for (StepPlan& step : recipe.steps) step.settings.trunk = depth;
}

void planSteps(Recipe& recipe, const std::vector<int>& layers, int finetuneIterations) {
  planMerges(recipe, targetsOf(layers), finetuneIterations);
}

void planMerges(Recipe& recipe, const std::vector<StepTarget>& targets, int finetuneIterations) {
  recipe.steps.clear();
  for (const StepTarget target : targets) recipe.steps.push_back({target, recipe.defaults});
  if (finetuneIterations <= 0) return;
  StepPlan finetuning{StepTarget::fineTuning(), recipe.defaults};
  finetuning.settings.calibration.iterations = finetuneIterations;
  recipe.steps.push_back(finetuning);
}

void settlePlan(Recipe& recipe, int layers) {
  if (layers == unknownLayers) return validate(recipe);
  std::set<StepTarget> named;
  for (const StepPlan& step : recipe.steps) named.insert(step.target);
  std::vector<StepPlan> steps;
  for (const StepPlan& step : recipe.steps) {
    if (!step.target.isEveryLayer()) {
      steps.push_back(step);
      continue;
    }
    for (const StepTarget target : targetsOf(layersUpTo(layers)))
      if (named.count(target) == 0) steps.push_back({target, step.settings});
  }
  recipe.steps = std::move(steps);
  validate(recipe, layers);
}

std::vector<int> parseLayers(const std::string& text, int layers) {
  if (text == allLayers && layers != unknownLayers) return layersUpTo(layers);
  std::vector<int> numbers;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    appendRange(numbers, text.substr(begin, comma - begin), text, layers);
    begin = comma + 1;
  }
  std::set<int> seen;
  for (int number : numbers)
    if (!seen.insert(number).second) fail("layers: layer ", number, " is named twice in '", text, "'");
  return numbers;
}

std::vector<StepTarget> parseMerges(const std::string& text, int layers) {
  if (text == allLayers && layers == unknownLayers) return {StepTarget::everyLayer()};
  return targetsOf(parseLayers(text, layers));
}

std::string layersToString(const std::vector<int>& layers) {
  std::string text;
  for (std::size_t i = 0; i < layers.size();) {
    std::size_t last = i;
    while (last + 1 < layers.size() && layers[last + 1] == layers[last] + 1) ++last;
    text += concat(text.empty() ? "" : ",", layers[i]);
    if (last > i) text += concat("-", layers[last]);
    i = last + 1;
  }
  return text;
}

std::string mergesToString(const std::vector<StepTarget>& targets) {
  std::string text;
  std::vector<int> layers;
  const auto append = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : ",") + part;
  };
  for (const StepTarget target : targets) {
    if (target.mergesLayer()) {
      layers.push_back(target.layerNumber());
      continue;
    }
    append(layersToString(layers));
    layers.clear();
    append(allLayers);
  }
  append(layersToString(layers));
  return text;
}

bool needsImages(const StepSettings& settings) {
  return settings.start.initialization == Initialization::LeastSquares ||
         settings.start.alignment == Alignment::Activations || settings.start.alignment == Alignment::Mergeability ||
         settings.start.fitKernels || settings.start.fitHeads;
}

std::string nameOf(const TaskSource& source) {
  if (!source.name.empty()) return source.name;
  const std::filesystem::path path = source.model;
  const std::string file = path.stem().string(), folder = path.parent_path().filename().string();
  const std::string ending = path.extension().string();
  const bool usual = (file == "keras_model" && ending == ".h5") || (file == "model" && ending == ".json");
  return usual && !folder.empty() && folder != "." && folder != ".." ? folder : file;
}

std::vector<std::string> namesOf(const std::vector<TaskSource>& sources) {
  std::set<std::string> taken;
  for (const TaskSource& source : sources) taken.insert(source.name);
  std::vector<std::string> names;
  for (const TaskSource& source : sources) {
    const std::string usual = nameOf(source);
    names.push_back(usual);
    if (!source.name.empty() || usual.empty()) continue;
    for (int number = 2; !taken.insert(names.back()).second; ++number) names.back() = concat(usual, " ", number);
  }
  return names;
}

std::vector<int> plannedLayers(const Recipe& recipe) {
  std::vector<int> layers;
  for (const StepPlan& step : recipe.steps)
    if (step.target.mergesLayer()) layers.push_back(step.target.layerNumber());
  return layers;
}

std::vector<StepTarget> plannedMerges(const Recipe& recipe) {
  std::vector<StepTarget> targets;
  for (const StepPlan& step : recipe.steps)
    if (!step.target.isFineTuning()) targets.push_back(step.target);
  return targets;
}

bool needsAnyImages(const Recipe& recipe) {
  return std::any_of(recipe.steps.begin(), recipe.steps.end(), [](const StepPlan& step) {
    const StepSettings& settings = step.settings;  // validation images are set aside by every step that names some
    return settings.validationImages > 0 || needsImages(settings) || settings.reestimateStatistics ||
           settings.calibration.iterations > 0;
  });
}

int deepestTrunk(const Recipe& recipe) {
  int deepest = 0;
  for (const StepPlan& step : recipe.steps) deepest = std::max(deepest, step.settings.trunk);
  return deepest;
}

int plannedTrunk(const Recipe& recipe) {
  return std::min(deepestTrunk(recipe), layersFromTheFirst(plannedLayers(recipe)));
}

bool needsLabels(const Recipe& recipe) {
  return std::any_of(recipe.steps.begin(), recipe.steps.end(), [](const StepPlan& step) {
    const StepSettings& settings = step.settings;
    return settings.validationImages > 0 ||
           (settings.calibration.crossEntropyWeight > 0 && settings.calibration.iterations > 0);
  });
}

void setInitialization(Start& start, Initialization initialization) {
  start.initialization = initialization;
  if (initialization == Initialization::LeastSquares) return;
  start.alignment = Alignment::None;
  start.fisherWeights = start.fitKernels = start.fitHeads = false;
}

}  // namespace zipper
