// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/recipe/recipe.h"
#include "core/support/libtorch.h"

namespace zipper {

/// The optimizer that the settings name, over these parameters.
std::unique_ptr<torch::optim::Optimizer> makeOptimizer(const std::vector<torch::Tensor>& parameters,
                                                       const CalibrationSettings& settings);

}  // namespace zipper
