// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <set>
#include <utility>

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Enum>
using Names = std::vector<std::pair<Enum, std::string>>;

const Names<Initialization> initializations{{Initialization::FromA, "a"},
                                            {Initialization::FromB, "b"},
                                            {Initialization::Random, "random"},
                                            {Initialization::Mean, "mean"},
                                            {Initialization::LeastSquares, "least-squares"}};
const Names<Alignment> alignments{{Alignment::None, "none"},
                                  {Alignment::Weights, "weights"},
                                  {Alignment::Activations, "activations"},
                                  {Alignment::Mergeability, "mergeability"}};
const Names<OptimizerKind> optimizers{{OptimizerKind::Sgd, "sgd"}, {OptimizerKind::Adam, "adam"}};
const Names<ScheduleKind> schedules{
    {ScheduleKind::Constant, "constant"}, {ScheduleKind::Exponential, "exponential"}, {ScheduleKind::Cosine, "cosine"}};
const Names<Precision> precisions{{Precision::Float32, "float32"}, {Precision::BFloat16, "bfloat16"}};
const Names<UpdateOrder> updateOrders{{UpdateOrder::Alternate, "alternate"}, {UpdateOrder::Joint, "joint"}};

template <typename Enum>
std::string nameOf(const Names<Enum>& names, Enum value) {
  for (const auto& entry : names)
    if (entry.first == value) return entry.second;
  return {};
}

template <typename Enum>
Enum valueOf(const Names<Enum>& names, const std::string& text, const char* what) {
  std::string known;
  for (const auto& [value, name] : names) {
    if (name == text) return value;
    known += (known.empty() ? "" : ", ") + name;
  }
  fail(what, ": '", text, "' found, expected one of ", known);
}

template <typename Enum>
std::vector<std::string> namesOf(const Names<Enum>& names) {
  std::vector<std::string> texts;
  for (const auto& entry : names) texts.push_back(entry.second);
  return texts;
}

std::vector<int> allLayers() {
  std::vector<int> layers(layerCount);
  std::iota(layers.begin(), layers.end(), 1);
  return layers;
}

int layerNumber(const std::string& text, const std::string& whole) {
  char* end = nullptr;
  const long value = std::strtol(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0') fail("layers: '", whole, "' found, a list such as 1-13, 1-6 or 7,9,13 expected");
  if (value < 1 || value > layerCount) fail("layers: there is no layer ", text, "; layers are 1 to ", layerCount);
  return int(value);
}

/// Appends "3" or "1-6" to the list.
void appendRange(std::vector<int>& layers, const std::string& range, const std::string& whole) {
  const auto dash = range.find('-');
  const int first = layerNumber(range.substr(0, dash), whole);
  const int last = dash == std::string::npos ? first : layerNumber(range.substr(dash + 1), whole);
  if (last < first) fail("layers: '", range, "' runs backwards; write ", last, "-", first);
  for (int layer = first; layer <= last; ++layer) layers.push_back(layer);
}

}  // namespace

Recipe presetRecipe(const std::string& name) {
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
    planSteps(recipe, allLayers());
  } else if (name == "fast") {
    recipe.defaults.initialization = Initialization::LeastSquares;
    recipe.defaults.alignment = Alignment::Mergeability;
    recipe.defaults.fisherWeights = recipe.defaults.fitKernels = recipe.defaults.fitHeads = true;
    planSteps(recipe, allLayers(), 900);
  } else {
    fail("preset: '", name, "' found, expected one of fast, paper");
  }
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

std::vector<int> parseLayers(const std::string& text) {
  std::vector<int> layers;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    appendRange(layers, text.substr(begin, comma - begin), text);
    begin = comma + 1;
  }
  std::set<int> seen;
  for (int layer : layers)
    if (!seen.insert(layer).second) fail("layers: layer ", layer, " is named twice in '", text, "'");
  return layers;
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

std::string toString(Initialization value) { return nameOf(initializations, value); }
std::string toString(Alignment value) { return nameOf(alignments, value); }
std::string toString(OptimizerKind value) { return nameOf(optimizers, value); }
std::string toString(ScheduleKind value) { return nameOf(schedules, value); }
std::string toString(UpdateOrder value) { return nameOf(updateOrders, value); }
std::string toString(Precision value) { return nameOf(precisions, value); }

Initialization initializationFromString(const std::string& text) {
  return valueOf(initializations, text, "initialization");
}
Alignment alignmentFromString(const std::string& text) { return valueOf(alignments, text, "alignment"); }
OptimizerKind optimizerFromString(const std::string& text) { return valueOf(optimizers, text, "optimizer"); }
ScheduleKind scheduleFromString(const std::string& text) { return valueOf(schedules, text, "schedule"); }
UpdateOrder updateOrderFromString(const std::string& text) { return valueOf(updateOrders, text, "update order"); }
Precision precisionFromString(const std::string& text) { return valueOf(precisions, text, "precision"); }

std::vector<std::string> initializationNames() { return namesOf(initializations); }
std::vector<std::string> alignmentNames() { return namesOf(alignments); }

bool needsImages(const StepSettings& settings) {
  return settings.initialization == Initialization::LeastSquares || settings.alignment == Alignment::Activations ||
         settings.alignment == Alignment::Mergeability || settings.fitKernels || settings.fitHeads;
}

std::vector<int> plannedLayers(const Recipe& recipe) {
  std::vector<int> layers;
  for (const StepPlan& step : recipe.steps)
    if (step.layer > 0) layers.push_back(step.layer);
  return layers;
}

int deepestTrunk(const Recipe& recipe) {
  int deepest = 0;
  for (const StepPlan& step : recipe.steps) deepest = std::max(deepest, step.settings.trunk);
  return deepest;
}

int layersFromTheFirst(const std::vector<int>& layers) {
  int prefix = 0;
  while (std::find(layers.begin(), layers.end(), prefix + 1) != layers.end()) ++prefix;
  return prefix;
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
