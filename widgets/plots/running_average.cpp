// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/running_average.h"

#include <algorithm>
#include <cmath>

namespace zipper::plots {

void RunningAverage::restart(int window) {
  share_ = 2.0 / (std::max(1, window) + 1.0);
  sum_ = 0;
  weight_ = 0;
}

float RunningAverage::next(float value) {
  if (!std::isfinite(value)) return value;
  sum_ += share_ * (double(value) - sum_);
  weight_ += share_ * (1 - weight_);
  return float(sum_ / weight_);
}

}  // namespace zipper::plots
