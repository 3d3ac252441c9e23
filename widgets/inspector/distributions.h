// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/histogram.h"
#include "core/analysis/layer_weights.h"
#include "widgets/inspector/histogram_view.h"

namespace zipper {

/// One chart of the Distributions page.
struct Distribution {
  QString title;
  Histogram histogram;
  std::vector<HistogramSeries> series;
};

/// Weights, and scale, shift, mean and variance of the batch normalization, or the bias in its place, of the depthwise
/// (or stem) unit and of one matrix of the layer (see MatrixWeights; empty: the last): what the layer has. Series: the
/// teachers, and from the first step on the merged network, once if all its tasks have the same values; of `task` alone
/// if it isn't -1. With `beside`, the layer at another step, the merged network at both takes their place. At most
/// `bins` bins, fewer where there are few numbers.
std::vector<Distribution> distributionsOf(const LayerWeights& weights, int bins, int task = -1,
                                          const std::string& part = {}, const LayerWeights* beside = nullptr);

}  // namespace zipper
