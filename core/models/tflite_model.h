// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True if the file says that it is a TensorFlow Lite model of the present format.
bool looksLikeTflite(const std::filesystem::path& path);

/// Reads the weights of a TensorFlow Lite model whose graph is a MobileNet; nothing is run. As readOnnx(), whose
/// recognizer it has: tensors have canonical names, a convolution with folded batch normalization has a "conv.bias",
/// and metadata["zipper.spec"] holds what the graph tells. Integers and float16 become float32, which a note says;
/// input normalization comes from the quantization of the input, the model's metadata, the graph, or is guessed with a
/// note; class names from associated files, or files beside the model (see addClassNamesOfTflite()).
///
/// Of an export of our own with all tasks (metadata "zipper.specs"), output t is that of the t-th task, which
/// TensorFile::readTask reads. Metadata: the model's entries that are text, and "tflite.description".
///
/// Throws Error that names the file and the tensor or operator: see parseTflite() and convertTflite(). A graph that is
/// no MobileNet's gives no tensors and a `refusal`, which names the operator where it stops being one.
TensorFile readTflite(const std::filesystem::path& path);

}  // namespace zipper
