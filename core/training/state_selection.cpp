// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/state_selection.h"

#include <cmath>
#include <limits>

#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

double meanLoss(const Scores& scores) {
  double sum = 0;
  for (const Score& score : scores) sum += score.loss;
  return scores.empty() ? 0 : sum / double(scores.size());
}

}  // namespace

bool isBetter(const Scores& a, const Scores& b) {
  if (!std::isfinite(meanLoss(a))) return false;
  if (!std::isfinite(meanLoss(b))) return true;
  if (meanTop1(a) != meanTop1(b)) return meanTop1(a) > meanTop1(b);
  return meanLoss(a) < meanLoss(b);
}

void StateSelection::consider(MergedNetwork& network, int iteration) {
  MergedNetwork copy = network.clone();
  copy.train(false);
  finish_(copy);
  points_.push_back({iteration, score_(copy)});
  if (points_.size() > 1 && !isBetter(points_.back().scores, points_[best_].scores)) return;
  best_ = points_.size() - 1;
  state_ = copy.state();
}

void addValidation(Curve& curve, const std::vector<ValidationPoint>& points) {
  const std::size_t tasks = points.empty() ? 0 : points.front().scores.size();
  for (std::size_t t = 0; t < tasks; ++t) {
    std::vector<float> column(curve.rows(), std::numeric_limits<float>::quiet_NaN());
    for (const ValidationPoint& point : points)
      if (point.iteration > 0) column.at(std::size_t(point.iteration) - 1) = float(point.scores[t].top1);
    curve.addColumn(validationColumn(int(t)), column);
  }
}

}  // namespace zipper
