// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/containers/onnx_graph.h"
#include "core/models/export_metadata.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"

namespace zipper {

/// The file format that a graph of operators comes from.
struct GraphOrigin {
  const char* what;  ///< for notes: "an ONNX graph"
  bool ofPyTorch;    ///< its writers begin as PyTorch does: what is padded and prepared like its networks is one
};

/// A network in the file of a graph, with all that the spec of a network says.
struct GraphNetwork {
  NamedTensors tensors;  ///< as in OnnxMobileNet
  MobileNetSpec spec;
  std::vector<std::string> notes;
};

/// Recognizes a MobileNet. What the graph can't tell comes from the metadata of our own exports ("zipper.spec"), or is
/// guessed, with a note. Nothing if it is none: `refusal` says why. Throws Error if the metadata contradict the graph.
std::optional<GraphNetwork> networkOfGraph(const OnnxGraph& graph, const ExportMetadata& metadata,
                                           const GraphOrigin& origin, std::string& refusal);

}  // namespace zipper
