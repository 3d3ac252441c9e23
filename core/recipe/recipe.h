// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/image_reading.h"
#include "core/kernels/precision.h"
#include "core/models/spec_overrides.h"
#include "core/network/layer_table.h"

namespace zipper {

/// How the shared weights of a layer get their first values.
enum class Initialization { FromA, FromB, Random, Mean, LeastSquares };
/// What decides which channel of a task corresponds to which of task A before a layer is merged (method.md §3).
/// Weights: distance of the BN-scaled weights. Activations: correlation of the outputs on the same images.
/// Mergeability: the error that sharing the weights of a pair costs at least (method.md §4).
enum class Alignment { None, Weights, Activations, Mergeability };
enum class OptimizerKind { Sgd, Adam };
enum class ScheduleKind { Constant, Exponential, Cosine };
/// Alternate: an update for A, then one for B, as in the paper. Joint: one update for the sum of the losses.
enum class UpdateOrder { Alternate, Joint };

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
struct StepSettings : Start {
  /// Layers 0 (stem) ... trunk are shared whole, for tasks that look at the same image: as far as all layers before are
  /// merged by then. 0: none. A trunk that is deeper already stays as it is.
  int trunk = 0;
  int initializationImages = 1024;   ///< per task, for alignment by activations or mergeability, least squares, heads
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

/// One step of the plan: a layer 1...13, or 0 for end-to-end fine-tuning without merging anything.
struct StepPlan {
  int layer = 0;
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
};

/// Everything that reproduces a merge: the same recipe, data, device, thread count and seed give the same weights.
struct Recipe {
  std::string preset = "fast";
  std::vector<TaskSource> sources;
  BnPolicy bnPolicy = BnPolicy::PerTask;
  std::uint64_t seed = 1;
  std::string device = "cpu";
  int threads = 0;  ///< 0: one per core; the number in force is recorded when a session starts
  StepSettings defaults;
  std::vector<StepPlan> steps;
};

/// All 13 layers in order; Error for another name.
/// "fast": aligned least squares with Fisher weights, kernels and heads fitted, BN per task, a few iterations of Adam
/// after each layer, then end-to-end fine-tuning.
/// "paper": as its authors ran it (Wu, Chan, Chen 2019).
Recipe presetRecipe(const std::string& name);
std::vector<std::string> presetNames();

/// Replaces the plan by these layers, each with the defaults of the recipe, and a fine-tuning stage if it has
/// iterations.
void planSteps(Recipe& recipe, const std::vector<int>& layers, int finetuneIterations = 0);

/// The layers that the plan merges, in its order.
std::vector<int> plannedLayers(const Recipe& recipe);

/// The reasons why the recipe can't be used, each naming its field, the value and what is allowed; empty if it is fine.
std::vector<std::string> problemsOf(const Recipe& recipe);
/// Throws Error with the first problem.
void validate(const Recipe& recipe);

/// "1-13", "1-6", "7,9,13", "1-3,9" -> numbers in that order; Error for numbers outside 1...13, repetitions and
/// nonsense.
std::vector<int> parseLayers(const std::string& text);
/// The reverse, runs shortened: "1-3,9".
std::string layersToString(const std::vector<int>& layers);

/// True if aligning, initializing or fitting kernels or heads looks at calibration images.
bool needsImages(const StepSettings& settings);

/// The deepest trunk that any step of the plan asks for.
int deepestTrunk(const Recipe& recipe);
/// How many layers from the first on are all among these, in any order: as deep as a trunk can be where they are
/// merged.
int layersFromTheFirst(const std::vector<int>& layers);
/// How deep it will be when all is merged: no deeper than all layers before it are.
int plannedTrunk(const Recipe& recipe);

/// Whether any step of the plan trains against labels or chooses a state by them. Scores on test images are apart.
bool needsLabels(const Recipe& recipe);

/// Changes the initialization. Alignment and what else is fitted in closed form belong to least squares:
/// without being asked for, the other initializations do without, as in the paper.
void setInitialization(Start& start, Initialization initialization);

/// Pretty-printed JSON. Steps only name what differs from the defaults.
std::string recipeToJson(const Recipe& recipe);
/// Missing keys take the value of the preset that the recipe names (but see setInitialization()); unknown keys, wrong
/// types and bad values throw Error.
Recipe recipeFromJson(const std::string& json);

std::string toString(Initialization value);
std::string toString(Alignment value);
std::string toString(OptimizerKind value);
std::string toString(ScheduleKind value);
std::string toString(UpdateOrder value);
std::string toString(Precision value);
Initialization initializationFromString(const std::string& text);
Alignment alignmentFromString(const std::string& text);
OptimizerKind optimizerFromString(const std::string& text);
ScheduleKind scheduleFromString(const std::string& text);
UpdateOrder updateOrderFromString(const std::string& text);
Precision precisionFromString(const std::string& text);
/// All names, in the order of the enumeration.
std::vector<std::string> initializationNames();
std::vector<std::string> alignmentNames();

}  // namespace zipper
