// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/containers/tflite_file.h"

namespace zipper {

/// Computes a TensorFlow Lite model with LibTorch, operator by operator, from nothing but the file: for checks of what
/// was written, and of networks that were recognized in a file. Knows the operators of image classifiers. Integer
/// models are computed as what their integers mean, each result rounded to the integers of its tensor, as runtimes do
/// it up to the rounding of a product now and then.
///
/// `images`: a batch [N,C,H,W] for each output, in their order; a model of several outputs and one input computes each
/// from its own batch. Float32, or float64 (see runQuantized()): so are the numbers in between and the outputs,
/// [N,classes]. Trusts the file; throws Error for an operator that isn't known.
std::vector<torch::Tensor> runTflite(const std::filesystem::path& path, const std::vector<torch::Tensor>& images);
std::vector<torch::Tensor> runTflite(const TfliteGraph& graph, const std::vector<torch::Tensor>& images);

}  // namespace zipper
