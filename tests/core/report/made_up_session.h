// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/session/network_values.h"
#include "core/session/session_network.h"

namespace zipper::test {

/// What a made-up session holds. Its networks are real (width 0.125, 32x32); its scores and curves are not measured.
struct MadeUp {
  int tasks = 2;
  std::vector<int> layers{1, 2, 3};  ///< of the path
  int iterations = 20;               ///< per step
  bool evaluated = true;
  std::string firstModel = "/models/flowers.safetensors";
  int nanIteration = -1;   ///< from 0, of the first step: its losses are NaN
  bool finetuned = false;  ///< behind the layers
  bool blocks = false;     ///< MobileNets V2, and a hidden layer in the head of task A
  bool gates = false;      ///< small MobileNets V3 in their place
};

inline MobileNetSpec tinySpec(int task) {
  MobileNetSpec spec;
  spec.width = 0.125;
  spec.inputSize = 32;
  spec.classes = 10 + task;
  return spec;
}

inline MobileNetSpec madeUpSpec(const MadeUp& wish, int task) {
  MobileNetSpec spec = tinySpec(task);
  if (!wish.blocks) return spec;
  spec.architecture = wish.gates ? Architecture::MobileNetV3Small : Architecture::MobileNetV2;
  if (wish.gates) spec.activation = Activation::ReLU;
  if (task == 0) spec.hidden = {{12, Activation::ReLU}};
  return spec;
}

/// Numbers that differ for every place they may end up in.
inline Score madeUpScore(int step, int task, bool calibrated) {
  const double top1 = 0.9 - 0.01 * step - 0.1 * task - (calibrated ? 0 : 0.2);
  return {1000 + task, top1, top1 + 0.05, 0.3 + 0.01 * step + 0.1 * task};
}

inline Scores madeUpScores(int tasks, int step, bool calibrated) {
  Scores scores;
  for (int t = 0; t < tasks; ++t) scores.push_back(madeUpScore(step, t, calibrated));
  return scores;
}

inline Curve madeUpCurve(int tasks, int iterations, int step, int nanIteration, int layers = layersOf(tinySpec(0))) {
  Curve curve(tasks, layers);
  for (int i = 0; i < iterations; ++i) {
    IterationRecord record;
    const double fall = std::exp(-6.0 * i / iterations) * (1 + 0.2 * step);
    const double noise = 0.1 * std::sin(12.9898 * i * i + step);
    for (int t = 0; t < tasks; ++t) {
      record.crossEntropy.push_back(float((0.4 + 0.3 * t + fall) * (1 + noise)));
      record.l1.push_back(float((0.8 - 0.2 * t + 2 * fall) * (1 + noise)));
      record.total += record.crossEntropy.back() + record.l1.back();
    }
    record.layerL1.assign(std::size_t(tasks * layers), float(0.1 * fall));
    record.learningRate = float(2e-3 * (1 - double(i) / iterations));
    if (i == nanIteration) {
      record.total = record.crossEntropy[0] = record.l1[0] = std::nanf("");
    }
    curve.append(record);
  }
  return curve;
}

inline StepPlan madeUpPlan(StepTarget target, int iterations) {
  StepPlan plan;
  plan.target = target;
  plan.settings.calibration.iterations = iterations;
  return plan;
}

inline void appendMadeUpStep(Session& session, const MadeUp& wish, StepTarget target) {
  const int number = int(session.path().size()) + 1;
  StepResult result;
  result.plan = madeUpPlan(target, wish.iterations);
  result.mergedLayers = session.mergedLayers();
  if (target.mergesLayer()) result.mergedLayers.push_back(target.layerNumber());
  if (wish.evaluated && target.mergesLayer()) result.initialized = madeUpScores(wish.tasks, number, false);
  if (wish.evaluated) result.calibrated = madeUpScores(wish.tasks, number, true);
  result.curve =
      madeUpCurve(wish.tasks, wish.iterations, number, number == 1 ? wish.nanIteration : -1, session.layers());
  result.seconds = 1.5 * number;
  result.calibrationSeconds = number;
  MergedNetwork network = networkAt(session, session.current);
  if (target.mergesLayer()) network.merge(target.layerNumber());
  result.values = valuesOf(network);
  appendStep(session, std::move(result));
}

inline Session madeUpSession(const MadeUp& wish = {}) {
  Session session;
  for (int t = 0; t < wish.tasks; ++t) {
    MobileNet network(madeUpSpec(wish, t), std::uint64_t(t) + 1);
    ModelSource source;
    source.path = t == 0 ? wish.firstModel : "/models/birds-" + std::to_string(t) + ".safetensors";
    source.sha256 = std::string(64, char('a' + t));
    session.teachers.push_back(makeTeacher(network, source));
    session.recipe.sources.push_back({source.path, source.sha256, "/data/task-" + std::to_string(t), "fingerprint"});
  }
  if (wish.evaluated) session.teacherScores = madeUpScores(wish.tasks, 0, true);
  std::vector<StepTarget> targets;
  for (const int layer : wish.layers) targets.push_back(StepTarget::layer(layer));
  if (wish.finetuned) targets.push_back(StepTarget::fineTuning());
  for (const StepTarget target : targets) {
    session.recipe.steps.push_back(madeUpPlan(target, wish.iterations));
    appendMadeUpStep(session, wish, target);
  }
  return session;
}

}  // namespace zipper::test
