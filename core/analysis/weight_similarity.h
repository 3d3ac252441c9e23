// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// How alike trained networks are in one layer.
struct LayerSimilarity {
  double kernels = 0;  ///< cosine of the stem's or depthwise weights, -1...1; NaN: other shapes or none
  double matrix = 0;   ///< cosine of the 1x1 or head weights, the mean over several; NaN: other shapes or none
  std::map<std::string, double> units{};  ///< the cosines of its units, by their names
};

/// Cosine similarity of the weights of the teachers, channel by channel in place, by layer: stem, layers 1, 2, ...,
/// head. Of more than two tasks the mean over all pairs that have one. Independently trained networks come near 0,
/// those of a common ancestor near 1.
std::vector<LayerSimilarity> weightSimilarity(const Session& session);

}  // namespace zipper
