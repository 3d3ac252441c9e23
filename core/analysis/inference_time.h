// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/session/session.h"
#include "core/support/timing.h"
#include "core/support/work.h"

namespace zipper {

/// Measured wall time of one image (or batch) through all tasks' networks, in milliseconds, medians.
struct InferenceTime {
  int batch = 1;
  int threads = 1;
  double separate = 0;  ///< the teachers, one after the other, BN folded
  double merged = 0;    ///< all tasks of the merged network, one after the other, BN folded
  int repetitions = 0;
  double trunk = 0;   ///< all tasks of the merged network on the same image, the trunk once, BN folded; 0: no trunk
  double spread = 1;  ///< the largest median in relation to the least time of the same
  TimeRange separateRange{}, mergedRange{}, trunkRange{};

  /// Medians far above the least times: something else ran on the machine meanwhile.
  bool isDisturbed() const { return spread > 1.5; }
};

/// Measures separate and merged, and with a trunk that as well, interleaved; `repetitions` each.
InferenceTime measureInference(const Session& session, int batch, int repetitions);
/// What reports show: single images, and batches of 8.
std::vector<InferenceTime> measureInference(const Session& session);

/// How many times as fast as the teachers, one after the other, the merged network is after each step of the session's
/// plan, with one image and BN folded; where the plan has a trunk, with the same image for all tasks. One network is
/// timed for each depth of the trunk, with initialized weights, as times depend on nothing else; all of them take
/// turns, and the least time of each counts. Throws Cancelled.
std::vector<double> measurePlannedSpeedups(const Session& session, const Work& work = {});

}  // namespace zipper
