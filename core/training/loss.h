// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/network/folded_network.h"
#include "core/network/mobilenet.h"
#include "core/recipe/recipe.h"
#include "core/support/libtorch.h"

namespace zipper {

/// The loss of one task for one batch, differentiable.
struct TaskLoss {
  torch::Tensor total;         ///< crossEntropyWeight * ce + l1Weight * sum of layerL1 + distillationWeight * kl
  torch::Tensor crossEntropy;  ///< mean over the batch; undefined with a weight of 0, which reads no labels
  torch::Tensor distillation;  ///< distillationLoss(); undefined with a weight of 0
  std::vector<torch::Tensor> layerL1;  ///< a scalar per layer: mean |teacher - student| of what it hands on
};

/// The same as numbers.
struct LossTerms {
  float total = 0;
  std::optional<float> crossEntropy, distillation;
  std::vector<float> layerL1;
};

/// Takes the numbers out of a differentiable loss.
LossTerms termsOf(const TaskLoss& loss);

/// T² KL(softmax(teacher / T) || softmax(student / T)) of logits [N,classes], mean over the batch: the soft targets of
/// Hinton, Vinyals, Dean, "Distilling the Knowledge in a Neural Network", 2015; T² keeps the gradient's size.
torch::Tensor distillationLoss(const torch::Tensor& student, const torch::Tensor& teacher, double temperature);

/// Cross entropy of the labels plus the layer-wise L1 mismatch to the teacher (Wu, Chan, Chen 2019, slide 13), and
/// distillation if it has a weight. The student should be in training mode.
TaskLoss taskLoss(MobileNet& student, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings);
/// The same of a student's forward pass over the batch, with taps.
TaskLoss taskLoss(const ForwardResult& got, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings);
/// The terms that depend on the logits: cross entropy and distillation, weighted and summed in `total`, which is
/// undefined if neither has a weight.
TaskLoss logitsLoss(const torch::Tensor& got, const torch::Tensor& wanted, const torch::Tensor& labels,
                    const CalibrationSettings& settings);

}  // namespace zipper
