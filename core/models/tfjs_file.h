// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// Reads a layers model of TensorFlow.js, see readTfjs(). If it is an export of this program, as its metadata tell (see
/// export_metadata.h), the layers have the names of our own networks, and the tensors get their keys and layouts:
/// "stem.conv.weight", of several tasks "a.stem.conv.weight" and "shared.layers.3.project.conv.weight". Batch
/// normalization is folded ("stem.conv.bias"), but where tasks share the weights before it: there it keeps the epsilon
/// of the task. All others are left as they are. Throws Error that names the file.
TensorFile readTfjsNetwork(const std::filesystem::path& path);

}  // namespace zipper
