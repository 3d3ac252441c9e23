// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/plain_session.h"

namespace zipper::test {

/// Sessions of plain_session.h for MobileNet V2, whose layers have several units.

inline MobileNetSpec blockSpec(int task) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.width = 0.35;
  spec.inputSize = 32;
  spec.classes = 3 + task;
  return spec;
}

/// The plan merges all 18 layers; nothing is done yet.
inline Session blockSession(int tasks = 2) {
  Session session;
  for (int t = 0; t < tasks; ++t) {
    session.teachers.push_back({blockSpec(t), {}, nullptr});
    session.recipe.sources.push_back({"/models/" + taskName(t) + ".safetensors", "", "/data/" + taskName(t), ""});
  }
  for (int layer = 1; layer <= session.layers(); ++layer)
    session.recipe.steps.push_back({StepTarget::layer(layer), {}});
  return session;
}

/// Appends a step that merges the layer, behind the current one, and goes there.
inline void addBlockStep(Session& session, int layer, std::vector<ChannelMatch> matches = {}) {
  StepResult result;
  result.plan.target = StepTarget::layer(layer);
  result.mergedLayers = session.mergedLayers();
  result.mergedLayers.push_back(layer);
  result.channelMatches = std::move(matches);
  result.curve = plainCurve(session.taskCount(), 20, session.layers());
  appendStep(session, std::move(result));
}

}  // namespace zipper::test
