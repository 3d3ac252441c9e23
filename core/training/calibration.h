// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/compute/task_lanes.h"
#include "core/data/batch_loader.h"
#include "core/network/folded_network.h"
#include "core/network/merged_network.h"
#include "core/recipe/recipe.h"
#include "core/support/compute_device.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"
#include "core/training/observer.h"
#include "core/training/task_step.h"

namespace zipper {

/// Thrown when a loss is NaN or infinite; the message says in which step, iteration, task and term.
class Diverged : public Error {
 public:
  using Error::Error;
};

/// Trains a merged network iteration by iteration.
class Calibrator {
 public:
  /// Puts the network into training mode. It and the teachers must outlive the calibrator. With a group the batches are
  /// shares of it. Network, teachers and batches are on one device.
  Calibrator(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers, const CalibrationSettings& settings,
             ProcessGroupPtr group = nullptr);
  /// One iteration: a batch for each task; those of a network with a trunk go through it as one. Throws Diverged before
  /// anything is updated by the loss that isn't finite.
  IterationRecord iterate(const std::vector<Batch>& batches, double learningRate);

 private:
  void iterateApart(const std::vector<Batch>& batches, IterationRecord& record);
  void iterateTogether(const std::vector<Batch>& batches, IterationRecord& record);
  void iterateAtOnce(const std::vector<Batch>& batches, IterationRecord& record);
  void update();
  void clearGradients();

  MergedNetwork& network_;
  const std::vector<FoldedNetwork>& teachers_;
  CalibrationSettings settings_;
  ProcessGroupPtr group_;
  TaskLanes lanes_;
  std::vector<torch::Tensor> parameters_;
  std::unique_ptr<torch::optim::Optimizer> optimizer_;
  std::vector<std::unique_ptr<TaskStep>>
      steps_;  ///< per task; empty with a trunk, which autograd differentiates as one
};

/// What calibrating looks at besides the network.
struct CalibrationInput {
  std::vector<FoldedNetwork> teachers;   ///< per task, on the device: see foldedOn()
  std::vector<DatasetPtr> trainingSets;  ///< per task
  CalibrationSettings settings;
  StepTarget target = StepTarget::fineTuning();  ///< for the observer and for messages only
  std::uint64_t seed = 0;
  ComputeDevice device = {};
};

/// Calibrates for settings.iterations iterations with batches from the training sets. Deterministic for a seed. Leaves
/// the network in evaluation mode and on the CPU; an observer finds it on the device, where a clone() of it is on the
/// CPU. With a group, which there can't be on a card, its processes divide each batch; the curve is that of whole
/// batches. Throws Cancelled within one batch, Diverged, RankLost, Error.
Curve calibrate(MergedNetwork& network, const CalibrationInput& input, const Observer& observer = {},
                const Work& work = {});

}  // namespace zipper
