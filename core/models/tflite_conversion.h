// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/containers/onnx_graph.h"
#include "core/containers/tflite_graph.h"

namespace zipper {

/// A TensorFlow Lite graph in ONNX's operators.
struct TfliteConversion {
  OnnxGraph graph;          ///< maps are turned to [N,C,H,W] before each convolution and back behind it
  std::string preparedBy;   ///< what tells how images are prepared: see addTfliteInput()
  bool usesBytes = false;   ///< some weights are 8-bit integers in the file
  bool usesHalves = false;  ///< some are 16-bit floating-point numbers
};

/// The part of a graph that these of its outputs (indices into TfliteGraph::outputs) are computed by. Constants have
/// real values; what only changes how numbers are stored is left out. Operators that no MobileNet has keep their own
/// names. `isPrepared`: of an export of our own, which says in its metadata how images are prepared. Error that names
/// an operator with fewer inputs or outputs than it needs, or the tensor (see TfliteOnnx::constant()).
TfliteConversion convertTflite(const TfliteGraph& graph, const std::vector<std::size_t>& outputs, bool isPrepared);

}  // namespace zipper
