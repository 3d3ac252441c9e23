// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper::plots {

/// The exponential moving average of smoothed() in core/report/curve_smoothing.h, a value at a time: weight
/// 2/(window+1) for the newest value, without the pull towards zero of its start. Values that aren't finite are handed
/// back and don't enter the average.
class RunningAverage {
 public:
  explicit RunningAverage(int window = 1) { restart(window); }
  /// Forgets everything; a window of 1 leaves the values as they are.
  void restart(int window);
  float next(float value);

 private:
  double share_ = 1, sum_ = 0, weight_ = 0;
};

}  // namespace zipper::plots
