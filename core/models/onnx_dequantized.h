// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/onnx_graph.h"

namespace zipper {

/// Turns a quantized graph in QDQ form into one of float32: what a DequantizeLinear makes of a constant becomes a
/// constant, also where a QuantizeLinear rounds it before; a QuantizeLinear and the DequantizeLinear behind it become
/// Identity nodes where they round a value that depends on the image. What was read by these nodes alone is no
/// initializer any more.
///
/// Returns how many constants of integers were put in place as float32. Nodes that aren't understood, and those whose
/// constants would take more than 512 MiB in all, stay as they are.
int dequantize(OnnxGraph& graph);

}  // namespace zipper
