// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/fields.h"

#include <cmath>

/// Qt's name for it, by which lupdate finds the texts that the window translates; nothing here depends on Qt.
#define QT_TRANSLATE_NOOP(context, text) text

namespace zipper {

namespace {

using End = NumberRange::End;
using FieldRows = std::vector<RecipeFieldInfo>;

constexpr NumberRange atLeastZero{0, End::Included, 0, End::None, "0 or more"};
constexpr NumberRange positive{0, End::Excluded, 0, End::None, "a positive number"};
constexpr NumberRange noneOrMore{0, End::Included, 0, End::None, "0 (none) or more"};
constexpr NumberRange atLeastOne{1, End::Included, 0, End::None, "at least 1"};
constexpr NumberRange atLeastTwo{2, End::Included, 0, End::None, "at least 2"};
constexpr NumberRange share{0, End::Excluded, 1, End::Included, "above 0, at most 1"};

template <typename Value>
ChoiceField choice(SettingMember<Value> member, Value (*read)(const std::string&), std::vector<std::string> names,
                   std::vector<std::pair<const char*, const char*>> labels = {}) {
  return {[member](const StepSettings& settings) { return toString(member.of(settings)); },
          [member, read](StepSettings& settings, const std::string& name) { member.of(settings) = read(name); },
          std::move(names), std::move(labels)};
}

FieldRows planFields() {
  return {
      {RecipeField::Preset, "preset", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Preset"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "A set of settings to start from: fast for trying things out, lesson for a class that isn't "
                         "to wait, paper as "
                         "the authors of the method ran it."),
       "--preset",
       "fast, paper, lesson (few images and iterations), or exact: only what is the same in all networks, bit for bit, "
       "as it is and without images",
       PlanField{}},
      {RecipeField::BnPolicy, "bn", nullptr, QT_TRANSLATE_NOOP("RecipeField", "BN policy"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "Whether the batch normalization of a merged layer is one for all tasks, as in the paper, or one per task."),
       "--bn", "Batch normalization of shared layers: shared or per-task", PlanField{}},
      {RecipeField::Layers, nullptr, nullptr, QT_TRANSLATE_NOOP("RecipeField", "Layers"),
       QT_TRANSLATE_NOOP("RecipeField", "Which layers are merged, and in which order: all, 1-6 or 7,9,13."), "--layers",
       "Layers to merge, in this order: all, 1-13, 1-6 or 7,9,13", PlanField{}},
      {RecipeField::FinetuneIterations, nullptr, nullptr, QT_TRANSLATE_NOOP("RecipeField", "Fine-tuning"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Iterations of end-to-end training after the last step; 0 leaves fine-tuning out."),
       "--finetune-steps", "Iterations of end-to-end fine-tuning at the end", PlanField{}},
      {RecipeField::Seed, "seed", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Seed"),
       QT_TRANSLATE_NOOP("RecipeField", "The same seed, data and settings give the same weights, bit for bit."),
       "--seed", "Seed of everything random", PlanField{}},
      {RecipeField::Device, "device", "device", QT_TRANSLATE_NOOP("RecipeField", "Device"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "What computes: the CPU, which alone gives the same weights again, bit for bit, or a card."),
       "--device", "What computes: cpu, cuda (the first card) or cuda:N", PlanField{}},
      {RecipeField::Threads, "threads", "threads", QT_TRANSLATE_NOOP("RecipeField", "Threads"),
       QT_TRANSLATE_NOOP("RecipeField", "How many threads compute; 0 means one per core."), "--threads",
       "0: one per core", PlanField{}},
  };
}

FieldRows startFields() {
  return {
      {RecipeField::Initialization, "initialization", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Initialization"),
       QT_TRANSLATE_NOOP("RecipeField", "How the shared weights of a layer get their first values."), "--init",
       "Initialization of a shared layer: a, b, random, mean (these without alignment and fits unless --align, "
       "--fit-kernels, --fit-heads are given) or least-squares",
       choice<Initialization>(&Start::initialization, &initializationFromString, initializationNames())},
      {RecipeField::Alignment, "alignment", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Alignment"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "How the channels of the other tasks are matched to those of A before a layer is merged; a "
                         "task computes the same in any order."),
       "--align",
       "Match the channels of the other tasks to those of A before merging a layer: none, weights, activations or "
       "mergeability",
       choice<Alignment>(&Start::alignment, &alignmentFromString, alignmentNames())},
      {RecipeField::FisherWeights, "fisher_weights", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Fisher weights"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Least squares with batch normalization per task: an error in a channel counts the more, the "
                         "more the answers of the task depend on that channel."),
       "--fisher",
       "Least squares with BN per task: an error in a channel counts by the task's Fisher information, how much its "
       "answers depend on the channel: true or false",
       SwitchField{&Start::fisherWeights}},
      {RecipeField::FitKernels, "fit_kernels", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Fit depthwise kernels"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Before initializing, the depthwise kernels of each task are fitted to what the merged layers "
                         "before have become, in closed form and without labels."),
       "--fit-kernels",
       "Before initializing, fit the depthwise kernels of each task to what the layers before have become, in closed "
       "form: true or false",
       SwitchField{&Start::fitKernels}},
      {RecipeField::FitHeads, "fit_heads", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Fit the heads"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "After initializing, each task's head is fitted to the logits of its teacher, in closed form "
                         "and without labels."),
       "--fit-heads", "After initializing, fit each task's head to its teacher's logits, in closed form: true or false",
       SwitchField{&Start::fitHeads}},
  };
}

FieldRows stepFields() {
  return {
      {RecipeField::Trunk, "trunk", "trunk", QT_TRANSLATE_NOOP("RecipeField", "Trunk up to layer"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "For tasks that look at the same image: the layers from the stem to this one, as far as they "
                         "are merged, are shared whole and computed once; 0 means no trunk."),
       "--trunk",
       "Share layers 0 (stem) to this one whole, as far as they are merged, for tasks that look at the same image: "
       "computed once for all of them (0: no trunk)",
       WholeNumberField{&StepSettings::trunk, noneOrMore}},
      {RecipeField::InitializationImages, "initialization_images", "initialization images",
       QT_TRANSLATE_NOOP("RecipeField", "Fitting images"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "How many training images of each task alignment, least squares and fits look at; more take "
                         "longer and fit better."),
       "--init-images", "Images per task for alignment, least squares, kernels and heads",
       WholeNumberField{&StepSettings::initializationImages, atLeastTwo}, &needsImages},
      {RecipeField::SameImages, "same_images", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Same images for all layers"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "All layers are fitted to the same images, so that a step goes on from what the one before it "
                         "computed; otherwise each layer draws new ones, which takes longer. With few images new ones "
                         "fit better."),
       "--same-images",
       "Fit all layers to the same images, and go on from what the step before computed: true or false (each layer "
       "draws "
       "new ones)",
       SwitchField{&StepSettings::sameImages},
       [](const StepSettings& settings) { return settings.reestimateStatistics || needsImages(settings); }},
      {RecipeField::Ridge, "ridge", "ridge", QT_TRANSLATE_NOOP("RecipeField", "Ridge"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "How strongly least squares is pulled towards small weights, relative to the mean power of the "
           "inputs, from 0 to 1."),
       "--ridge", "Least squares: regularization relative to the Gram matrix's diagonal",
       DecimalField{&StepSettings::ridge, {0, End::Included, 1, End::Included, "0 to 1"}}},
      {RecipeField::ReestimateStatistics, "reestimate_statistics", nullptr,
       QT_TRANSLATE_NOOP("RecipeField", "Re-estimate BN statistics"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Averages the statistics of batch normalization anew over training images, after initializing "
                         "and after calibrating."),
       "--statistics", "Re-estimate BN statistics after initializing and calibrating: true or false",
       SwitchField{&StepSettings::reestimateStatistics}},
      {RecipeField::StatisticsImages, "statistics_images", "statistics images",
       QT_TRANSLATE_NOOP("RecipeField", "From images"),
       QT_TRANSLATE_NOOP("RecipeField", "How many training images of each task the statistics are re-estimated from."),
       "--statistics-images", "Images per task that BN statistics are re-estimated from",
       WholeNumberField{&StepSettings::statisticsImages, atLeastTwo},
       [](const StepSettings& settings) { return settings.reestimateStatistics; }},
      {RecipeField::ValidationImages, "validation_images", "validation images",
       QT_TRANSLATE_NOOP("RecipeField", "Held-out images"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "How many training images of each task no step trains on, so that fine-tuning can keep the "
                         "state that is best on them; 0 keeps the last state."),
       "--validation-images",
       "Images of each task that fine-tuning chooses by: it keeps the state that is best on them. Of the data set's "
       "own "
       "validation images, or else of its training images, held out of all steps (0: the last state)",
       WholeNumberField{&StepSettings::validationImages, noneOrMore}},
      {RecipeField::ValidationInterval, "validation_interval", "validation interval",
       QT_TRANSLATE_NOOP("RecipeField", "Score every"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "After how many iterations of fine-tuning the network is scored on the held-out images."),
       "--validation-interval", "Iterations of fine-tuning between two scores on them",
       WholeNumberField{&StepSettings::validationInterval, atLeastOne}},
  };
}

FieldRows optimizationFields() {
  using C = CalibrationSettings;
  return {
      {RecipeField::Iterations, "iterations", "iterations", QT_TRANSLATE_NOOP("RecipeField", "Iterations"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "How many batches of each task calibrate the merged network after each step; 0 leaves calibration out."),
       nullptr, nullptr,  // --steps means the steps that merge only
       WholeNumberField{&C::iterations, {0, End::Included, 10000000, End::Included, "0 to 10,000,000"}}},
      {RecipeField::BatchSize, "batch_size", "batch size", QT_TRANSLATE_NOOP("RecipeField", "Batch size"),
       QT_TRANSLATE_NOOP("RecipeField", "Images per task in one iteration."), "--batch",
       "Images per task and iteration",
       WholeNumberField{&C::batchSize, {2, End::Included, 4096, End::Included, "2 to 4096"}}},
      {RecipeField::Optimizer, "optimizer", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Optimizer"),
       QT_TRANSLATE_NOOP("RecipeField", "The rule that turns gradients into updates of the weights."), "--optimizer",
       "sgd or adam",
       choice<OptimizerKind>(
           &C::optimizer, &optimizerFromString, optimizerNames(),
           {{"adam", QT_TRANSLATE_NOOP("RecipeField", "Adam")}, {"sgd", QT_TRANSLATE_NOOP("RecipeField", "SGD")}})},
      {RecipeField::LearningRate, "learning_rate", "learning rate", QT_TRANSLATE_NOOP("RecipeField", "Learning rate"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The size of the updates at the first iteration of a step; 2e-3 and 0.002 are the same."),
       "--lr", "Learning rate", DecimalField{&C::learningRate, positive}},
      {RecipeField::Momentum, "momentum", "momentum", QT_TRANSLATE_NOOP("RecipeField", "Momentum"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The share of the last update that SGD carries over into the next, from 0 to below 1."),
       "--momentum", "Momentum of SGD",
       DecimalField{&C::momentum, {0, End::Included, 1, End::Excluded, "0 to below 1"}}},
      {RecipeField::WeightDecay, "weight_decay", "weight decay", QT_TRANSLATE_NOOP("RecipeField", "Weight decay"),
       QT_TRANSLATE_NOOP("RecipeField", "The strength of the pull of all weights towards zero."), "--weight-decay",
       "Pull of all weights towards zero", DecimalField{&C::weightDecay, atLeastZero}},
      {RecipeField::Schedule, "schedule", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Schedule"),
       QT_TRANSLATE_NOOP("RecipeField", "How the learning rate falls in the course of a step."), "--schedule",
       "constant, exponential or cosine",
       choice<ScheduleKind>(&C::schedule, &scheduleFromString, scheduleNames(),
                            {{"cosine", QT_TRANSLATE_NOOP("RecipeField", "Cosine")},
                             {"exponential", QT_TRANSLATE_NOOP("RecipeField", "Exponential")},
                             {"constant", QT_TRANSLATE_NOOP("RecipeField", "Constant")}})},
      {RecipeField::Decay, "decay", "decay", QT_TRANSLATE_NOOP("RecipeField", "Decay factor"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The factor by which an exponential schedule lowers the learning rate each time."),
       "--decay", "Exponential schedule: the factor", DecimalField{&C::decay, share}},
      {RecipeField::DecayEpochs, "decay_epochs", "decay epochs", QT_TRANSLATE_NOOP("RecipeField", "Decay epochs"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "After how many epochs of the smallest training set an exponential schedule lowers the learning rate."),
       "--decay-epochs", "Exponential schedule: epochs of the smallest training set between two cuts",
       DecimalField{&C::decayEpochs, positive}},
      {RecipeField::UpdateOrder, "update", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Updates"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Alternate makes an update for one task after the other, as in the paper; joint makes one for "
                         "the sum of their losses."),
       "--update", "alternate (one task after the other) or joint",
       choice<UpdateOrder>(&C::update, &updateOrderFromString, updateOrderNames(),
                           {{"joint", QT_TRANSLATE_NOOP("RecipeField", "Joint")},
                            {"alternate", QT_TRANSLATE_NOOP("RecipeField", "Alternate")}})},
  };
}

FieldRows lossFields() {
  using C = CalibrationSettings;
  return {
      {RecipeField::CrossEntropyWeight, "cross_entropy_weight", "cross-entropy weight",
       QT_TRANSLATE_NOOP("RecipeField", "CE weight"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The weight of the cross entropy against the labels in the loss of a task; with 0 calibration "
                         "reads no labels."),
       "--ce-weight", "Weight of the cross entropy; with 0 calibration reads no labels",
       DecimalField{&C::crossEntropyWeight, atLeastZero}},
      {RecipeField::L1Weight, "l1_weight", "L1 weight", QT_TRANSLATE_NOOP("RecipeField", "L1 weight"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The weight of the difference between teacher and merged network, summed over the layers, in "
                         "the loss of a task."),
       "--l1-weight", "Weight of the layer-wise L1 mismatch", DecimalField{&C::l1Weight, atLeastZero}},
      {RecipeField::DistillationWeight, "distillation_weight", "distillation weight",
       QT_TRANSLATE_NOOP("RecipeField", "Distillation weight"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "The weight of the distance between the softened outputs of teacher and merged network in the "
                         "loss of a task (Hinton 2015); 0 turns it off."),
       "--distill-weight",
       "Weight of the distillation loss, T^2 KL(teacher || merged) of the softened outputs (0: off)",
       DecimalField{&C::distillationWeight, atLeastZero}},
      {RecipeField::Temperature, "temperature", "temperature", QT_TRANSLATE_NOOP("RecipeField", "Temperature"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "What both outputs are divided by before they are compared: the higher, the more the smaller "
                         "outputs count."),
       "--temperature", "Temperature T that softens both outputs for distillation",
       DecimalField{&C::temperature, {0, End::Excluded, 1000, End::Included, "above 0, at most 1000"}}},
      {RecipeField::Precision, "precision", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Precision"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "What calibration rounds the factors of pointwise convolutions to. bfloat16 is faster and less "
           "exact, and needs a processor with instructions for it (AVX-512 BF16 or AMX)."),
       "--precision",
       "float32 or bfloat16: what calibration rounds the factors of the pointwise convolutions to; bfloat16 needs a "
       "processor with instructions for it (AVX-512 BF16 or AMX)",
       choice<Precision>(&C::precision, &precisionFromString, precisionNames(),
                         {{"float32", QT_TRANSLATE_NOOP("RecipeField", "float32")},
                          {"bfloat16", QT_TRANSLATE_NOOP("RecipeField", "bfloat16")}})},
      {RecipeField::BnMomentum, "bn_momentum", "BN momentum", QT_TRANSLATE_NOOP("RecipeField", "BN momentum"),
       QT_TRANSLATE_NOOP(
           "RecipeField",
           "The share of a new batch in the running statistics of batch normalization while calibrating."),
       "--bn-momentum", "Share of a new batch in the running BN statistics", DecimalField{&C::bnMomentum, share}},
      {RecipeField::Augment, "augment", nullptr, QT_TRANSLATE_NOOP("RecipeField", "Shift images at random"),
       QT_TRANSLATE_NOOP("RecipeField",
                         "Shifts each training image by up to an eighth of its size, so that no batch comes twice."),
       "--augment", "Shift each training image at random by up to an eighth of its size: true or false",
       SwitchField{&C::augment}},
  };
}

}  // namespace

bool NumberRange::holds(double value) const {
  if (!std::isfinite(value)) return false;
  if (value < least || (lower == End::Excluded && value == least)) return false;
  return upper == End::None || value < most || (upper == End::Included && value == most);
}

const std::vector<RecipeFieldInfo>& recipeFields() {
  static const FieldRows all = [] {
    FieldRows rows;
    for (const FieldRows& some : {planFields(), startFields(), stepFields(), optimizationFields(), lossFields()})
      rows.insert(rows.end(), some.begin(), some.end());
    return rows;
  }();
  return all;
}

const RecipeFieldInfo& infoOf(RecipeField field) {
  static const std::vector<const RecipeFieldInfo*> byField = [] {
    std::vector<const RecipeFieldInfo*> found(recipeFieldCount);
    for (const RecipeFieldInfo& info : recipeFields()) found[std::size_t(info.field)] = &info;
    return found;
  }();
  return *byField[std::size_t(field)];
}

}  // namespace zipper
