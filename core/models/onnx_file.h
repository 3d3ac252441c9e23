// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True if the first bytes are those of an ONNX ModelProto: its version, followed by another of its fields.
bool looksLikeOnnx(const std::filesystem::path& path);

/// Reads the weights of an ONNX model; nothing is run. If the graph is a MobileNet, whoever exported it, the tensors
/// have canonical names and layouts ("stem.conv.weight", "layers.3.depthwise.bn.bias", "head.weight", see
/// MobileNet::state()), and metadata["zipper.spec"] holds what the graph tells: widths, strides, padding, activation,
/// epsilon, sizes, normalization if it is in the graph; what it can't tell (class names) is that of our own exports, or
/// a guess with a note. A convolution with folded batch normalization has a "conv.bias" and no "bn": loadModel() gives
/// it one that only adds the bias.
///
/// A graph in QDQ form is read as one of float32, with a note (see onnx_dequantized.h); one of QLinear operators is not
/// recognized.
///
/// Otherwise the tensors are the initializers under their own names, and `refusal` says why the graph was not
/// recognized: it is what the network does, whatever the names are. Metadata: the model's metadata_props, and
/// "onnx.producer".
///
/// Throws Error that names the file and the tensor: truncated or damaged, data in a file that isn't beside it, unknown
/// types, sizes that don't agree with shapes, graphs larger than any MobileNet, metadata that contradict the graph.
/// Takes memory for the tensors and 16 MiB at most.
TensorFile readOnnx(const std::filesystem::path& path);

}  // namespace zipper
