// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/task_names.h"
#include "core/session/session.h"

namespace zipper::test {

/// Sessions without networks, for what only looks at their steps: needs no LibTorch.

inline MobileNetSpec plainSpec(int task) {
  MobileNetSpec spec;
  spec.width = 0.25;
  spec.inputSize = 32;
  spec.stemStride = 1;
  spec.classes = 10 + task;
  return spec;
}

/// The plan merges all layers; nothing is done yet. The teachers' top-1 are 0.9, 0.8, ...
inline Session plainSession(int tasks = 2, bool evaluated = true) {
  Session session;
  for (int t = 0; t < tasks; ++t) {
    session.teachers.push_back({plainSpec(t), {}, nullptr});
    session.recipe.sources.push_back({"/models/" + taskName(t) + ".safetensors", "", "/data/" + taskName(t), ""});
    if (evaluated) session.teacherScores.push_back({1000, 0.9 - 0.1 * t, 0.95, 0.3});
  }
  for (int layer = 1; layer <= session.layers(); ++layer)
    session.recipe.steps.push_back({StepTarget::layer(layer), {}});
  return session;
}

/// What a step measured.
struct PlainStep {
  StepTarget target = StepTarget::layer(1);
  Initialization initialization = Initialization::Mean;
  std::vector<double> before{}, after{};  ///< top-1 per task; empty: not evaluated
  int iterations = 20;
  double seconds = 1.5;
};

inline Scores plainScores(const std::vector<double>& top1) {
  Scores scores;
  for (const double one : top1) scores.push_back({1000, one, 1, 0.5});
  return scores;
}

/// Layer l of task t has the mismatch (t + 1) * l / 100 + 1 / (iteration from 1).
inline Curve plainCurve(int tasks, int iterations, int layers = layersOf(plainSpec(0))) {
  Curve curve(tasks, layers);
  for (int i = 1; i <= iterations; ++i) {
    IterationRecord record;
    record.crossEntropy.assign(std::size_t(tasks), 0.5f);
    record.l1.assign(std::size_t(tasks), 1.0f);
    record.total = 1.5f * float(tasks);
    record.learningRate = 1e-3f;
    for (int t = 0; t < tasks; ++t)
      for (int layer = 1; layer <= layers; ++layer)
        record.layerL1.push_back(float(t + 1) * float(layer) / 100 + 1 / float(i));
    curve.append(record);
  }
  return curve;
}

/// Appends a step behind the current one and goes there. Returns its index.
inline int addStep(Session& session, const PlainStep& wish) {
  StepResult result;
  result.plan.target = wish.target;
  result.plan.settings.start.initialization = wish.initialization;
  result.plan.settings.calibration.iterations = wish.iterations;
  result.mergedLayers = session.mergedLayers();
  if (wish.target.mergesLayer()) result.mergedLayers.push_back(wish.target.layerNumber());
  result.initialized = plainScores(wish.before);
  result.calibrated = plainScores(wish.after);
  result.curve = plainCurve(session.taskCount(), wish.iterations);
  result.seconds = wish.seconds;
  appendStep(session, std::move(result));
  return session.current;
}

}  // namespace zipper::test
