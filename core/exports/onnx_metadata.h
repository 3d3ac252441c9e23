// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/onnx_builder.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What a file of ours says of itself: what its inputs are.
inline constexpr const char* onnxDescription =
    "Inputs: images with values in [0,1], then (value - mean) / std for each channel; mean and std are in the "
    "metadata.";

/// For programs that know nothing of ours: "mean", "std", "channel_order", "input_size", "class_offset", "class_names"
/// (JSON). `prefix`: "a." in a graph of several tasks, empty for the only one.
void addPreprocessing(OnnxBuilder& builder, const MobileNetSpec& spec, const std::string& prefix);

}  // namespace zipper
