// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/support/libtorch.h"

namespace zipper {

/// Reads a functional model of TensorFlow.js (see readTfjs()) and computes its outputs from what the configuration of
/// Keras says, nothing else. `images`: a batch [N,C,H,W] per output; where the model has one input for several outputs
/// each batch is run. Returns the outputs in their order. For files that were written here: throws Error for layers of
/// other kinds or with other settings than kerasLayersOf() makes.
std::vector<torch::Tensor> runTfjs(const std::filesystem::path& path, const std::vector<torch::Tensor>& images);

}  // namespace zipper
