// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/exports/inference_graph.h"
#include "exported_v3.h"
#include "support/lively_networks.h"

namespace zipper::test {

inline const ExportMetadata recipeOfTfjs{{"zipper.recipe", R"({"a": "ü"})"}};

/// A model that was written, and what it is to compute.
struct WrittenTfjs {
  std::string name, path;
  InferenceGraph graph;
  std::vector<MobileNet> tasks;
  std::vector<torch::Tensor> images, expected;  ///< one a task
  bool softmax = false, isHalf = false;

  std::vector<torch::Tensor> imagesOfInputs() const {
    return graph.tasks.size() > 1 && graph.tasks[0].input == graph.tasks[1].input
               ? std::vector<torch::Tensor>{images.front()}
               : images;
  }
};

inline MobileNetSpec tinySpecV1(int classes) {
  MobileNetSpec spec = smallSpec(0.125, 32, classes);
  spec.stemStride = 1;
  return spec;
}

inline std::vector<MobileNet> livelyTasks(const std::vector<MobileNetSpec>& specs) {
  std::vector<MobileNet> tasks;
  for (const MobileNetSpec& spec : specs) tasks.push_back(livelyNetwork(spec, tasks.size() + 1));
  return tasks;
}

inline MergedNetwork mergedAt(const std::vector<int>& layers, const std::vector<MobileNetSpec>& specs, BnPolicy policy,
                              int trunk = 0) {
  MergedNetwork network(livelyTasks(specs), policy);
  for (const int layer : layers) network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

/// Two tasks that share the weights of three layers and nothing else, not even the size of their images.
inline MergedNetwork tfjsPairOfV1(Padding padding) {
  MobileNetSpec a = tinySpecV1(4), b = tinySpecV1(3);
  a.padding = b.padding = padding;
  b.activation = Activation::ReLU;
  b.bnEpsilon = 2e-3;
  b.inputSize = 41;
  b.classNames = {"eins", "zwei", "drei"};
  return mergedAt({1, 2, 13}, {a, b}, BnPolicy::PerTask);
}

inline MergedNetwork tfjsTrunkOfV1(int tasks, BnPolicy policy) {
  std::vector<MobileNetSpec> specs;
  for (int t = 0; t < tasks; ++t) {
    specs.push_back(tinySpecV1(3 + t));
    specs.back().bnEpsilon = 1e-3 * (t + 1);  // the trunk has that of the first
  }
  return mergedAt({1, 2, 3, 5}, specs, policy, 2);
}

inline MergedNetwork tfjsPairOfV2(Padding padding, int trunk) {
  MobileNetSpec a = smallSpec(0.35, 64, 4);
  a.architecture = Architecture::MobileNetV2;
  a.bnEpsilon = 1e-5;
  a.padding = padding;
  MobileNetSpec b = a;
  a.hidden = {{6, Activation::ReLU}};
  b.hidden = {{5, Activation::ReLU6}, {4, Activation::None}};
  return mergedAt({1, 2, 3, 18}, {a, b}, BnPolicy::PerTask, trunk);
}

inline MergedNetwork tfjsPairOfV3(BnPolicy policy, Padding padding, int trunk) {
  return pairOfV3(Architecture::MobileNetV3Small, policy, padding, trunk);
}

inline MobileNetSpec oddSpec(int classes) {
  MobileNetSpec spec = tinySpecV1(classes);
  spec.inputSize = 45;
  spec.inputChannels = 1;
  spec.normalization = {{0.5}, {0.25}, ChannelOrder::RGB};
  if (classes > 0) spec.classNames = {"<one>", "two"};
  return spec;
}

}  // namespace zipper::test
