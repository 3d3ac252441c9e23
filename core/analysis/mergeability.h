// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/data/dataset.h"
#include "core/network/plan.h"
#include "core/session/session.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// What two of the tasks would lose in a layer by sharing its weights, if they shared it with each other alone.
struct PairMergeability {
  int first = 0, second = 1;  ///< tasks
  double cost = 0;            ///< as LayerMergeability::cost, 0 to about 0.5
};

/// The merge estimate of a layer: what sharing it will cost, before anything is merged or trained.
struct LayerMergeability {
  int layer = 0;  ///< from 1 on
  /// Smallest possible error of the outputs with weights that all N tasks share, relative to their variance, beyond
  /// that of the teachers' own weights: a mean over channels and tasks, 0 (free) to about 1 - 1/N (nothing in common).
  /// Comparable between layers.
  double cost = 0;
  /// How far sharing the layer alone moves the answers: the divergence of the merged network's probabilities from the
  /// teacher's in nats an image, to second order, a mean over tasks. It is ½ Σ over channels and positions of the error
  /// that `cost` is made of times the Fisher information of that output (see channelFisher() in channel_fisher.h), as
  /// if errors of two outputs had nothing to do with each other.
  double loss = 0;
  /// Of the last unit of the layer that is merged, per output channel of A, all tasks together. `cost` is the mean over
  /// those of all units.
  std::vector<float> channelCosts;
  std::vector<std::vector<int>> partners;        ///< [task - 1][channel of A]: the channel of the other teacher
  std::vector<std::vector<float>> partnerCosts;  ///< [task - 1][channel of A]: of A and that task alone
  /// Of every two tasks, first those with task 0, for the same unit. Channels are those that A pairs.
  std::vector<PairMergeability> pairs;
  std::int64_t savedParameters = 0;  ///< trainable ones that merging this layer saves
};

struct MergeabilityOptions {
  int images = 512;     ///< per task
  double ridge = 1e-4;  ///< of units with batch normalization; others have pooledRidge of least_squares.h
  bool align = true;    ///< pair the channels of each task with those of A at least cost; otherwise in place
  std::uint64_t seed = 1;
  ComputeDevice device = {};  ///< where images pass the teachers
};

/// The estimate of every layer, from one pass of training images through the teachers of a session:
/// ½ (w_A − w_B)ᵀ (G_A⁻¹ + G_B⁻¹)⁻¹ (w_A − w_B) per pair of channels, 1/N min_w Σ_t (w − w_t)ᵀ G_t (w − w_t) for more
/// than two tasks; see pairingCosts() and sharingCosts() in least_squares.h. Each layer for itself: it doesn't know
/// what merging the layers before it changes. For the Fisher information at most 256 of the images pass what is behind
/// each layer once more, forward and backward. `datasets`: the training set of each task. Tells progress in batches.
/// Throws Cancelled within one batch, Error.
std::vector<LayerMergeability> mergeability(const Session& session, const std::vector<DatasetPtr>& datasets,
                                            const MergeabilityOptions& options = {}, const Work& work = {});

/// Layers to merge for at least this compression (trainable parameters of all tasks separate / merged): greedily the
/// one with the lowest loss per saved parameter, in the order in which they were chosen. All layers if it can't be
/// reached. `merged`: layers that are shared already; they come first and count.
std::vector<int> suggestLayers(const std::vector<LayerMergeability>& layers, const std::vector<MobileNetSpec>& tasks,
                               BnPolicy policy, double compression, const std::vector<int>& merged = {});

}  // namespace zipper
