// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/image_reading.h"
#include "core/models/spec_overrides.h"
#include "core/network/sharing.h"
#include "core/recipe/choices.h"
#include "core/recipe/step_target.h"

namespace zipper {

/// Training of the merged network after a step.
struct CalibrationSettings {
  int iterations = 40;
  int batchSize = 64;  ///< images per task and iteration
  OptimizerKind optimizer = OptimizerKind::Adam;
  double learningRate = 2e-3;
  double momentum = 0.0;  ///< SGD only
  double weightDecay = 0.0;
  ScheduleKind schedule = ScheduleKind::Cosine;
  double decay = 0.94;        ///< exponential: the factor
  double decayEpochs = 10.0;  ///< exponential: applied every so many epochs of the smallest training set
  UpdateOrder update = UpdateOrder::Joint;
  double crossEntropyWeight = 1.0;  ///< 0: labels aren't even read
  double l1Weight = 1.0;
  double distillationWeight = 0.0;  ///< of the distance between the softened outputs of teacher and student; 0: off
  double temperature = 4.0;         ///< that softens both outputs
  Precision precision = Precision::Float32;  ///< of the products of pointwise convolutions, forward and backward
  double bnMomentum = 0.1;                   ///< share of a new batch in the running statistics
  bool augment = false;                      ///< random shifts of up to an eighth of the image
};

/// How shared weights get their first values.
struct Start {
  Initialization initialization = Initialization::Mean;
  Alignment alignment = Alignment::None;
  bool fisherWeights = false;  ///< least squares: see channelFisher() in channel_fisher.h
  bool fitKernels = false;     ///< closed form, before initializing: see fitOwnKernels() in kernel_moments.h
  bool fitHeads = false;       ///< closed form, after initializing: see fitHeads() in head_fit.h
};

/// How one step is done.
struct StepSettings {
  Start start;
  /// Layers 0 (stem) ... trunk are shared whole, for tasks that look at the same image: as far as all layers before are
  /// merged by then. 0: none. A trunk that is deeper already stays as it is.
  int trunk = 0;
  int initializationImages = 1024;  ///< per task, for alignment by activations or mergeability, least squares, heads
  /// Those, and those of the statistics, are the same for all layers: a step goes on from what the one before it
  /// computed. Otherwise each layer draws its own, as all did before there was this choice.
  bool sameImages = false;
  double ridge = 1e-4;               ///< least squares: relative to the mean of the Gram matrix's diagonal
  bool reestimateStatistics = true;  ///< BN running statistics, after initializing and after calibrating
  int statisticsImages = 2048;       ///< per task
  /// Images of each task that fine-tuning scores its states on to keep the best: of the validation images that its data
  /// set brings along, or else training images that all steps of a recipe leave alone (see holdOut() in
  /// validation_split.h). 0: none, the last state is kept.
  int validationImages = 0;
  int validationInterval = 50;  ///< iterations of fine-tuning between two such scores
  CalibrationSettings calibration;
};

/// As the number of layers of networks that haven't been read.
inline constexpr int unknownLayers = 0;

/// One step of the plan.
struct StepPlan {
  StepTarget target = StepTarget::fineTuning();
  StepSettings settings;
};

/// Where a task comes from. Hashes are empty until the sources have been read.
struct TaskSource {
  std::string model;
  std::string modelSha256;
  std::string data;
  std::string dataFingerprint;          ///< see fingerprint() in core/data/fingerprint.h
  SpecOverrides overrides{};            ///< with which the model is loaded
  std::string validationFingerprint{};  ///< of the validation images that the data set brings along; empty: none
  ImageReading images{};  ///< how its image files are read; recipes that don't say so laid transparency over white
  /// The output of each class of the data (noOutput: none), see class_matching.h; empty: class by class in place;
  /// nothing: not settled yet, or, with a fingerprint, by an older version, which meant in place.
  std::optional<std::vector<int>> classes{};
  std::string name{};  ///< of the task, for people; empty: that of the model's file, see nameOf()
};

/// What people call a task: its name, or the model's file without folder and ending, or its folder where programs call
/// all their files the same ("keras_model.h5", "model.json" of Teachable Machine); empty if there is neither.
std::string nameOf(const TaskSource& source);

/// That of all tasks, told apart: where the models' files are called the same, the later ones get a number ("fashion",
/// "fashion 2"); names that people gave stay as they are.
std::vector<std::string> namesOf(const std::vector<TaskSource>& sources);

/// Everything that reproduces a merge: the same recipe, data, device, thread count and seed give the same weights, bit
/// for bit on the CPU.
struct Recipe {
  std::string preset = "fast";
  std::vector<TaskSource> sources;
  BnPolicy bnPolicy = BnPolicy::PerTask;
  std::uint64_t seed = 1;
  std::string device = "cpu";  ///< see compute_device.h; whether it is there is asked when a step is to run
  int threads = 0;             ///< 0: one per core; the number in force is recorded when a session starts
  StepSettings defaults;
  std::vector<StepPlan> steps;
};

/// All layers in order: of networks with so many, or of whatever networks the plan is settled for. Error for another
/// name. "fast": aligned least squares with Fisher weights, kernels and heads fitted, BN per task, a few iterations of
/// Adam after each layer, then end-to-end fine-tuning. "paper": as its authors ran it (Wu, Chan, Chen 2019).
/// "lesson": as fast, but on few images and with few iterations, so that a class needn't wait. "exact": shares whole
/// what is the same in all networks, bit for bit, and nothing else; needs no images, see settleExactPlan().
Recipe presetRecipe(const std::string& name, int layers = unknownLayers);
std::vector<std::string> presetNames();

/// Replaces the plan by these layers, each with the defaults of the recipe, and a fine-tuning stage if it has
/// iterations.
void planSteps(Recipe& recipe, const std::vector<int>& layers, int finetuneIterations = 0);
/// The same with the targets of the steps that merge, for a plan that may stay open.
void planMerges(Recipe& recipe, const std::vector<StepTarget>& targets, int finetuneIterations = 0);

/// Writes out every layer for networks with so many layers, then validates; a plan for networks that aren't known stays
/// open. Whoever starts or reads a session does it: the plan of a session names its layers.
void settlePlan(Recipe& recipe, int layers);

/// The preset whose plan depends on what the networks hold.
inline constexpr const char* exactPreset = "exact";
/// Its plan: every layer becomes layers 1 ... depth, shared whole unless a trunk is asked for; all else stays.
void settleExactPlan(Recipe& recipe, int depth);

/// The layers that the plan names, in its order: all that it merges if it is settled.
std::vector<int> plannedLayers(const Recipe& recipe);
/// The targets of the steps that merge, in the plan's order; every layer among them if it isn't settled.
std::vector<StepTarget> plannedMerges(const Recipe& recipe);

/// The reasons why the recipe can't be used, each naming its field, the value and what is allowed; empty if it is fine.
/// `layers`: of the networks; as long as they aren't known, whether they have the layers of the plan isn't asked.
std::vector<std::string> problemsOf(const Recipe& recipe, int layers = unknownLayers);
/// Throws Error with the first problem.
void validate(const Recipe& recipe, int layers = unknownLayers);

/// "1-13", "1-6", "7,9,13", "1-3,9" -> numbers in that order, "all" -> all; Error for numbers outside 1...layers,
/// repetitions and nonsense. While the networks aren't known, numbers up to mostLayers are taken, and "all" is an
/// Error.
std::vector<int> parseLayers(const std::string& text, int layers = unknownLayers);
/// The same as targets of steps: "all" is every layer while the networks aren't known.
std::vector<StepTarget> parseMerges(const std::string& text, int layers = unknownLayers);
/// More than any network that is read has.
inline constexpr int mostLayers = 999;
/// The reverse, runs shortened: "1-3,9".
std::string layersToString(const std::vector<int>& layers);
/// Of targets that merge; every layer: "all".
std::string mergesToString(const std::vector<StepTarget>& targets);

/// True if aligning, initializing or fitting kernels or heads looks at calibration images.
bool needsImages(const StepSettings& settings);

/// Whether any step of the plan looks at images. What doesn't can be merged without any.
bool needsAnyImages(const Recipe& recipe);

/// The deepest trunk that any step of the plan asks for.
int deepestTrunk(const Recipe& recipe);
/// How deep it will be when all is merged: no deeper than all layers before it are.
int plannedTrunk(const Recipe& recipe);

/// Whether any step of the plan trains against labels or chooses a state by them. Scores on test images are apart.
bool needsLabels(const Recipe& recipe);

/// Changes the initialization. Alignment and what else is fitted in closed form belong to least squares:
/// without being asked for, the other initializations do without, as in the paper.
void setInitialization(Start& start, Initialization initialization);

/// The format that recipeToJson() writes. 1: without a version, names of tasks and "all" for layers. All that came
/// before are read.
inline constexpr int recipeFormat = 2;

/// Pretty-printed JSON. Steps only name what differs from the defaults.
std::string recipeToJson(const Recipe& recipe);
/// Missing keys take the value of the preset that the recipe names (but see setInitialization()); unknown keys, wrong
/// types and bad values throw Error. `layers`: of the networks, for which the plan is settled; it stays open as long as
/// they aren't known.
Recipe recipeFromJson(const std::string& json, int layers = unknownLayers);

}  // namespace zipper
