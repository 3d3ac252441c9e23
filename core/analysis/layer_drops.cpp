// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/layer_drops.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/proportion.h"
#include "core/support/error.h"

namespace zipper {

namespace {

double squared(double value) { return value * value; }

/// Scores of two states on the same images: of whole test sets, or else of the samples.
struct StatePair {
  const Scores* before = nullptr;
  const Scores* after = nullptr;
};

StatePair samePictures(const Scores& wholeBefore, const Scores& sampleBefore, const StepResult& after) {
  if (!wholeBefore.empty() && !after.calibrated.empty()) return {&wholeBefore, &after.calibrated};
  if (!sampleBefore.empty() && !after.sampleCalibrated.empty()) return {&sampleBefore, &after.sampleCalibrated};
  return {};
}

std::int64_t fewestImages(const Scores& scores) {
  std::int64_t fewest = scores.front().images;
  for (const Score& score : scores) fewest = std::min(fewest, score.images);
  return fewest;
}

}  // namespace

ShareDifference meanDrop(const Scores& before, const Scores& after) {
  if (before.empty() || before.size() != after.size())
    fail(before.size(), " and ", after.size(), " scores can't be compared: one per task is expected in both");
  ShareDifference result;
  double below = 0, above = 0;  // squares of the distances to the ends
  for (std::size_t task = 0; task < before.size(); ++task) {
    const Proportion first = top1Of(before[task]), then = top1Of(after[task]);
    result.value += first.share - then.share;
    below += squared(first.share - first.low) + squared(then.high - then.share);
    above += squared(first.high - first.share) + squared(then.share - then.low);
  }
  const double tasks = double(before.size());
  result.value /= tasks;
  result.low = result.value - std::sqrt(below) / tasks;
  result.high = result.value + std::sqrt(above) / tasks;
  return result;
}

std::vector<LayerDrop> layerDrops(const Session& session) {
  std::vector<LayerDrop> drops;
  const Scores *whole = &session.teacherScores, *sample = &session.teacherSample;
  for (const int index : session.path()) {
    const StepResult& step = *session.steps[std::size_t(index)];
    if (step.plan.target.mergesLayer()) {
      LayerDrop drop;
      drop.layer = step.plan.target.layerNumber();
      if (const StatePair pair = samePictures(*whole, *sample, step); pair.before != nullptr) {
        drop.drop = meanDrop(*pair.before, *pair.after);
        drop.images = std::min(fewestImages(*pair.before), fewestImages(*pair.after));
      }
      drops.push_back(drop);
    }
    whole = &step.calibrated;
    sample = &step.sampleCalibrated;
  }
  return drops;
}

WorstLayers worstLayers(const std::vector<LayerDrop>& drops) {
  std::vector<LayerDrop> measured;
  for (const LayerDrop& drop : drops)
    if (drop.drop) measured.push_back(drop);
  std::stable_sort(measured.begin(), measured.end(),
                   [](const LayerDrop& a, const LayerDrop& b) { return a.drop->value > b.drop->value; });
  WorstLayers result;
  if (measured.empty()) return result;
  result.worst = measured.front().layer;
  result.beyondNoise = measured.front().drop->low > 0;
  for (std::size_t i = 1; i < measured.size(); ++i)
    if (measured[i].drop->high >= measured.front().drop->value) result.asBad.push_back(measured[i].layer);
  return result;
}

}  // namespace zipper
