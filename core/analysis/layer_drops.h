// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// A difference of shares, and how far it is known.
struct ShareDifference {
  double value = 0;
  double low = 0;  ///< the 95 % interval
  double high = 0;
};

/// The mean over the tasks of top-1 before minus top-1 after: positive where accuracy was lost. Both lists have a score
/// per task, on the same images. The interval combines Wilson's intervals of all these shares as if every score was of
/// images of its own, which makes it wider than it would be if the answers to each image were compared. Sources: R. G.
/// Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
/// (1998), 873-890, method 10; for more than two shares G. Y. Zou, W. Huang, X. Zhang, "A note on confidence interval
/// estimation for a linear function of binomial proportions", Computational Statistics & Data Analysis 53 (2009),
/// 1080-1085. Throws Error unless there are as many scores, at least one, in both.
ShareDifference meanDrop(const Scores& before, const Scores& after);

/// What a step that merged a layer took from the accuracy of the tasks.
struct LayerDrop {
  int layer = 0;
  /// From the end of the step before (or the teachers) to the end of this one; nothing: not scored on the same images.
  std::optional<ShareDifference> drop;
  std::int64_t images = 0;  ///< that each task was scored on, the fewest of them; 0: not scored
};

/// Of the merging steps on the way to the current one, in the order of merging.
std::vector<LayerDrop> layerDrops(const Session& session);

/// What can be said about which layer lost most.
struct WorstLayers {
  int worst = 0;  ///< the one with the largest drop; 0: none was measured
  /// Those that can't be told apart from it: their interval reaches its drop. The largest drop first, without `worst`.
  std::vector<int> asBad;
  bool beyondNoise = false;  ///< the interval of the worst lies above 0: it lost something
};

WorstLayers worstLayers(const std::vector<LayerDrop>& drops);

}  // namespace zipper
