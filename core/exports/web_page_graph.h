// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

#include "core/exports/inference_graph.h"
#include "core/support/json_reader.h"

namespace zipper {

/// What an exported web page holds of a network without its weights: {"values": [{"name", "channels", "size"}],
/// "constants": [{"name", "shape"}], "nodes": [{"op", "name", "inputs", "output", "weight", "factor", "bias", "stride",
/// "pads", "activation"}], "tasks": [{"letter", "spec", "input", "output"}]}, as in InferenceGraph.
Json webPageGraphToJson(const InferenceGraph& graph);

/// The weights: constant after constant, little-endian, float16 or float32.
std::string webPageWeights(const InferenceGraph& graph, ExportPrecision precision);

/// Back. Throws Error that says what is wrong: keys that aren't known, indices of nothing, values that are used before
/// they are computed, shapes that don't fit, another number of bytes than the constants have.
InferenceGraph webPageGraphFromJson(const Json& json, const std::string& weights, ExportPrecision precision);

}  // namespace zipper
