// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/channel_pairs.h"

namespace zipper {

/// The pairs of the channels that one part of a layer writes.
struct PartPairs {
  std::string part;  ///< see MatrixWeights in layer_weights.h; empty: of the stem or the head
  ChannelPairs pairs;
};

/// Of each unit that merging the layer shares, in their order. The last one writes what the layer hands on: its pairs
/// are those of channelPairs(). Of the others a step's alignment tells, or that there was none; they have no estimates.
/// One without a part for the stem (0) and what has no such units.
std::vector<PartPairs> partPairs(const Session& session, int step, int task, int layer,
                                 const std::vector<LayerMergeability>& costs);

}  // namespace zipper
