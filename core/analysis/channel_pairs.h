// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/analysis/mergeability.h"
#include "core/session/session.h"

namespace zipper {

/// Where pairs of channels come from.
enum class PairOrigin {
  InPlace,   ///< the layer was merged without an alignment
  Step,      ///< a step's alignment put them in order
  Estimate,  ///< mergeability would pair them so
};

/// Which output channel of another task's teacher corresponds to which of teacher A in a layer.
struct ChannelPairs {
  int layer = 0;
  PairOrigin origin = PairOrigin::InPlace;
  std::vector<int> partners;  ///< [channel of A]: the other teacher's channel; empty: not known
  std::vector<float> costs;   ///< [channel of A]: merge estimate of the pair; NaN: unknown
};

/// The pairs of a layer (0: the stem) at a step of the session (-1: nothing merged). `costs`: of all layers, or none; a
/// step's pairs have a cost where the estimate has the same ones. Other layers have no pairs.
ChannelPairs channelPairs(const Session& session, int step, int task, int layer,
                          const std::vector<LayerMergeability>& costs);

}  // namespace zipper
