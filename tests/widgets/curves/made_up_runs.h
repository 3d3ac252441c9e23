// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

#include "widgets/plots/curve_run.h"

namespace zipper::test {

inline constexpr int madeUpLayers = 5;  ///< of the networks that the runs are of

/// Losses that fall within the step, with noise; nothing about them is measured.
inline IterationRecord madeUpRecord(int tasks, int step, int iteration, int iterations, std::mt19937& random) {
  std::normal_distribution<double> noise(0, 0.12);
  IterationRecord record;
  const double progress = double(iteration) / iterations;
  const double fall = std::exp(-5 * progress) * (0.7 + 0.08 * step);
  for (int t = 0; t < tasks; ++t) {
    record.crossEntropy.push_back(float((0.25 + 0.2 * t + fall) * std::exp(noise(random))));
    record.l1.push_back(float((0.9 - 0.25 * t + 1.5 * fall) * std::exp(0.7 * noise(random))));
    record.total += record.crossEntropy.back() + record.l1.back();
  }
  record.layerL1.assign(std::size_t(tasks) * madeUpLayers, float(0.1 * fall));
  record.learningRate = float(1e-3 * (1 + std::cos(3.14159265 * progress)));
  return record;
}

inline Scores madeUpScores(int tasks, double loss) {
  Scores scores;
  for (int t = 0; t < tasks; ++t) scores.push_back({1000, 0.93 - 0.06 * t - loss * (1 + 0.3 * t), 1.0, 0.3});
  return scores;
}

/// A finished step; `number` counts from 1 along the path.
inline std::shared_ptr<StepResult> madeUpStep(int number, StepTarget target, int iterations, std::mt19937& random,
                                              int tasks = 2) {
  auto step = std::make_shared<StepResult>();
  step->plan.target = target;
  for (int m = 1; m <= std::min(number, madeUpLayers); ++m) step->mergedLayers.push_back(m);
  step->initialized = madeUpScores(tasks, 0.01 * number + 0.06 + 0.02 * (number % 3));
  step->calibrated = madeUpScores(tasks, target.isFineTuning() ? 0.05 : 0.008 * number);
  step->curve = Curve(tasks, madeUpLayers);
  for (int i = 0; i < iterations; ++i) step->curve.append(madeUpRecord(tasks, number, i, iterations, random));
  return step;
}

/// A run with so many steps, the layers 1, 2, ...
inline CurveRun madeUpRun(int number, int steps, int iterations, unsigned seed, bool finetuned = false, int tasks = 2) {
  std::mt19937 random(seed);
  CurveRun run;
  run.number = number;
  run.name = QString("Run %1").arg(number + 1);
  for (int m = 1; m <= steps; ++m) run.steps.push_back(madeUpStep(m, StepTarget::layer(m), iterations, random, tasks));
  if (finetuned) run.steps.push_back(madeUpStep(steps, StepTarget::fineTuning(), 2 * iterations, random, tasks));
  return run;
}

}  // namespace zipper::test
