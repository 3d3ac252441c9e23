// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/merging/merge_input.h"
#include "core/network/merged_network.h"
#include "core/session/session.h"

namespace zipper {

/// Merges a layer (from 1 on), as part of the trunk if settings.trunk reaches it and all layers before it are merged:
/// stem and depthwise layer are then shared too, and batch normalization is one for all. Layers that become part of the
/// trunk by it are made so (see LayerMerger::deepen()). Aligns the channels of all tasks with those of task A as the
/// settings say, then gives the shared weights their first values; least squares fits the batch normalization or bias
/// behind them as well. `teachers`, one per task, are permuted along with the network, so that their outputs keep
/// corresponding; both must be in evaluation mode. Returns what was permuted, in that order: at most the channels that
/// the layer reads and those that its merged units write, each only where they still belong to each task alone. Throws
/// Cancelled within one batch, RankLost; then network and teachers are of no use.
std::vector<ChannelMatch> mergeLayer(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer,
                                     const MergeInput& input);

/// Makes the trunk as deep as settings.trunk says and merged layers allow, without merging any. Returns whether it
/// became deeper. Throws as mergeLayer().
bool extendTrunk(MergedNetwork& network, std::vector<MobileNet>& teachers, const MergeInput& input);

}  // namespace zipper
