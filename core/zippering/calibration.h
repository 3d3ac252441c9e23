// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/data/batch_loader.h"
#include "core/network/folded_network.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"
#include "core/support/stop_token.h"
#include "core/zippering/observer.h"
#include "core/zippering/recipe.h"

namespace zipper {

/// Thrown when a loss is NaN or infinite; the message says in which step, iteration, task and term.
class Diverged : public Error {
 public:
  using Error::Error;
};

/// The loss of one task for one batch, differentiable.
struct TaskLoss {
  torch::Tensor total;         ///< crossEntropyWeight * ce + l1Weight * sum of layerL1 + distillationWeight * kl
  torch::Tensor crossEntropy;  ///< mean over the batch; undefined with a weight of 0, which reads no labels
  torch::Tensor distillation;  ///< distillationLoss(); undefined with a weight of 0
  std::vector<torch::Tensor>
      layerL1;  ///< 13 scalars: mean |teacher - student| of the pointwise outputs after the activation
};

/// The same as numbers.
struct LossTerms {
  float total = 0;
  std::optional<float> crossEntropy, distillation;
  std::vector<float> layerL1;
};

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

class FusedStep;

/// Trains a merged network iteration by iteration.
class Calibrator {
 public:
  /// Puts the network into training mode. It and the teachers must outlive the calibrator. With a group the batches are
  /// shares of it.
  Calibrator(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers, const CalibrationSettings& settings,
             ProcessGroupPtr group = nullptr);
  ~Calibrator();
  /// One iteration: a batch for each task; those of a network with a trunk go through it as one. Throws Diverged before
  /// anything is updated by the loss that isn't finite.
  IterationRecord iterate(const std::vector<Batch>& batches, double learningRate);

 private:
  void iterateApart(const std::vector<Batch>& batches, IterationRecord& record);
  void iterateTogether(const std::vector<Batch>& batches, IterationRecord& record);
  void update();
  void clearGradients();

  MergedNetwork& network_;
  const std::vector<FoldedNetwork>& teachers_;
  CalibrationSettings settings_;
  ProcessGroupPtr group_;
  std::vector<torch::Tensor> parameters_;
  std::unique_ptr<torch::optim::Optimizer> optimizer_;
  std::vector<std::unique_ptr<FusedStep>> fused_;  ///< per task; empty with a trunk, which autograd differentiates
};

/// Calibrates for settings.iterations iterations with batches from the training sets. Deterministic for a seed. Leaves
/// the network in evaluation mode. `layer` is only passed on to the observer. With a group its processes divide each
/// batch; the curve is that of whole batches. Throws Cancelled within one batch, Diverged, RankLost, Error.
Curve calibrate(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                const std::vector<DatasetPtr>& trainingSets, const CalibrationSettings& settings, int layer,
                std::uint64_t seed, const Observer& observer = {}, const StopToken& stop = {},
                const ProcessGroupPtr& group = nullptr);

}  // namespace zipper
