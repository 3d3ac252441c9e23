// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/quantized_graph.h"

namespace zipper {

std::int64_t bytesOfConstants(const QuantizedGraph& graph) {
  std::int64_t bytes = 0;
  for (const QuantizedConstant& constant : graph.constants) bytes += constant.values.numel();
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].weight < 0) continue;
    const bool isLinear = graph.graph.nodes[i].op == GraphOp::Linear;
    bytes += 4 * graph.nodes[i].bias.numel() + 4 * (isLinear ? 1 : std::int64_t(graph.nodes[i].weightScales.size()));
  }
  return bytes;
}

}  // namespace zipper
