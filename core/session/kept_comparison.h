// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/network/merge_cost.h"
#include "core/recipe/recipe.h"
#include "core/session/scores.h"

namespace zipper {

/// A way to start the shared weights, under the name that people gave it; or no zippering at all.
struct Strategy {
  std::string name;  ///< "mean", "least-squares", "mean+weights", ...
  Start start;
  bool naive = false;  ///< "naive": the baseline of naive_baseline.h, with the iterations of the whole plan
};

/// A moment at which the network was scored.
struct ComparisonPoint {
  StepTarget target = StepTarget::fineTuning();  ///< of the step
  int mergedLayers = 0;                          ///< by then
  bool calibrated = false;                       ///< false: initialized, before the step's calibration
  std::int64_t iterations = 0;                   ///< of the run until then
  double seconds = 0;                            ///< of the run until then, evaluation included
  Scores scores;
};

/// One strategy with one seed.
struct ComparisonRun {
  std::string strategy;
  std::uint64_t seed = 0;
  std::vector<ComparisonPoint> points;  ///< in order of time
  std::vector<float> losses;            ///< total loss of every iteration; naive: cross entropy only
  std::int64_t parameters = 0;          ///< trainable, of the network with all layers of the plan merged
  double seconds = 0;
};

/// What came of several strategies with several seeds; see core/zippering/comparison.h, which makes it.
struct Comparison {
  Recipe recipe;  ///< what the runs have in common
  std::vector<Strategy> strategies;
  std::vector<std::uint64_t> seeds;
  Scores teacherScores;
  MergeCost cost;                   ///< with all layers of the plan merged
  std::vector<double> speedups;     ///< measured, of the network after each step of the plan; empty: not measured
  std::vector<ComparisonRun> runs;  ///< strategy by strategy, seed by seed
  std::vector<std::vector<std::string>> guesses;  ///< about each network, see guesses.h
};

/// A comparison that a session holds; never changed afterwards.
struct KeptComparison {
  std::string name;          ///< that people gave it; empty: none
  std::int64_t written = 0;  ///< when its last run was finished: seconds since 1970, UTC
  Comparison comparison;
};

/// The longest name, in bytes of UTF-8.
inline constexpr std::size_t longestComparisonName = 400;
/// More than anybody looks through.
inline constexpr std::size_t mostComparisons = 1000, mostStrategies = 100, mostSeeds = 1000;

}  // namespace zipper
