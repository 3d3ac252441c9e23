// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/zippering/comparison.h"

namespace zipper::test {

/// A run over layers 1 and 2 with 3 iterations each, whose mean top-1 after them is 0.8 and `end`.
inline ComparisonRun madeUpComparisonRun(const std::string& strategy, std::uint64_t seed, double end) {
  ComparisonRun run;
  run.strategy = strategy;
  run.seed = seed;
  run.seconds = 12;
  for (int step = 1; step <= 2; ++step) {
    const double top1 = step == 1 ? 0.8 : end;
    run.points.push_back({StepTarget::layer(step),
                          step,
                          false,
                          3 * (step - 1),
                          6.0 * step,
                          {{100, top1 - 0.1, 1, 1}, {100, top1 - 0.1, 1, 1}}});
    for (int i = 0; i < 3; ++i) run.losses.push_back(1.0f / float(run.losses.size() + 1));
    run.points.push_back({StepTarget::layer(step),
                          step,
                          true,
                          3 * step,
                          6.0 * step,
                          {{100, top1 - 0.01, 1, 1}, {100, top1 + 0.01, 1, 1}}});
  }
  return run;
}

/// Teachers of 0.9; "mean" with two seeds ends within 2 points, "least-squares+none" with one seed within 1 point.
inline Comparison madeUpComparison() {
  Comparison comparison;
  comparison.teacherScores = {{100, 0.88, 1, 1}, {100, 0.92, 1, 1}};
  planSteps(comparison.recipe, {1, 2});
  comparison.strategies = {strategyFromString("mean", {}), strategyFromString("least-squares+none", {})};
  comparison.seeds = {1, 2};
  comparison.runs = {madeUpComparisonRun("mean", 1, 0.88), madeUpComparisonRun("mean", 2, 0.885),
                     madeUpComparisonRun("least-squares+none", 1, 0.895)};
  return comparison;
}

}  // namespace zipper::test
