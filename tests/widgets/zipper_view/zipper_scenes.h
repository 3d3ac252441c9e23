// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "core/analysis/layer_overview.h"

namespace zipper::test {

inline std::vector<UnitPlan> unitsOfLayer(const NetworkPlan& plan, int layer) {
  return {plan.units.begin() + plan.firstUnitOf(layer), plan.units.begin() + plan.endOfUnitsOf(layer)};
}

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
    one.units = unitsOfLayer(plan, std::min(layer, plan.layers()));
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

/// The layers of a network with blocks; 1...merged are merged.
inline std::vector<LayerOverview> layersOfBlocks(const MobileNetSpec& spec, int merged, int tasks) {
  const NetworkPlan plan = planOf(spec);
  std::vector<LayerOverview> layers = someLayers({}, 0, {}, {plan.layers(), tasks});
  for (LayerOverview& one : layers) {
    one.units = unitsOfLayer(plan, one.layer);
    if (one.layer <= merged) one.state = LayerState::Merged;
  }
  return layers;
}

/// Of a MobileNet V2 of width 0.35 on 64x64 images.
inline std::vector<LayerOverview> blockLayers(int merged = 0, int tasks = 2) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.width = 0.35;
  spec.inputSize = 64;
  spec.classes = 10;
  return layersOfBlocks(spec, merged, tasks);
}

/// Of a MobileNet V3 Large on 64x64 images, some of whose layers have squeeze-and-excite and kernels of 5x5.
inline std::vector<LayerOverview> squeezingLayers(int merged = 0, int tasks = 2) {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV3Large;
  spec.activation = Activation::ReLU;
  spec.inputSize = 64;
  spec.classes = 10;
  return layersOfBlocks(spec, merged, tasks);
}

}  // namespace zipper::test
