// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/network/merged_network.h"
#include "core/recipe/recipe.h"

namespace zipper {

/// Merges the layer (from 1 on) and gives its shared weights their first values, out of the tasks' own weights as they
/// are in the network now: from A, from B, the arithmetic mean of all tasks (Wu, Chan, Chen 2019, slide 12), or
/// He-normal random numbers. With shared batch normalization the same is done for scale, shift and running statistics
/// (random: 1, 0, 0, 1); with per-task batch normalization each task keeps its own. Throws Error if the layer is merged
/// already, and for least squares, which needs images: see mergeLayer().
void initializeLayer(MergedNetwork& network, int layer, Initialization initialization, std::uint64_t seed);

/// Gives one unit of each task the same weights, and the same batch normalization if the policy is to share it, as
/// initializeLayer() does; the units stay modules of their own.
void equalizeUnits(const std::vector<ConvUnit>& units, BnPolicy policy, Initialization initialization,
                   std::uint64_t seed);

}  // namespace zipper
