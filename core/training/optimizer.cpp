// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/optimizer.h"

namespace zipper {

std::unique_ptr<torch::optim::Optimizer> makeOptimizer(const std::vector<torch::Tensor>& parameters,
                                                       const CalibrationSettings& settings) {
  if (settings.optimizer == OptimizerKind::Adam)
    return std::make_unique<torch::optim::Adam>(
        parameters, torch::optim::AdamOptions(settings.learningRate).weight_decay(settings.weightDecay));
  return std::make_unique<torch::optim::SGD>(
      parameters,
      torch::optim::SGDOptions(settings.learningRate).momentum(settings.momentum).weight_decay(settings.weightDecay));
}

}  // namespace zipper
