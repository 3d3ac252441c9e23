// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session_network.h"

#include "core/session/network_values.h"

namespace zipper {

MobileNet teacherNetwork(const Teacher& teacher) {
  MobileNet network(teacher.spec);
  network->loadState(teacher.values->state);
  network->eval();
  return network;
}

Teacher makeTeacher(MobileNet& network, const ModelSource& source) {
  return {network->spec(), source, valuesOf(network)};
}

void shareAsAt(const StepResult& step, MergedNetwork& network) {
  for (int layer : step.mergedLayers) network.merge(layer);
  network.shareTrunk(step.trunk);
}

MergedNetwork networkAt(const Session& session, int step) {
  std::vector<MobileNet> teachers;
  for (const Teacher& teacher : session.teachers) teachers.push_back(teacherNetwork(teacher));
  MergedNetwork network(teachers, session.recipe.bnPolicy);
  if (step >= 0) {
    const StepResult& result = *session.steps.at(std::size_t(step));
    shareAsAt(result, network);
    network.loadState(result.values->state);
  }
  network.train(false);
  return network;
}

}  // namespace zipper
