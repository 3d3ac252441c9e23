// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/spec_overrides.h"

namespace zipper {

/// What the configuration of a Keras model (the attribute "model_config" of an HDF5 file, config.json of a .keras
/// archive) says about a MobileNet V1: input size, stem stride, activation, epsilon, and the normalization of a
/// Rescaling layer. What it doesn't say stays empty. `channels`: of the input; 0: not said. Throws Error: an input that
/// isn't square or is too small or large, statements that contradict each other. Whatever else is in it is ignored.
SpecOverrides statedByKeras(const std::string& json, int& channels);

}  // namespace zipper
