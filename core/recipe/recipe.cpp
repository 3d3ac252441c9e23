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

constexpr const char* allLayers = "all";  ///< everyLayer, as people write it

std::vector<int> layersUpTo(int count) {
  std::vector<int> layers(std::size_t(count), 0);
  std::iota(layers.begin(), layers.end(), 1);
  return layers;
}

/// `layers`: of the networks, or unknownLayers.
int layerNumber(const std::string& text, const std::string& whole, int layers) {
  char* end = nullptr;
  const long value = std::strtol(text.c_str(), &end, 10);
  const int most = layers == unknownLayers ? mostLayers : layers;
  if (text.empty() || *end != '\0') fail("layers: '", whole, "' found, a list such as 1-13, 1-6 or 7,9,13 expected");
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
    planSteps(recipe, {everyLayer});
  } else if (name == "fast") {
    recipe.defaults.start.initialization = Initialization::LeastSquares;
    recipe.defaults.start.alignment = Alignment::Mergeability;
    recipe.defaults.start.fisherWeights = recipe.defaults.start.fitKernels = recipe.defaults.start.fitHeads = true;
    planSteps(recipe, {everyLayer}, 900);
  } else {
    fail("preset: '", name, "' found, expected one of fast, paper");
  }
  settlePlan(recipe, layers);
  return recipe;
}

std::vector<std::string> presetNames() { return {"fast", "paper"}; }

void planSteps(Recipe& recipe, const std::vector<int>& layers, int finetuneIterations) {
  recipe.steps.clear();
  for (int layer : layers) recipe.steps.push_back({layer, recipe.defaults});
  if (finetuneIterations <= 0) return;
  StepPlan finetuning{0, recipe.defaults};
  finetuning.settings.calibration.iterations = finetuneIterations;
  recipe.steps.push_back(finetuning);
}

void settlePlan(Recipe& recipe, int layers) {
  if (layers == unknownLayers) return validate(recipe);
  std::set<int> named;
  for (const StepPlan& step : recipe.steps) named.insert(step.layer);
  std::vector<StepPlan> steps;
  for (const StepPlan& step : recipe.steps) {
    if (step.layer != everyLayer) {
      steps.push_back(step);
      continue;
    }
    for (const int layer : layersUpTo(layers))
      if (named.count(layer) == 0) steps.push_back({layer, step.settings});
  }
  recipe.steps = std::move(steps);
  validate(recipe, layers);
}

std::vector<int> parseLayers(const std::string& text, int layers) {
  if (text == allLayers) return layers == unknownLayers ? std::vector<int>{everyLayer} : layersUpTo(layers);
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

std::string layersToString(const std::vector<int>& layers) {
  std::string text;
  for (std::size_t i = 0; i < layers.size();) {
    std::size_t last = i;
    while (last + 1 < layers.size() && layers[i] > 0 && layers[last + 1] == layers[last] + 1) ++last;
    text += text.empty() ? "" : ",";
    text += layers[i] == everyLayer ? std::string(allLayers) : concat(layers[i]);
    if (last > i) text += concat("-", layers[last]);
    i = last + 1;
  }
  return text;
}

bool needsImages(const StepSettings& settings) {
  return settings.start.initialization == Initialization::LeastSquares ||
         settings.start.alignment == Alignment::Activations || settings.start.alignment == Alignment::Mergeability ||
         settings.start.fitKernels || settings.start.fitHeads;
}

std::string nameOf(const TaskSource& source) {
  return source.name.empty() ? std::filesystem::path(source.model).stem().string() : source.name;
}

std::vector<int> plannedLayers(const Recipe& recipe) {
  std::vector<int> layers;
  for (const StepPlan& step : recipe.steps)
    if (step.layer != 0) layers.push_back(step.layer);
  return layers;
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
