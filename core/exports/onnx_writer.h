// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

/// ONNX files for inference: opset 10, IR version 4, float32, any batch size, fixed image size; checked by
/// onnx::checker and shape inference.
///
/// One task: input "image" [N,C,H,W] (normalized), output "logits" [N,classes] ("features" without a head). All tasks:
/// one graph with inputs "image_a", "image_b", ... and outputs "logits_a", "logits_b", ...; shared weights are stored
/// once. With a trunk, which all tasks compute from the same image, there is one input "image", and the trunk's nodes
/// are there once.
///
/// Batch normalization is folded into the convolution before it, with one exception: a merged layer whose batch
/// normalization is per task keeps its shared weights as they are, followed by each task's own BatchNormalization node.
/// OpenCV 4.6's DNN and ONNX Runtime both read this node.
///
/// Hard swish is x · HardSigmoid(x), squeeze-and-excite GlobalAveragePool, two convolutions and Mul. OpenCV 4.6's DNN
/// multiplies so for one image at a time only; 4.10 and ONNX Runtime for any number.
///
/// Metadata: the texts given, "zipper.spec" or "zipper.specs", and for other programs "mean", "std", "channel_order",
/// "input_size", "class_offset", "class_names" (JSON; prefixed "a." and so on in a graph of several tasks).
void writeMergedOnnx(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
void writeTaskOnnx(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);

/// Runs a written file in OpenCV's DNN module, which shares nothing with the engine; a graph with one input for several
/// tasks once for the images of each task. Throws Error if OpenCV can't.
std::vector<at::Tensor> runOnnx(const std::filesystem::path& path, const std::vector<at::Tensor>& images);

}  // namespace zipper
