// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "core/analysis/layer_overview.h"

namespace zipper::test {

/// How many of each a picture is of.
struct SceneShape {
  int layers = 13, tasks = 2;
};

/// The layers of a MobileNet of width 0.25 on 32x32 images; of more layers than that has, the last ones are alike.
/// `merged` are merged, `inWork` is in work, those in `out` are left out. Mismatch of task t in layer m: 0.01 * m *
/// (t + 1).
inline std::vector<LayerOverview> someLayers(const std::set<int>& merged, int inWork = 0, const std::set<int>& out = {},
                                             SceneShape shape = {}) {
  MobileNetSpec spec;
  spec.width = 0.25;
  spec.inputSize = 32;
  spec.stemStride = 1;
  spec.classes = 10;
  const NetworkPlan plan = planOf(spec);
  std::vector<LayerOverview> layers(std::size_t(shape.layers));
  for (int layer = 1; layer <= shape.layers; ++layer) {
    LayerOverview& one = layers[std::size_t(layer) - 1];
    one.layer = layer;
    one.state = merged.count(layer) ? LayerState::Merged
                : layer == inWork   ? LayerState::InWork
                : out.count(layer)  ? LayerState::LeftOut
                                    : LayerState::Separate;
    const auto pointwise = std::size_t(plan.tap(std::min(layer, plan.layers())));
    one.depthwise = plan.units[pointwise - 1];
    one.pointwise = plan.units[pointwise];
    for (int task = 0; task < shape.tasks; ++task) one.mismatch.push_back(0.01 * layer * (task + 1));
  }
  return layers;
}

/// Layers 1...merged are merged, those up to `trunk` whole.
inline std::vector<LayerOverview> layersWithTrunk(int merged, int trunk, SceneShape shape = {}) {
  std::vector<LayerOverview> layers = someLayers({}, 0, {}, shape);
  for (LayerOverview& layer : layers) {
    if (layer.layer <= merged) layer.state = LayerState::Merged;
    layer.whole = layer.layer <= trunk;
  }
  return layers;
}

}  // namespace zipper::test
