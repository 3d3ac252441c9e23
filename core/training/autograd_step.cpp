// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/autograd_step.h"

namespace zipper {

LossTerms AutogradStep::forward(const Batch& batch, const CalibrationSettings& settings) {
  loss_ = taskLoss(student_, teacher_, batch, settings);
  return termsOf(loss_);
}

void AutogradStep::backward() {
  loss_.total.backward();
  loss_ = {};  // its graph holds the maps of all layers
}

}  // namespace zipper
