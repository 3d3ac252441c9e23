// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe_difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/models/spec_overrides_json.h"
#include "core/network/task_names.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

using Values = std::pair<std::string, std::string>;
using Differences = std::vector<RecipeDifference>;

/// A setting of a step as files have it.
struct SettingText {
  const StepSettings& settings;

  std::string operator()(const PlanField&) const { return {}; }
  std::string operator()(const WholeNumberField& field) const { return std::to_string(field.member.of(settings)); }
  std::string operator()(const DecimalField& field) const { return shortestNumber(field.member.of(settings)); }
  std::string operator()(const SwitchField& field) const { return field.member.of(settings) ? "true" : "false"; }
  std::string operator()(const ChoiceField& field) const { return field.get(settings); }
};

int fineTuningIterations(const Recipe& recipe) {
  int iterations = 0;
  for (const StepPlan& step : recipe.steps)
    if (step.target.isFineTuning()) iterations += step.settings.calibration.iterations;
  return iterations;
}

std::string planValue(RecipeField field, const Recipe& recipe) {
  switch (field) {
    case RecipeField::Preset:
      return recipe.preset;
    case RecipeField::BnPolicy:
      return toString(recipe.bnPolicy);
    case RecipeField::Layers:
      return mergesToString(plannedMerges(recipe));
    case RecipeField::FinetuneIterations:
      return std::to_string(fineTuningIterations(recipe));
    case RecipeField::Seed:
      return std::to_string(recipe.seed);
    case RecipeField::Device:
      return recipe.device;
    case RecipeField::Threads:
      return std::to_string(recipe.threads);
    default:
      return {};
  }
}

/// The settings with which a recipe does a step; null if it doesn't.
const StepSettings* settingsAt(const Recipe& recipe, StepTarget target) {
  const StepSettings* ofEvery = nullptr;
  for (const StepPlan& step : recipe.steps) {
    if (step.target == target) return &step.settings;
    if (step.target.isEveryLayer()) ofEvery = &step.settings;
  }
  return target.mergesLayer() ? ofEvery : nullptr;
}

/// What both recipes do, with the settings of each; their defaults where that is nothing.
struct SharedStep {
  StepTarget target;
  const StepSettings *one, *other;
};

std::vector<SharedStep> sharedSteps(const Recipe& one, const Recipe& other) {
  std::set<StepTarget> targets;
  for (const Recipe* recipe : {&one, &other})
    for (const StepPlan& step : recipe->steps) targets.insert(step.target);
  std::vector<SharedStep> shared;
  for (const StepTarget target : targets) {
    const StepSettings *first = settingsAt(one, target), *second = settingsAt(other, target);
    if (first != nullptr && second != nullptr) shared.push_back({target, first, second});
  }
  if (shared.empty()) shared.push_back({StepTarget::everyLayer(), &one.defaults, &other.defaults});
  return shared;
}

/// Fine-tuning merges nothing, and its iterations are a field of the plan.
bool countsInFineTuning(RecipeField field) {
  switch (field) {
    case RecipeField::Initialization:
    case RecipeField::Alignment:
    case RecipeField::FisherWeights:
    case RecipeField::FitKernels:
    case RecipeField::FitHeads:
    case RecipeField::Trunk:
    case RecipeField::InitializationImages:
    case RecipeField::Ridge:
    case RecipeField::Iterations:
      return false;
    default:
      return true;
  }
}

bool countsAt(const RecipeFieldInfo& info, const SharedStep& step) {
  if (step.target.isFineTuning() && !countsInFineTuning(info.field)) return false;
  return info.counts == nullptr || info.counts(*step.one) || info.counts(*step.other);
}

void addPlace(RecipeDifference& difference, StepTarget target) {
  if (target.mergesLayer()) difference.layers.push_back(target.layerNumber());
  difference.everyLayer = difference.everyLayer || target.isEveryLayer();
  difference.fineTuning = difference.fineTuning || target.isFineTuning();
}

RecipeDifference differenceIn(RecipeField field, const Values& values) {
  RecipeDifference difference;
  difference.field = field;
  difference.one = values.first;
  difference.other = values.second;
  return difference;
}

/// One entry for each pair of values that differ, with the steps that have it.
void compareSetting(const RecipeFieldInfo& info, const std::vector<SharedStep>& steps, Differences& all) {
  std::vector<std::pair<Values, std::vector<StepTarget>>> found;
  for (const SharedStep& step : steps) {
    if (!countsAt(info, step)) continue;
    const Values values{std::visit(SettingText{*step.one}, info.kind), std::visit(SettingText{*step.other}, info.kind)};
    const auto same =
        std::find_if(found.begin(), found.end(), [&](const auto& entry) { return entry.first == values; });
    if (same == found.end())
      found.push_back({values, {step.target}});
    else
      same->second.push_back(step.target);
  }
  for (const auto& [values, targets] : found) {
    if (values.first == values.second) continue;
    RecipeDifference& difference = all.emplace_back(differenceIn(info.field, values));
    if (found.size() == 1) continue;
    for (const StepTarget target : targets) addPlace(difference, target);
  }
}

std::string classesText(const TaskSource& source) {
  if (!source.classes) return {};
  if (source.classes->empty()) return "position";
  std::string text;
  for (const int output : *source.classes) text += concat(text.empty() ? "" : ",", output);
  return text;
}

std::string overridesText(const TaskSource& source) {
  return isEmpty(source.overrides) ? std::string() : dumpJson(toJson(source.overrides));
}

std::string readingText(const TaskSource& source) {
  return toString(source.images.alpha) + ", " + toString(source.images.exif);
}

/// The same hash, or the same place where one of the hashes isn't known.
bool isSame(const std::string& hash, const std::string& otherHash, const std::string& place,
            const std::string& otherPlace) {
  return hash.empty() || otherHash.empty() ? place == otherPlace : hash == otherHash;
}

void compareSource(int task, const TaskSource& one, const TaskSource& other, Differences& all) {
  const auto add = [&](SourceField what, const std::string& first, const std::string& second) {
    RecipeDifference& difference = all.emplace_back();
    difference.source = what;
    difference.task = task;
    difference.one = first;
    difference.other = second;
  };
  if (!isSame(one.modelSha256, other.modelSha256, one.model, other.model))
    add(SourceField::Network, one.model, other.model);
  if (!isSame(one.dataFingerprint, other.dataFingerprint, one.data, other.data))
    add(SourceField::Images, one.data, other.data);
  if (one.images != other.images) add(SourceField::Reading, readingText(one), readingText(other));
  if (overridesText(one) != overridesText(other)) add(SourceField::Overrides, overridesText(one), overridesText(other));
  if (one.classes && other.classes && *one.classes != *other.classes)
    add(SourceField::Classes, classesText(one), classesText(other));
}

}  // namespace

std::vector<RecipeDifference> differencesOf(const Recipe& one, const Recipe& other) {
  Differences all;
  const std::vector<SharedStep> steps = sharedSteps(one, other);
  for (const RecipeFieldInfo& info : recipeFields()) {
    if (!std::holds_alternative<PlanField>(info.kind)) {
      compareSetting(info, steps, all);
      continue;
    }
    const Values values{planValue(info.field, one), planValue(info.field, other)};
    if (values.first != values.second) all.push_back(differenceIn(info.field, values));
  }
  const TaskSource none;
  const std::size_t tasks = std::max(one.sources.size(), other.sources.size());
  for (std::size_t t = 0; t < tasks; ++t) {
    const auto of = [&](const Recipe& recipe) { return t < recipe.sources.size() ? recipe.sources[t] : none; };
    compareSource(int(t), of(one), of(other), all);
  }
  return all;
}

std::string titleOf(const RecipeDifference& difference) {
  if (difference.field) return infoOf(*difference.field).label;
  const char* const titles[] = {"Network", "Images", "How images are read", "Overrides", "Classes"};
  return concat(titles[std::size_t(*difference.source)], " of task ", taskName(difference.task));
}

std::string placeOf(const RecipeDifference& difference) {
  std::string place;
  const auto add = [&place](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
  if (!difference.layers.empty())
    add(concat(difference.layers.size() == 1 ? "layer " : "layers ", layersToString(difference.layers)));
  if (difference.everyLayer) add(difference.layers.empty() ? "all layers" : "all other layers");
  if (difference.fineTuning) add("fine-tuning");
  return place;
}

std::string valueForPeople(const RecipeDifference& difference, const std::string& value) {
  if (value.empty()) return "none";
  if (!difference.field) return value;
  const RecipeFieldInfo& info = infoOf(*difference.field);
  if (std::holds_alternative<SwitchField>(info.kind)) return value == "true" ? "yes" : "no";
  const bool counted = info.field == RecipeField::FinetuneIterations ||
                       (std::holds_alternative<WholeNumberField>(info.kind) && info.field != RecipeField::Trunk);
  return counted ? withThousands(std::stoll(value)) : value;
}

}  // namespace zipper
