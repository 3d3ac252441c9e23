// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <string>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/mergeability.h"
#include "widgets/curves/crosshair.h"

namespace zipper::curves {

/// What the chart of merge costs shows.
struct MergeCostData {
  std::vector<LayerMergeability> costs;  ///< 13, or none
  std::vector<LayerOverview> layers;     ///< 13, or none: all are separate

  LayerState stateOf(int layer) const;
  double largest() const;  ///< 0 if there are none
};

/// The values of a layer, 1...13.
Readout mergeCostReadout(const MergeCostData& data, int layer);

/// A header line and a line per layer.
std::string mergeCostCsv(const MergeCostData& data);

}  // namespace zipper::curves
