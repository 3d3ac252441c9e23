// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/layer_weights.h"

#include <algorithm>

#include "core/analysis/task_values.h"
#include "core/analysis/tensor_numbers.h"
#include "core/merging/alignment.h"
#include "core/support/error.h"

namespace zipper {

namespace {

std::vector<float> namedNumbers(const NamedTensors& values, const std::string& name) {
  const auto tensor = find(values, name);
  return tensor.defined() ? numbersOf(tensor) : std::vector<float>{};
}

BnValues bnOf(const NamedTensors& values, const std::string& unit) {
  return {namedNumbers(values, unit + ".bn.weight"), namedNumbers(values, unit + ".bn.bias"),
          namedNumbers(values, unit + ".bn.running_mean"), namedNumbers(values, unit + ".bn.running_var")};
}

FloatArray kernelsOf(const NamedTensors& values, const std::string& unit) {
  const auto tensor = find(values, unit + ".conv.weight");
  if (!tensor.defined()) return {};
  return {{tensor.size(0) * tensor.size(1), tensor.size(2), tensor.size(3)}, numbersOf(tensor)};
}

FloatArray matrixOf(const NamedTensors& values, const std::string& name) {
  const auto tensor = find(values, name);
  if (!tensor.defined()) return {};
  return {{tensor.size(0), tensor.size(1)}, numbersOf(tensor)};
}

/// `layer`: one more than there are is the head.
UnitWeights unitOf(const NamedTensors& values, const std::vector<UnitPlan>& units, int layer) {
  UnitWeights weights;
  for (const UnitPlan& unit : units) {
    if (unit.layer != layer) continue;
    if (unit.kind == UnitKind::Head) {
      weights.matrix = matrixOf(values, unit.name + ".weight");
    } else if (unit.kind == UnitKind::Pointwise) {
      weights.matrix = matrixOf(values, unit.name + ".conv.weight");
      weights.matrixBn = bnOf(values, unit.name);
    } else {
      weights.kernels = kernelsOf(values, unit.name);
      weights.kernelBn = bnOf(values, unit.name);
    }
  }
  return weights;
}

/// Whether an alignment has put channels that go into the layer or come out of it into another order.
bool isMatched(const Session& session, int step, int layer) {
  bool matched = false;
  for (int t = 0; t < session.taskCount(); ++t)
    for (int side = std::max(layer - 1, 0); side <= std::min(layer, session.layers()); ++side)
      matched = matched || !channelMatch(session, step, t, side).empty();
  return matched;
}

/// A network is only built where channels have to be put in order.
NamedTensors teacherState(const Session& session, int step, int task) {
  bool ordered = false;
  for (int layer = 0; layer <= session.layers(); ++layer)
    ordered = ordered || !channelMatch(session, step, task, layer).empty();
  return ordered ? alignedTeacher(session, step, task)->state() : session.teachers[std::size_t(task)].values->state;
}

}  // namespace

LayerWeights layerWeights(const Session& session, int step, int layer) {
  if (layer < 0 || layer > session.layers() + 1)
    fail("layer ", layer, ": there are layers 0 (stem) to ", session.layers() + 1, " (head)");
  LayerWeights weights;
  weights.layer = layer;
  weights.step = std::max(step, -1);
  if (step >= 0) valuesAt(session, step);  // throws if there is no such step
  weights.matched = isMatched(session, step, layer);
  const std::vector<MobileNetSpec> specs = session.specs();
  const auto unitsOfTask = [&](int task) { return unitsOf(specs[std::size_t(task)]); };
  for (int t = 0; t < session.taskCount(); ++t)
    weights.teachers.push_back(unitOf(teacherState(session, step, t), unitsOfTask(t), layer));
  weights.network = weights.teachers;
  if (step < 0) return weights;
  const NetworkValues& values = valuesAt(session, step);
  for (int t = 0; t < session.taskCount(); ++t)
    weights.network[std::size_t(t)] = unitOf(taskValues(values, t), unitsOfTask(t), layer);
  const auto& merged = session.steps[std::size_t(step)]->mergedLayers;
  weights.merged = std::find(merged.begin(), merged.end(), layer) != merged.end();
  return weights;
}

}  // namespace zipper
