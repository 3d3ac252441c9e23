// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curve_series.h"

#include <algorithm>
#include <vector>

namespace zipper::plots {

void CurveSeries::append(const float* values, std::size_t count, std::size_t stride) {
  if (stride == 1) return raw_.write(raw_.size(), values, count);
  std::vector<float> dense(count);
  for (std::size_t i = 0; i < count; ++i) dense[i] = values[i * stride];
  raw_.write(raw_.size(), dense.data(), count);
}

void CurveSeries::restartSmoothing(int window) {
  average_.restart(window);
  averaged_ = 0;
}

void CurveSeries::smoothMore(std::size_t count) {
  count = std::min(count, raw_.size() - averaged_);
  std::vector<float> averages(count);
  for (std::size_t i = 0; i < count; ++i) averages[i] = average_.next(raw_[averaged_ + i]);
  smooth_.write(averaged_, averages.data(), count);
  averaged_ += count;
}

}  // namespace zipper::plots
