// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/data/dataset.h"
#include "core/network/layer_table.h"
#include "core/session/session.h"
#include "core/support/stop_token.h"

namespace zipper {

/// What it will cost to merge a layer, before anything is merged or trained.
struct LayerMergeability {
  int layer = 0;  ///< 1...13
  /// Smallest possible error of the outputs with shared weights, relative to their variance, beyond that of the
  /// teachers' own weights: a mean over channels and tasks, 0 (free) to about 0.5 (nothing in common). Comparable
  /// between layers.
  double cost = 0;
  std::vector<float> channelCosts;         ///< per output channel of A, mean over the other tasks
  std::vector<std::vector<int>> partners;  ///< [task - 1][channel of A]: the channel of the other teacher
  std::int64_t savedParameters = 0;        ///< trainable ones that merging this layer alone saves
};

struct MergeabilityOptions {
  int images = 512;  ///< per task
  double ridge = 1e-4;
  bool align = true;  ///< pair the channels at least cost; otherwise in place
  std::uint64_t seed = 1;
};

/// The score of every layer, from one pass of training images through the teachers of a session:
/// ½ (w_A − w_B)ᵀ (G_A⁻¹ + G_B⁻¹)⁻¹ (w_A − w_B) per pair of channels, see pairingCosts() in least_squares.h. An
/// estimate of each layer for itself: it doesn't know what merging the layers before it changes. `datasets`: the
/// training set of each task. Throws Cancelled within one batch, Error.
std::vector<LayerMergeability> mergeability(const Session& session, const std::vector<DatasetPtr>& datasets,
                                            const MergeabilityOptions& options = {}, const StopToken& stop = {},
                                            const std::function<void(int done, int total)>& progress = {});

/// Layers to merge for at least this compression (trainable parameters separate / merged): greedily the one with the
/// lowest cost per saved parameter, in the order in which they were chosen. All layers if it can't be reached.
/// `merged`: layers that are shared already; they come first and count.
std::vector<int> suggestLayers(const std::vector<LayerMergeability>& layers, const std::vector<MobileNetSpec>& tasks,
                               BnPolicy policy, double compression, const std::vector<int>& merged = {});

}  // namespace zipper
