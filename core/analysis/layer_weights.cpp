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

BnValues bnOf(const NamedTensors& values, const UnitPlan& planned) {
  const std::string& unit = planned.name;
  if (planned.kind == UnitKind::Head) return {};
  if (!planned.normalizes()) return {{}, namedNumbers(values, unit + ".bias"), {}, {}};
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
    if (hasMatrix(unit)) {
      const char* weight = unit.kind == UnitKind::Head ? ".weight" : ".conv.weight";
      weights.matrices.push_back({partOf(unit), matrixOf(values, unit.name + weight), bnOf(values, unit)});
    } else {
      weights.kernels = kernelsOf(values, unit.name);
      weights.kernelBn = bnOf(values, unit);
    }
  }
  return weights;
}

/// Whether an alignment has put channels that a unit of the layer reads or writes into another order.
bool isMatched(const Session& session, int step, int layer) {
  for (int t = 0; t < session.taskCount(); ++t)
    for (const UnitPlan& unit : unitsOf(session.teachers[std::size_t(t)].spec)) {
      if (unit.layer != layer) continue;
      for (const int space : {unit.inputSpace, unit.outputSpace})
        if (space >= 0 && !channelMatch(session, step, t, space).empty()) return true;
    }
  return false;
}

/// A network is only built where channels have to be put in order.
NamedTensors teacherState(const Session& session, int step, int task) {
  bool ordered = false;
  const int spaces = int(planOf(session.teachers[std::size_t(task)].spec).spaces.size());
  for (int space = 0; space < spaces; ++space) ordered = ordered || !channelMatch(session, step, task, space).empty();
  return ordered ? alignedTeacher(session, step, task)->state() : session.teachers[std::size_t(task)].values->state;
}

}  // namespace

bool hasMatrix(const UnitPlan& unit) { return unit.kind != UnitKind::Stem && unit.kind != UnitKind::Depthwise; }

std::string partOf(const UnitPlan& unit) { return unit.kind == UnitKind::Head ? unit.name : unit.role(); }

const MatrixWeights& UnitWeights::matrix(const std::string& part) const {
  static const MatrixWeights none;
  const auto found =
      std::find_if(matrices.begin(), matrices.end(), [&](const MatrixWeights& one) { return one.part == part; });
  return found == matrices.end() ? none : *found;
}

std::vector<std::string> LayerWeights::parts() const {
  std::vector<std::string> names;
  for (const UnitWeights& teacher : teachers)
    if (teacher.matrices.size() > names.size()) {  // hidden layers come before the last one, which all heads have
      names.clear();
      for (const MatrixWeights& one : teacher.matrices) names.push_back(one.part);
    }
  return names;
}

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
