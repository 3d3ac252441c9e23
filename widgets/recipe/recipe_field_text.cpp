// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>

#include "widgets/recipe/recipe_form.h"

namespace zipper {

namespace {

struct FieldWords {
  const char* name;
  const char* meaning;
};

/// In the order of RecipeField.
constexpr std::array<FieldWords, recipeFieldCount> words{{
    {QT_TRANSLATE_NOOP("RecipeField", "Preset"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "A set of settings to start from: fast for trying things out, paper as the authors of the method ran it.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Initialization"),
     QT_TRANSLATE_NOOP("RecipeField", "How the shared weights of a layer get their first values.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Alignment"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "How the channels of B are matched to those of A before a layer is merged; B computes the same "
                       "in any order.")},
    {QT_TRANSLATE_NOOP("RecipeField", "BN policy"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "Whether the batch normalization of a merged layer is one for both tasks, as in the paper, or one per task.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Iterations"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "How many batches of each task calibrate the merged network after each step; 0 leaves calibration out.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Batch size"),
     QT_TRANSLATE_NOOP("RecipeField", "Images per task in one iteration.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Optimizer"),
     QT_TRANSLATE_NOOP("RecipeField", "The rule that turns gradients into updates of the weights.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Momentum"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The share of the last update that SGD carries over into the next, from 0 to below 1.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Learning rate"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The size of the updates at the first iteration of a step; 2e-3 and 0.002 are the same.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Schedule"),
     QT_TRANSLATE_NOOP("RecipeField", "How the learning rate falls in the course of a step.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Decay factor"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The factor by which an exponential schedule lowers the learning rate each time.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Decay epochs"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "After how many epochs of the smaller training set an exponential schedule lowers the learning rate.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Layers"),
     QT_TRANSLATE_NOOP("RecipeField", "Which layers are merged, and in which order: 1-13, 1-6 or 7,9,13.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Trunk up to layer"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "For tasks that look at the same image: the layers from the stem to this one, as far as they are "
         "merged, are shared whole and computed once; 0 means no trunk.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Fine-tuning"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "Iterations of end-to-end training after the last step; 0 leaves fine-tuning out.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Held-out images"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "How many training images of each task no step trains on, so that fine-tuning can keep the state "
         "that is best on them; 0 keeps the last state.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Score every"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "After how many iterations of fine-tuning the network is scored on the held-out images.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Updates"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "Alternate makes one update for A and then one for B, as in the paper; joint makes one for the "
                       "sum of their losses.")},
    {QT_TRANSLATE_NOOP("RecipeField", "CE weight"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The weight of the cross entropy against the labels in the loss of a task; with 0 calibration "
                       "reads no labels.")},
    {QT_TRANSLATE_NOOP("RecipeField", "L1 weight"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The weight of the difference between teacher and merged network, summed over the 13 layers, in "
                       "the loss of a task.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Distillation weight"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The weight of the distance between the softened outputs of teacher and merged network in the "
                       "loss of a task (Hinton 2015); 0 turns it off.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Temperature"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "What both outputs are divided by before they are compared: the higher, the more the smaller "
                       "outputs count.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Weight decay"),
     QT_TRANSLATE_NOOP("RecipeField", "The strength of the pull of all weights towards zero.")},
    {QT_TRANSLATE_NOOP("RecipeField", "BN momentum"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "The share of a new batch in the running statistics of batch normalization while calibrating.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Precision"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "What calibration rounds the factors of pointwise convolutions to. bfloat16 is faster and less "
                       "exact, and needs a processor with instructions for it (AVX-512 BF16 or AMX).")},
    {QT_TRANSLATE_NOOP("RecipeField", "Shift images at random"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "Shifts each training image by up to an eighth of its size, so that no batch comes twice.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Fitting images"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "How many training images of each task alignment, least squares and fits look at; more take longer and "
         "fit better.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Ridge"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "How strongly least squares is pulled towards small weights, relative to the mean power of the "
                       "inputs, from 0 to 1.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Fisher weights"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "Least squares with batch normalization per task: an error in a channel counts the more, the more "
         "the answers of the task depend on that channel.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Fit depthwise kernels"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "Before initializing, the depthwise kernels of each task are fitted to what the merged layers "
                       "before have become, in closed form and without labels.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Fit the heads"),
     QT_TRANSLATE_NOOP(
         "RecipeField",
         "After initializing, each task's head is fitted to the logits of its teacher, in closed form and "
         "without labels.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Re-estimate BN statistics"),
     QT_TRANSLATE_NOOP("RecipeField",
                       "Averages the statistics of batch normalization anew over training images, after initializing "
                       "and after calibrating.")},
    {QT_TRANSLATE_NOOP("RecipeField", "From images"),
     QT_TRANSLATE_NOOP("RecipeField", "How many training images of each task the statistics are re-estimated from.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Seed"),
     QT_TRANSLATE_NOOP("RecipeField", "The same seed, data and settings give the same weights, bit for bit.")},
    {QT_TRANSLATE_NOOP("RecipeField", "Threads"),
     QT_TRANSLATE_NOOP("RecipeField", "How many threads compute; 0 means one per core.")},
}};

}  // namespace

QString nameOf(RecipeField field) { return QCoreApplication::translate("RecipeField", words[std::size_t(field)].name); }

QString meaningOf(RecipeField field) {
  return QCoreApplication::translate("RecipeField", words[std::size_t(field)].meaning);
}

}  // namespace zipper
