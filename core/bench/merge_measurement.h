// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// Seconds of a part of a whole merge.
struct MergePartTime {
  std::string part;
  double median = 0;
  double minimum = 0;
};

/// A whole merge that was measured.
struct MergeMeasurement {
  std::string key;    ///< "sample/fast"
  std::string title;  ///< for people
  /// In this order: "loading" (networks and images opened), every StepPart by its name (scores: those of the teachers
  /// too), "saving" (the session, before the first step and after each), "other" and "whole", the sum of all. Each is a
  /// median of its own, so that with several repetitions they needn't add up.
  std::vector<MergePartTime> parts;
};

}  // namespace zipper
