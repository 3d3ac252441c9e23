// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/batch_loader.h"
#include "core/recipe/recipe.h"
#include "core/training/loss.h"

namespace zipper {

/// Computes the loss of one task of the network that is calibrated, and its gradients. AutogradStep does it for any
/// network on any device and is the reference; FusedStep does the same in a fraction of the time where it can.
class TaskStep {
 public:
  virtual ~TaskStep() = default;
  /// The loss of a batch; with a group of processes that of this process's images.
  virtual LossTerms forward(const Batch& batch, const CalibrationSettings& settings) = 0;
  /// Adds the gradients of the last forward() to those of the parameters; with a group this process's share of those of
  /// the whole batch's loss. Steps of several tasks must not be interleaved between forward() and backward().
  virtual void backward() = 0;
  /// Adds what backward() has left of the gradients of parameters that tasks share: see
  /// FusedStep::keepGradientsApart().
  virtual void addGradients() {}
};

}  // namespace zipper
