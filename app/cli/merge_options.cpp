// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_options.h"

#include <algorithm>

#include "app/cli/console.h"
#include "app/cli/device_option.h"
#include "app/cli/wrong_usage.h"
#include "core/network/compatibility.h"
#include "core/session/run_tree.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/text_format.h"
#include "core/zippering/start_factors.h"

namespace zipper::cli {

namespace {

void apply(const MergeOptions& options, StepSettings& settings) {
  if (options.noLabels) {
    settings.calibration.crossEntropyWeight = 0;
    settings.calibration.distillationWeight = 1;
    settings.validationImages = 0;
  }
  options.settings.apply(settings);
}

/// What --init changes besides the initialization, and how to keep it. What options of their own ask for isn't told.
void tellWhatInitTakesAlong(const MergeOptions& options, const Recipe& recipe) {
  const auto init = options.settings.choice(RecipeField::Initialization);
  if (!init) return;
  const Start& before = recipe.defaults.start;
  Start after = before;
  setInitialization(after, initializationFromString(*init));
  std::string changed, keep;
  const auto add = [&](const std::string& what, const std::string& option) {
    changed += (changed.empty() ? "" : ", ") + what;
    keep += (keep.empty() ? "" : " ") + option;
  };
  for (const StartFactor factor : changedFactors(before, after)) {
    if (factor == StartFactor::Alignment && !options.settings.has(RecipeField::Alignment))
      add("--align " + toString(after.alignment), "--align " + toString(before.alignment));
    if (factor == StartFactor::KernelFit && !options.settings.has(RecipeField::FitKernels))
      add("--fit-kernels false", "--fit-kernels true");
    if (factor == StartFactor::HeadFit && !options.settings.has(RecipeField::FitHeads))
      add("--fit-heads false", "--fit-heads true");
  }
  if (usesFisherWeights(before, recipe.bnPolicy) && !usesFisherWeights(after, recipe.bnPolicy))
    changed += std::string(changed.empty() ? "" : ", ") + "no Fisher weights (of least squares only)";
  if (changed.empty()) return;
  printNote(concat("--init ", *init, " also sets ", changed,
                   keep.empty() ? std::string() : concat("; to change the initialization alone, add ", keep)));
}

/// What the options ask for; a recipe's file was looked at when it was read. Its device may not be there, though.
void checkSettings(const Recipe& recipe) {
  const std::vector<std::string> problems = problemsOf(recipe);
  if (!problems.empty()) refuse(problems.front());
  requireDevice(computeDeviceFromString(recipe.device));
}

/// Tasks that would be called the same get a number, as in the workbench.
void tellTasksApart(Recipe& recipe) {
  const std::vector<std::string> names = namesOf(recipe.sources);
  for (std::size_t t = 0; t < names.size(); ++t)
    if (names[t] != nameOf(recipe.sources[t])) recipe.sources[t].name = names[t];
}

/// Lets CLI11 refuse what parseMerges() refuses.
CLI::Validator layerList() {
  return CLI::Validator(
      [](std::string& text) {
        try {
          parseMerges(text);
        } catch (const Error& error) {
          return withoutField(error.what());
        }
        return std::string();
      },
      "LAYERS");
}

void removeFinetuning(Recipe& recipe) {
  recipe.steps.erase(std::remove_if(recipe.steps.begin(), recipe.steps.end(),
                                    [](const auto& step) { return step.target.isFineTuning(); }),
                     recipe.steps.end());
}

/// The recipe of the file or the preset. Who says how many iterations a layer gets means all there are: the
/// fine-tuning of a preset is then left out unless it is asked for.
Recipe namedRecipe(const MergeOptions& options) {
  if (!options.recipe.empty()) return recipeFromFile(options.recipe);
  Recipe recipe = presetRecipe(options.preset.value_or("fast"));
  if (!options.steps) return recipe;
  const bool finetunes = !recipe.steps.empty() && recipe.steps.back().target.isFineTuning();
  if (finetunes && !options.finetuneSteps) {
    const int iterations = recipe.steps.back().settings.calibration.iterations;
    printNote(concat("--steps leaves out the ", counted(iterations, "iteration", "iterations"),
                     " of fine-tuning that the preset ", recipe.preset, " has; to keep them, add --finetune-steps ",
                     iterations));
  }
  removeFinetuning(recipe);
  return recipe;
}

void applyToPlan(const MergeOptions& options, Recipe& recipe) {
  apply(options, recipe.defaults);
  if (options.steps) recipe.defaults.calibration.iterations = *options.steps;
  if (options.layers) {
    const auto finetuning = std::find_if(recipe.steps.begin(), recipe.steps.end(),
                                         [](const auto& step) { return step.target.isFineTuning(); });
    const int iterations = finetuning == recipe.steps.end() ? 0 : finetuning->settings.calibration.iterations;
    planMerges(recipe, parseMerges(*options.layers), iterations);
  }
  for (StepPlan& step : recipe.steps) {
    apply(options, step.settings);
    if (options.steps && !step.target.isFineTuning()) step.settings.calibration.iterations = *options.steps;
  }
  if (!options.finetuneSteps) return;
  removeFinetuning(recipe);
  if (*options.finetuneSteps == 0) return;
  StepPlan finetuning{StepTarget::fineTuning(), recipe.defaults};
  finetuning.settings.calibration.iterations = *options.finetuneSteps;
  recipe.steps.push_back(finetuning);
}

void applyMachine(const MergeOptions& options, Recipe& recipe) {
  if (options.threads) recipe.threads = *options.threads;
  if (options.device) recipe.device = *options.device;
}

}  // namespace

void addPlanOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  const auto add = [&](RecipeField field, auto& value) {
    return command.add_option(infoOf(field).option, value, infoOf(field).help);
  };
  addTaskOptions(command, o->tasks);
  addDataOptions(command, o->images);
  command.add_option("--recipe", o->recipe, "Recipe file (JSON)")
      ->excludes(add(RecipeField::Preset, o->preset)->check(CLI::IsMember(presetNames())));
  add(RecipeField::BnPolicy, o->bn)->check(CLI::IsMember({"shared", "per-task"}));
  add(RecipeField::Layers, o->layers)->check(layerList());
  command
      .add_option("--steps", o->steps,
                  "Calibration iterations after each layer; without --finetune-steps no others are done")
      ->check(CLI::NonNegativeNumber);
  add(RecipeField::FinetuneIterations, o->finetuneSteps)->check(CLI::NonNegativeNumber);
  o->settings.addAll(command);
  command
      .add_flag("--no-labels", o->noLabels,
                "Calibrate against the teachers alone: --ce-weight 0, no validation images, and --distill-weight 1 "
                "unless another is given; the only labels read are those of the test images (see --no-eval)")
      ->excludes(command.get_option(infoOf(RecipeField::CrossEntropyWeight).option))
      ->excludes(command.get_option(infoOf(RecipeField::ValidationImages).option));
  add(RecipeField::Device, o->device)->check(deviceName());
  add(RecipeField::Threads, o->threads)->check(CLI::Range(0, 1024));
  command.add_option("--report", o->report, "Write report.html, report.json and CSV files into this folder");
  command.add_option("--progress", o->progress, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_flag("--allow-changed-sources", o->allowChanged,
                   "Go on when models or data differ from the recipe's hashes");
}

void addCommonOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  addPlanOptions(command, o);
  o->settings.add(command, RecipeField::Initialization);
  command.add_option(infoOf(RecipeField::Seed).option, o->seed, infoOf(RecipeField::Seed).help)
      ->check(CLI::NonNegativeNumber);
  command.add_flag("--no-eval", o->noEval, "Don't score the networks on the test images");
  command
      .add_option("--run-name", o->runName,
                  "What the run is called in the session, in reports and in the window (see zipper session)")
      ->type_name("NAME");
  command.add_option("--notes", o->notes, "What is to be remembered of the run, in any number of lines");
}

Recipe recipeFromFile(const std::string& path) {
  const std::string text = readTextFile(path, std::size_t(1) << 24);
  try {
    return recipeFromJson(text);
  } catch (const Error& error) {
    fail(path, ": ", error.what());
  }
}

void checkRunName(const MergeOptions& options) {
  try {
    checkRunNote({options.runName.value_or(""), options.notes.value_or("")});
  } catch (const Error& error) {
    refuse(options.runName ? "--run-name: " : "--notes: ", error.what());
  }
}

void nameRun(const MergeOptions& options, Session& session) {
  if (!options.runName && !options.notes) return;
  const int run = remainingSteps(session).empty() ? currentRun(session) : runOfNextStep(session);
  RunNote note = noteOf(session, run);
  note.name = options.runName.value_or(note.name);
  note.notes = options.notes.value_or(note.notes);
  setRunNote(session, run, note);
}

std::string withoutField(const std::string& message) {
  const std::string field = "layers: ";
  return message.rfind(field, 0) == 0 ? message.substr(field.size()) : message;
}

Recipe recipeFromOptions(const MergeOptions& options) {
  Recipe recipe = namedRecipe(options);
  if (options.bn) recipe.bnPolicy = bnPolicyFromString(*options.bn);
  if (options.seed) recipe.seed = *options.seed;
  applyMachine(options, recipe);
  tellWhatInitTakesAlong(options, recipe);
  applyToPlan(options, recipe);
  applySources(options.tasks, options.images, recipe, Sources::New);
  checkSources(options.tasks, recipe);
  checkSettings(recipe);
  tellTasksApart(recipe);
  return recipe;
}

Recipe recipeFromSession(const MergeOptions& options, Recipe recipe) {
  if (options.bn) recipe.bnPolicy = bnPolicyFromString(*options.bn);
  applyMachine(options, recipe);
  if (options.steps) removeFinetuning(recipe);
  applyToPlan(options, recipe);
  applySources(options.tasks, options.images, recipe, Sources::OfSession);
  checkSettings(recipe);
  return recipe;
}

void applyToRemaining(const MergeOptions& options, Session& session) {
  Recipe& recipe = session.recipe;
  if (options.bn && bnPolicyFromString(*options.bn) != recipe.bnPolicy)
    fail("--bn can't be changed in a session; start a new one with zipper merge");
  if (options.seed) recipe.seed = *options.seed;
  if (options.backTo) {
    const auto path = session.path();
    if (*options.backTo > int(path.size()))
      refuse("--back-to: ", *options.backTo, " found, but only ", path.size(),
             path.size() == 1 ? " step is done" : " steps are done");
    session.current = *options.backTo == 0 ? -1 : path[std::size_t(*options.backTo) - 1];
  }
  if (options.preset.value_or("") == exactPreset)
    refuse("--preset exact: only a new merge can begin with it; use zipper merge");
  if (!options.recipe.empty() || options.preset) {
    const Recipe next = namedRecipe(options);
    if (next.bnPolicy != recipe.bnPolicy)
      printWarning(concat("the session keeps its batch normalization (", toString(recipe.bnPolicy), ")"));
    recipe.defaults = next.defaults;
    recipe.steps = next.steps;
  }
  applyMachine(options, recipe);
  tellWhatInitTakesAlong(options, recipe);
  applyToPlan(options, recipe);
  applySources(options.tasks, options.images, recipe, Sources::OfSession);
  checkSettings(recipe);
  settlePlan(recipe, session.layers());
  const std::string reason = deepestTrunk(recipe) > 0 ? whyNoTrunk(session.specs()) : "";
  if (!reason.empty()) throw Error(reason);
}

}  // namespace zipper::cli
