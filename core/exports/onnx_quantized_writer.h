// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/exports/quantization.h"
#include "core/models/export_metadata.h"

namespace zipper {

/// An ONNX file in integers of 8 bits: opset 13, IR version 7, QDQ form. Each value is followed by QuantizeLinear and
/// DequantizeLinear with its range, so that a runtime either computes in integers, as ONNX Runtime does, or in float32
/// what the integers stand for. Inputs and outputs are float32 and have the graph's names; images are normalized.
///
/// All integers of 8 bits are uint8, 128 more than those of the graph, their zero points, too: the zero point of
/// weights is 128. ONNX Runtime adds products of uint8 and int8 in pairs that it cuts off at 16 bits where a processor
/// has AVX2 or AVX-512 without VNNI, and then computes something else than the graph; it doesn't do that
/// with uint8 and uint8.
///
/// Weights are initializers, once for all tasks that share them, behind a DequantizeLinear for each node with the
/// scales of that node: one a channel, or one number for a linear layer. Biases are int32. Behind these, weights have
/// the names that the tensors of a network have ("a.layers.3.pointwise.conv.weight", "b.head.bias"), batch
/// normalization folded, by which a merged network is read back.
///
/// Vectors that maps are multiplied by are [N,C,1,1], their layers 1x1 convolutions; those of heads are [N,C] and Gemm.
///
/// Metadata: these texts, which hold "zipper.spec" or "zipper.specs", and what addPreprocessing() adds. Throws Error.
void writeQuantizedOnnx(const std::filesystem::path& path, const QuantizedGraph& graph, const ExportMetadata& metadata);

}  // namespace zipper
