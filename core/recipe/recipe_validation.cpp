// SPDX-License-Identifier: GPL-3.0-or-later

#include <set>

#include "core/network/task_names.h"
#include "core/recipe/fields.h"
#include "core/recipe/recipe.h"
#include "core/support/compute_device.h"
#include "core/support/error.h"

namespace zipper {

namespace {

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

/// One field on its own.
struct FieldCheck {
  Problems& problems;
  const std::string field;  ///< as messages call it
  const StepSettings& settings;

  void operator()(const WholeNumberField& kind) const { check(kind.member.of(settings), kind.range); }
  void operator()(const DecimalField& kind) const { check(kind.member.of(settings), kind.range); }
  template <typename Other>
  void operator()(const Other&) const {}

 private:
  template <typename Number>
  void check(Number value, const NumberRange& range) const {
    problems.require(range.holds(double(value)), field, value, range.expected);
  }
};

void check(Problems& problems, const StepSettings& settings, int layers, const std::string& where) {
  for (const RecipeFieldInfo& info : recipeFields())
    if (info.name != nullptr && (info.counts == nullptr || info.counts(settings)))
      std::visit(FieldCheck{problems, where + info.name, settings}, info.kind);
  const CalibrationSettings& c = settings.calibration;
  problems.require(c.iterations == 0 || c.crossEntropyWeight + c.l1Weight + c.distillationWeight != 0,
                   where + "cross-entropy weight", c.crossEntropyWeight,
                   "with an L1 and a distillation weight of 0 a positive number");
  problems.require(c.precision == Precision::Float32 || settings.trunk == 0 || c.iterations == 0, where + "precision",
                   toString(c.precision), "with a trunk float32");
  problems.require(layers == unknownLayers || settings.trunk <= layers, where + "trunk", settings.trunk,
                   concat("0 (none) to ", layers));
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

void checkTarget(Problems& problems, StepTarget target, int layers) {
  const bool open = layers == unknownLayers;
  problems.require(open || !target.isEveryLayer(), "steps: layer", "all",
                   concat("1 to ", layers, ", or 0 for fine-tuning"));
  if (!target.mergesLayer() || target.layerNumber() <= (open ? mostLayers : layers)) return;
  problems.all.push_back(open
                             ? concat("steps: there is no layer ", target.layerNumber(), " in any network")
                             : concat("steps: there is no layer ", target.layerNumber(), "; layers are 1 to ", layers));
}

}  // namespace

std::vector<std::string> problemsOf(const Recipe& recipe, int layers) {
  Problems problems;
  problems.require(recipe.threads >= 0 && recipe.threads <= 1024, "threads", recipe.threads,
                   "0 (one per core) to 1024");
  problems.require(isComputeDevice(recipe.device), "device", "'" + recipe.device + "'", computeDeviceChoices);
  problems.require(recipe.sources.size() <= std::size_t(mostTasks), "sources", recipe.sources.size(),
                   concat("at most ", mostTasks, ", one per task"));
  problems.require(recipe.steps.size() <= mostSteps, "steps", recipe.steps.size(), concat("at most ", mostSteps));
  if (!problems.all.empty()) return problems.all;
  for (std::size_t task = 0; task < recipe.sources.size(); ++task)
    check(problems, recipe.sources[task].overrides, int(task));
  check(problems, recipe.defaults, layers, "");
  std::set<StepTarget> seen;
  for (const StepPlan& step : recipe.steps) {
    checkTarget(problems, step.target, layers);
    if (!step.target.isFineTuning() && !seen.insert(step.target).second)
      problems.all.push_back(concat("steps: layer ", mergesToString({step.target}), " is merged twice"));
    check(problems, step.settings, layers, titleOfStep(step.target) + ": ");
  }
  return problems.all;
}

void validate(const Recipe& recipe, int layers) {
  const auto problems = problemsOf(recipe, layers);
  if (!problems.empty()) throw Error("recipe: " + problems.front());
}

}  // namespace zipper
