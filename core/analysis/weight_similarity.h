// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/session/session.h"

namespace zipper {

/// How alike two trained networks are in one layer.
struct LayerSimilarity {
  double kernels = 0;  ///< cosine of the stem's (layer 0) or depthwise weights, -1...1; NaN: other shapes or none
  double matrix = 0;   ///< cosine of the pointwise or head weights (layer 14); NaN: other shapes or none
};

/// Cosine similarity of the weights of teachers A and B, channel by channel in place: layers 0...14. Independently
/// trained networks come near 0, those of a common ancestor near 1.
std::vector<LayerSimilarity> weightSimilarity(const Session& session);

}  // namespace zipper
