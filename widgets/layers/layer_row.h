// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <limits>
#include <optional>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/weight_similarity.h"
#include "core/network/layer_table.h"

namespace zipper {

/// One convolution (or the head) as a row of the layer table.
struct LayerRow {
  LayerInfo info;
  std::optional<LayerState> state;  ///< of a pointwise layer, and of all of the trunk; none: each task keeps its own
  double similarity = 0;            ///< cosine of the weights of A and B; NaN: unknown
  std::vector<double> mismatch;     ///< per task, of a pointwise layer; NaN: unknown
  double mergeCost = std::numeric_limits<double>::quiet_NaN();  ///< of a pointwise layer, see mergeability.h
  bool whole = false;                                           ///< part of the trunk
};

/// A row for each entry of `table`. What `overview` and `similarity` don't hold is unknown.
std::vector<LayerRow> layerRows(const std::vector<LayerInfo>& table, const std::vector<LayerOverview>& overview,
                                const std::vector<LayerSimilarity>& similarity);

/// "128→256 · 1×1 · 8×8": channels, kernel (with its stride if that isn't 1), resolution of the output.
QString shapeText(const LayerInfo& info);

}  // namespace zipper
