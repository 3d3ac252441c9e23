// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_versions.h"

#include <algorithm>
#include <array>

#include "core/support/error.h"

namespace zipper {

namespace {

struct VersionsOfOperator {
  const char* op;
  TfliteVersion ofFloat, ofInt8;
};

constexpr std::array<VersionsOfOperator, 10> versionsOfOperators{{
    {"ADD", {1, 5}, {2, 14}},
    {"CONV_2D", {1, 5}, {3, 14}},
    {"DEPTHWISE_CONV_2D", {1, 5}, {3, 14}},
    {"DEQUANTIZE", {3, 15}, {2, 14}},  // of float16
    {"FULLY_CONNECTED", {1, 5}, {4, 14}},
    {"HARD_SWISH", {1, 15}, {1, 15}},
    {"MEAN", {1, 6}, {2, 14}},
    {"MUL", {1, 5}, {2, 14}},
    {"PAD", {1, 5}, {2, 14}},
    {"SOFTMAX", {1, 5}, {2, 14}},
}};

/// Older versions of MUL only know products whose scale becomes smaller.
bool growsInt8(const TfliteGraph& graph, const TfliteNode& node) {
  const auto scaleOf = [&](int tensor) { return graph.tensors[std::size_t(tensor)].quantization.scales.at(0); };
  return scaleOf(node.inputs[0]) * scaleOf(node.inputs[1]) >= scaleOf(node.outputs[0]);
}

}  // namespace

TfliteVersion tfliteVersion(const TfliteGraph& graph, const TfliteNode& node) {
  if (node.op == "RESHAPE") return {1, 5};
  const auto* found = std::find_if(versionsOfOperators.begin(), versionsOfOperators.end(),
                                   [&](const VersionsOfOperator& versions) { return node.op == versions.op; });
  if (found == versionsOfOperators.end()) fail("no version is known of the operator ", node.op);
  if (graph.tensors[std::size_t(node.inputs[0])].type != torch::kChar) return found->ofFloat;
  return node.op == "MUL" && growsInt8(graph, node) ? TfliteVersion{3, 15} : found->ofInt8;
}

}  // namespace zipper
