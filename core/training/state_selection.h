// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "core/network/merged_network.h"
#include "core/session/curve.h"
#include "core/session/scores.h"

namespace zipper {

/// Whether a state with scores `a` is to be preferred to one with `b`: the higher mean top-1 over the tasks, at
/// equality the lower mean loss. A loss that isn't finite is never better.
bool isBetter(const Scores& a, const Scores& b);

/// Keeps the best of the states that a network goes through while it is trained.
class StateSelection {
 public:
  /// `finish` makes a state what it would be at the end of the training (batch-normalization statistics); `score`
  /// scores it on held-out images. Both get a copy in evaluation mode: the network in training isn't touched.
  StateSelection(std::function<void(MergedNetwork&)> finish, std::function<Scores(MergedNetwork&)> score)
      : finish_(std::move(finish)), score_(std::move(score)) {}

  /// Scores the network as it is after `iteration` iterations. Of equal states the earlier one stays the best. Throws
  /// what the two functions throw.
  void consider(MergedNetwork& network, int iteration);

  const std::vector<ValidationPoint>& points() const { return points_; }
  int bestIteration() const { return points_.at(best_).iteration; }
  /// The finished values of the best state. At least one must have been considered.
  const NamedTensors& bestState() const { return state_; }

 private:
  std::function<void(MergedNetwork&)> finish_;
  std::function<Scores(MergedNetwork&)> score_;
  std::vector<ValidationPoint> points_;
  std::size_t best_ = 0;
  NamedTensors state_;
};

/// Adds columns "val.a", "val.b", ... to a curve: top-1 (0...1) in the rows of the iterations that were scored, NaN in
/// the others.
void addValidation(Curve& curve, const std::vector<ValidationPoint>& points);

}  // namespace zipper
