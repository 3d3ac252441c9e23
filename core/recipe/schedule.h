// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/recipe/recipe.h"

namespace zipper {

/// The learning rate of an iteration (from 0). `iterationsPerEpoch` is used by the exponential schedule.
double learningRateAt(const CalibrationSettings& settings, int iteration, double iterationsPerEpoch);

}  // namespace zipper
