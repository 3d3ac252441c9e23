// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_options.h"

#include <algorithm>
#include <cmath>

#include "app/cli/console.h"
#include "app/cli/merge_input.h"
#include "core/models/spec_overrides_json.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/zippering/start_factors.h"

namespace zipper::cli {

namespace {

void apply(const MergeOptions& options, StepSettings& settings) {
  CalibrationSettings& calibration = settings.calibration;
  if (options.init) setInitialization(settings, initializationFromString(*options.init));
  if (options.align) settings.alignment = alignmentFromString(*options.align);
  if (options.trunk) settings.trunk = *options.trunk;
  if (options.initImages) settings.initializationImages = *options.initImages;
  if (options.validationImages) settings.validationImages = *options.validationImages;
  if (options.validationInterval) settings.validationInterval = *options.validationInterval;
  if (options.ridge) settings.ridge = *options.ridge;
  if (options.fisherWeights) settings.fisherWeights = *options.fisherWeights;
  if (options.fitKernels) settings.fitKernels = *options.fitKernels;
  if (options.fitHeads) settings.fitHeads = *options.fitHeads;
  if (options.statistics) settings.reestimateStatistics = *options.statistics;
  if (options.batch) calibration.batchSize = *options.batch;
  if (options.lr) calibration.learningRate = *options.lr;
  if (options.momentum) calibration.momentum = *options.momentum;
  if (options.noLabels) {
    calibration.crossEntropyWeight = 0;
    calibration.distillationWeight = 1;
    settings.validationImages = 0;
  }
  if (options.l1Weight) calibration.l1Weight = *options.l1Weight;
  if (options.precision) calibration.precision = precisionFromString(*options.precision);
  if (options.crossEntropyWeight) calibration.crossEntropyWeight = *options.crossEntropyWeight;
  if (options.distillationWeight) calibration.distillationWeight = *options.distillationWeight;
  if (options.temperature) calibration.temperature = *options.temperature;
  if (options.optimizer) calibration.optimizer = optimizerFromString(*options.optimizer);
  if (options.schedule) calibration.schedule = scheduleFromString(*options.schedule);
  if (options.update) calibration.update = updateOrderFromString(*options.update);
}

/// What --init changes besides the initialization, and how to keep it. What options of their own ask for isn't told.
void tellWhatInitTakesAlong(const MergeOptions& options, const Recipe& recipe) {
  if (!options.init) return;
  const Start& before = recipe.defaults;
  Start after = before;
  setInitialization(after, initializationFromString(*options.init));
  std::string changed, keep;
  const auto add = [&](const std::string& what, const std::string& option) {
    changed += (changed.empty() ? "" : ", ") + what;
    keep += (keep.empty() ? "" : " ") + option;
  };
  for (const StartFactor factor : changedFactors(before, after)) {
    if (factor == StartFactor::Alignment && !options.align)
      add("--align " + toString(after.alignment), "--align " + toString(before.alignment));
    if (factor == StartFactor::KernelFit && !options.fitKernels) add("--fit-kernels false", "--fit-kernels true");
    if (factor == StartFactor::HeadFit && !options.fitHeads) add("--fit-heads false", "--fit-heads true");
  }
  if (usesFisherWeights(before, recipe.bnPolicy) && !usesFisherWeights(after, recipe.bnPolicy))
    changed += std::string(changed.empty() ? "" : ", ") + "no Fisher weights (of least squares only)";
  if (changed.empty()) return;
  printNote(concat("--init ", *options.init, " also sets ", changed,
                   keep.empty() ? std::string() : concat("; to change the initialization alone, add ", keep)));
}

/// Lets CLI11 refuse what parseLayers() refuses.
CLI::Validator layerList() {
  return CLI::Validator(
      [](std::string& text) {
        try {
          parseLayers(text);
        } catch (const Error& error) {
          return std::string(error.what());
        }
        return std::string();
      },
      "LAYERS");
}

/// As CLI::PositiveNumber, whose message names the largest number there is, all 309 digits of it.
CLI::Validator positiveNumber() {
  return CLI::Validator(
      [](std::string& text) {
        double value = 0;
        const bool fine = CLI::detail::lexical_cast(text, value) && std::isfinite(value) && value > 0;
        return fine ? std::string() : concat(text, " found, a positive number expected");
      },
      "POSITIVE");
}

Recipe recipeFromFile(const std::string& path) {
  const std::string text = readTextFile(path, std::size_t(1) << 24);
  try {
    return recipeFromJson(text);
  } catch (const Error& error) {
    fail(path, ": ", error.what());
  }
}

void removeFinetuning(Recipe& recipe) {
  recipe.steps.erase(
      std::remove_if(recipe.steps.begin(), recipe.steps.end(), [](const auto& step) { return step.layer == 0; }),
      recipe.steps.end());
}

/// The recipe of the file or the preset. Who says how many iterations a layer gets means all there are: the
/// fine-tuning of a preset is then left out unless it is asked for.
Recipe namedRecipe(const MergeOptions& options) {
  if (!options.recipe.empty()) return recipeFromFile(options.recipe);
  Recipe recipe = presetRecipe(options.preset.value_or("fast"));
  if (!options.steps) return recipe;
  const bool finetunes = !recipe.steps.empty() && recipe.steps.back().layer == 0;
  if (finetunes && !options.finetuneSteps) {
    const int iterations = recipe.steps.back().settings.calibration.iterations;
    printNote(concat("--steps leaves out the ", iterations, " iterations of fine-tuning that the preset ",
                     recipe.preset, " has; to keep them, add --finetune-steps ", iterations));
  }
  removeFinetuning(recipe);
  return recipe;
}

void applyToPlan(const MergeOptions& options, Recipe& recipe) {
  apply(options, recipe.defaults);
  if (options.steps) recipe.defaults.calibration.iterations = *options.steps;
  if (options.layers) {
    const auto finetuning =
        std::find_if(recipe.steps.begin(), recipe.steps.end(), [](const auto& step) { return step.layer == 0; });
    const int iterations = finetuning == recipe.steps.end() ? 0 : finetuning->settings.calibration.iterations;
    planSteps(recipe, parseLayers(*options.layers), iterations);
  }
  for (StepPlan& step : recipe.steps) {
    apply(options, step.settings);
    if (options.steps && step.layer > 0) step.settings.calibration.iterations = *options.steps;
  }
  if (!options.finetuneSteps) return;
  removeFinetuning(recipe);
  if (*options.finetuneSteps == 0) return;
  StepPlan finetuning{0, recipe.defaults};
  finetuning.settings.calibration.iterations = *options.finetuneSteps;
  recipe.steps.push_back(finetuning);
}

/// What is given, and of the others those that were there.
void overrideSource(SpecOverrides& overrides, const std::vector<std::string>& entries, const char* option) {
  Json all = toJson(overrides);
  all.update(overridesFromTexts(entries, option));
  overrides = overridesFromJson(all, option);
}

/// Sources that are given take the place of the recipe's; whether they are the same ones is only checked if the hashes
/// are kept. A recipe's overrides stay: another path mostly means the same network at another place.
void applySources(const MergeOptions& options, Recipe& recipe, bool keepHashes) {
  recipe.sources.resize(std::max<std::size_t>(2, recipe.sources.size()));
  const auto set = [keepHashes](std::string& target, std::string& hash, const std::string& value) {
    if (value.empty()) return;
    target = value;
    if (!keepHashes) hash.clear();
  };
  // Other images may have other classes; those of the recipe are only known to be right for its own.
  if (!keepHashes && !options.dataA.empty()) recipe.sources[0].classes.reset();
  if (!keepHashes && !options.dataB.empty()) recipe.sources[1].classes.reset();
  set(recipe.sources[0].model, recipe.sources[0].modelSha256, options.a);
  set(recipe.sources[1].model, recipe.sources[1].modelSha256, options.b);
  set(recipe.sources[0].data, recipe.sources[0].dataFingerprint, options.dataA);
  set(recipe.sources[1].data, recipe.sources[1].dataFingerprint, options.dataB);
  for (TaskSource& source : recipe.sources) source.images = options.images.over(source.images);
  overrideSource(recipe.sources[0].overrides, options.overridesA, "--override-a");
  overrideSource(recipe.sources[1].overrides, options.overridesB, "--override-b");
}

void applyMachine(const MergeOptions& options, Recipe& recipe) {
  if (options.threads) recipe.threads = *options.threads;
  if (options.device) recipe.device = *options.device;
}

/// What comes out of images before anything is trained.
void addFittingOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  command
      .add_option("--align", o->align,
                  "Match the channels of B to those of A before merging a layer: none, weights, activations or "
                  "mergeability")
      ->check(CLI::IsMember(alignmentNames()));
  command.add_option("--init-images", o->initImages, "Images per task for alignment, least squares, kernels and heads")
      ->check(CLI::Range(2, 10000000));
  command.add_option("--ridge", o->ridge, "Least squares: regularization relative to the Gram matrix's diagonal")
      ->check(CLI::Range(0.0, 1.0));
  command.add_option("--fisher", o->fisherWeights,
                     "Least squares with BN per task: an error in a channel counts by the task's Fisher information, "
                     "how much its answers depend on the channel: true or false");
  command.add_option("--fit-kernels", o->fitKernels,
                     "Before initializing, fit the depthwise kernels of each task to what the layers before have "
                     "become, in closed form: true or false");
  command.add_option("--fit-heads", o->fitHeads,
                     "After initializing, fit each task's head to its teacher's logits, in closed form: true or false");
}

}  // namespace

void addModelOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  command.add_option("--a", o->a, "Network of task A (taken from the recipe if not given)");
  command.add_option("--b", o->b, "Network of task B");
  const auto addOverrides = [&](const char* name, std::vector<std::string>& entries, const char* task) {
    command
        .add_option(name, entries,
                    concat("What isn't told by the file of network ", task,
                           ", or told wrongly: KEY=VALUE, separated by spaces, as the options of inspect and eval take "
                           "them: input_size, stem_stride, activation, padding, bn_epsilon, class_offset, mean and std "
                           "(one number, or one per channel: 0.485,0.456,0.406), channel_order, ema (true or false), "
                           "part; e.g. stem_stride=1 activation=relu mean=0.5,0.5,0.5 part=a"))
        ->type_name("KEY=VALUE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  addOverrides("--override-a", o->overridesA, "A");
  addOverrides("--override-b", o->overridesB, "B");
}

void addPlanOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  command.add_option("--data-a", o->dataA, concat("Images of task A: ", dataHelp));
  command.add_option("--data-b", o->dataB, "Images of task B");
  addDataOptions(command, o->images);
  command.add_option("--classes-a", o->classesA, concat("Task A: ", classesHelp))->type_name("names|position|FILE");
  command.add_option("--classes-b", o->classesB, "The same for task B")->type_name("names|position|FILE");
  command.add_option("--recipe", o->recipe, "Recipe file (JSON)")
      ->excludes(command.add_option("--preset", o->preset, "fast or paper")->check(CLI::IsMember(presetNames())));
  addFittingOptions(command, o);
  command.add_option("--bn", o->bn, "Batch normalization of shared layers: shared or per-task")
      ->check(CLI::IsMember({"shared", "per-task"}));
  command
      .add_option("--trunk", o->trunk,
                  "Share layers 0 (stem) to this one whole, as far as they are merged, for tasks that look at the same "
                  "image: computed once for all of them (0: no trunk)")
      ->check(CLI::Range(0, layerCount));
  command.add_option("--layers", o->layers, "Layers to merge, in this order: 1-13, 1-6 or 7,9,13")->check(layerList());
  command
      .add_option("--steps", o->steps,
                  "Calibration iterations after each layer; without --finetune-steps no others are done")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--finetune-steps", o->finetuneSteps, "Iterations of end-to-end fine-tuning at the end")
      ->check(CLI::NonNegativeNumber);
  command
      .add_option(
          "--validation-images", o->validationImages,
          "Images of each task that fine-tuning chooses by: it keeps the state that is best on them. Of the data set's "
          "own validation images, or else of its training images, held out of all steps (0: the last state)")
      ->check(CLI::NonNegativeNumber);
  command
      .add_option("--validation-interval", o->validationInterval,
                  "Iterations of fine-tuning between two scores on them")
      ->check(CLI::PositiveNumber);
  command.add_option("--lr", o->lr, "Learning rate")->check(positiveNumber());
  command.add_option("--batch", o->batch, "Images per task and iteration")->check(CLI::Range(2, 4096));
  command.add_option("--optimizer", o->optimizer, "sgd or adam")->check(CLI::IsMember({"sgd", "adam"}));
  command.add_option("--momentum", o->momentum, "Momentum of SGD");
  command.add_option("--schedule", o->schedule, "constant, exponential or cosine")
      ->check(CLI::IsMember({"constant", "exponential", "cosine"}));
  command.add_option("--update", o->update, "alternate (A, then B) or joint")
      ->check(CLI::IsMember({"alternate", "joint"}));
  command
      .add_option("--precision", o->precision,
                  "float32 or bfloat16: what calibration rounds the factors of the pointwise convolutions to; bfloat16 "
                  "needs a processor with instructions for it (AVX-512 BF16 or AMX)")
      ->check(CLI::IsMember({"float32", "bfloat16"}));
  command.add_option("--l1-weight", o->l1Weight, "Weight of the layer-wise L1 mismatch");
  command
      .add_flag("--no-labels", o->noLabels,
                "Calibrate against the teachers alone: --ce-weight 0, no validation images, and --distill-weight 1 "
                "unless another is given; the only labels read are those of the test images (see --no-eval)")
      ->excludes(command.add_option("--ce-weight", o->crossEntropyWeight,
                                    "Weight of the cross entropy; with 0 calibration reads no labels"))
      ->excludes(command.get_option("--validation-images"));
  command.add_option("--distill-weight", o->distillationWeight,
                     "Weight of the distillation loss, T^2 KL(teacher || merged) of the softened outputs (0: off)");
  command.add_option("--temperature", o->temperature, "Temperature T that softens both outputs for distillation");
  command.add_option("--statistics", o->statistics,
                     "Re-estimate BN statistics after initializing and calibrating: true or false");
  command.add_option("--device", o->device, "cpu")->check(CLI::IsMember({"cpu"}));
  command.add_option("--threads", o->threads, "0: one per core")->check(CLI::Range(0, 1024));
  command.add_option("--report", o->report, "Write report.html, report.json and CSV files into this folder");
  command.add_option("--progress", o->progress, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_flag("--allow-changed-sources", o->allowChanged,
                   "Go on when models or data differ from the recipe's hashes");
}

void addCommonOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& o) {
  addPlanOptions(command, o);
  command
      .add_option(
          "--init", o->init,
          "Initialization of a shared layer: a, b, random, mean (these without alignment and fits unless --align, "
          "--fit-kernels, --fit-heads are given) or least-squares")
      ->check(CLI::IsMember(initializationNames()));
  command.add_option("--seed", o->seed, "Seed of everything random")->check(CLI::NonNegativeNumber);
  command.add_flag("--no-eval", o->noEval, "Don't score the networks on the test images");
}

std::vector<std::string> classWishes(const MergeOptions& options) { return {options.classesA, options.classesB}; }

Recipe recipeFromOptions(const MergeOptions& options) {
  Recipe recipe = namedRecipe(options);
  if (options.bn) recipe.bnPolicy = bnPolicyFromString(*options.bn);
  if (options.seed) recipe.seed = *options.seed;
  applyMachine(options, recipe);
  tellWhatInitTakesAlong(options, recipe);
  applyToPlan(options, recipe);
  applySources(options, recipe, false);
  const char* names[] = {"a", "b"};
  for (std::size_t t = 0; t < 2; ++t) {
    if (recipe.sources[t].model.empty()) fail("--", names[t], " is needed: the network of task ", names[t]);
    if (recipe.sources[t].data.empty()) fail("--data-", names[t], " is needed: the images of task ", names[t]);
  }
  validate(recipe);
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
      fail("--back-to ", *options.backTo, ": only ", path.size(), " steps are done");
    session.current = *options.backTo == 0 ? -1 : path[std::size_t(*options.backTo) - 1];
  }
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
  applySources(options, recipe, true);
  validate(recipe);
  const std::string reason = deepestTrunk(recipe) > 0 ? whyNoTrunk(session.specs()) : "";
  if (!reason.empty()) throw Error(reason);
}

}  // namespace zipper::cli
