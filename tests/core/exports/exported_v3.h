// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exported_networks.h"
#include "support/lively_networks.h"
#include "support/specs_v3.h"

namespace zipper::test {

inline const ExportMetadata recipeOfV3{{"zipper.recipe", "{\"a\": 1}"}};

/// Of width 0.35, for images of 64x64.
inline MobileNetSpec narrowV3(Architecture architecture, int classes) {
  MobileNetSpec spec = specV3(architecture, 0.35);
  spec.inputSize = 64;
  spec.classes = classes;
  return spec;
}

/// Two tasks whose heads have hidden layers. Squeeze-and-excite is in layers 1 and 5 of the merged ones of a small
/// network, in layer 4 of a large one. A trunk of 3 ends behind an addition.
inline MergedNetwork pairOfV3(Architecture architecture, BnPolicy policy, Padding padding, int trunk) {
  MobileNetSpec a = narrowV3(architecture, 4), b = narrowV3(architecture, 3);
  a.hidden = {{6, Activation::HardSwish}};
  b.hidden = {{5, Activation::HardSwish}, {4, Activation::None}};
  a.padding = b.padding = padding;
  MergedNetwork network({livelyNetwork(a, 1), livelyNetwork(b, 2)}, policy);
  const bool isSmall = architecture == Architecture::MobileNetV3Small;
  for (const int layer : isSmall ? std::vector<int>{1, 2, 3, 5, 12} : std::vector<int>{1, 2, 3, 4, 16})
    network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

/// Images for each task.
inline std::vector<torch::Tensor> batchesFor(MergedNetwork& network, int count, std::uint64_t seed = 1) {
  torch::manual_seed(seed);
  std::vector<torch::Tensor> images;
  for (int t = 0; t < network.taskCount(); ++t) images.push_back(randomImages(network.task(t)->spec(), count));
  return images;
}

/// For what is rounded to integers: see runQuantized().
inline std::vector<torch::Tensor> inFloat64(const std::vector<torch::Tensor>& images) {
  std::vector<torch::Tensor> exact;
  for (const torch::Tensor& batch : images) exact.push_back(batch.to(torch::kDouble));
  return exact;
}

}  // namespace zipper::test
