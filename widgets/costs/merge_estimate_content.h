// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <string>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/mergeability.h"
#include "widgets/plots/crosshair.h"

namespace zipper::plots {

/// What the chart of merge estimates shows.
struct MergeEstimateData {
  std::vector<LayerMergeability> estimates;  ///< of each layer, from 1 on, or none
  std::vector<LayerOverview> layers;         ///< the same, or none: all are separate

  /// The number of the last one, as far as is known; 0: nothing is.
  int lastLayer() const;
  LayerState stateOf(int layer) const;
  double largest() const;  ///< 0 if there are none
};

/// The values of a layer, from 1 on, and with more than two tasks those of each pair; no rows for one without an
/// estimate.
Readout mergeEstimateReadout(const MergeEstimateData& data, int layer);

/// A header line and a line per layer; with more than two tasks there is a column for each pair.
std::string mergeEstimateCsv(const MergeEstimateData& data);

}  // namespace zipper::plots
