// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <limits>
#include <optional>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/weight_similarity.h"
#include "core/network/plan.h"
#include "core/network/sharing.h"

namespace zipper {

/// One convolution (or the head) as a row of the layer table.
struct LayerRow {
  UnitPlan unit;
  /// Of what a step can merge, and of all of the trunk; none: each task keeps its own.
  std::optional<LayerState> state;
  double similarity = 0;                                        ///< cosine of the weights of the teachers; NaN: unknown
  std::vector<double> mismatch;                                 ///< per task, where a layer ends; NaN: unknown
  double mergeCost = std::numeric_limits<double>::quiet_NaN();  ///< where a layer ends, see mergeability.h
  bool endsLayer = false;                                       ///< teachers and merged network are compared behind it
  bool inTrunk = false;
};

/// A row for each unit of the plan. What `overview` and `similarity` don't hold is unknown.
std::vector<LayerRow> layerRows(const NetworkPlan& plan, const std::vector<LayerOverview>& overview,
                                const Sharing& sharing, const std::vector<LayerSimilarity>& similarity);

/// "128→256 · 1×1 · 8×8": channels, kernel (with its stride if that isn't 1), resolution of the output; "+" where the
/// layer's input is added, "×" where what the unit puts out multiplies the channels of another.
QString shapeText(const UnitPlan& unit);

}  // namespace zipper
