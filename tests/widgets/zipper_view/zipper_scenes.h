// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <set>
#include <vector>

#include "core/analysis/layer_overview.h"

namespace zipper::test {

/// The layers of a MobileNet of width 0.25 on 32x32 images; `merged` are merged, `inWork` is in work, those in `out`
/// are left out. Mismatch of task t in layer m: 0.01 * m * (t + 1).
inline std::vector<LayerOverview> someLayers(const std::set<int>& merged, int inWork = 0,
                                             const std::set<int>& out = {}) {
  MobileNetSpec spec;
  spec.width = 0.25;
  spec.inputSize = 32;
  spec.stemStride = 1;
  spec.classes = 10;
  const std::vector<LayerInfo> table = layerTable(spec);
  std::vector<LayerOverview> layers(layerCount);
  for (int layer = 1; layer <= layerCount; ++layer) {
    LayerOverview& one = layers[std::size_t(layer) - 1];
    one.layer = layer;
    one.state = merged.count(layer) ? LayerState::Merged
                : layer == inWork   ? LayerState::InWork
                : out.count(layer)  ? LayerState::LeftOut
                                    : LayerState::Separate;
    one.depthwise = table[std::size_t(2 * layer - 1)];
    one.pointwise = table[std::size_t(2 * layer)];
    one.mismatch = {0.01 * layer, 0.02 * layer};
  }
  return layers;
}

/// Layers 1...merged are merged, those up to `trunk` whole.
inline std::vector<LayerOverview> layersWithTrunk(int merged, int trunk) {
  std::vector<LayerOverview> layers = someLayers({});
  for (LayerOverview& layer : layers) {
    if (layer.layer <= merged) layer.state = LayerState::Merged;
    layer.whole = layer.layer <= trunk;
  }
  return layers;
}

}  // namespace zipper::test
