// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

#include "widgets/plots/running_average.h"
#include "widgets/plots/value_track.h"

namespace zipper::plots {

/// One quantity over the iterations of one step: as measured, and its running average over all of them.
class CurveSeries {
 public:
  explicit CurveSeries(int window) : average_(window) {}

  /// Appends values that lie `stride` apart. Their averages follow with smoothMore().
  void append(const float* values, std::size_t count, std::size_t stride = 1);
  /// Begins to average anew. The old averages stay until smoothMore() has overwritten them, so that a plot doesn't
  /// flicker meanwhile.
  void restartSmoothing(int window);
  /// Averages up to so many further values.
  void smoothMore(std::size_t count);
  bool isSmoothed() const { return averaged_ == raw_.size(); }

  const ValueTrack& raw() const { return raw_; }
  const ValueTrack& smooth() const { return smooth_; }

 private:
  ValueTrack raw_, smooth_;
  RunningAverage average_;
  std::size_t averaged_ = 0;
};

}  // namespace zipper::plots
