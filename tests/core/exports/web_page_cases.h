// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/exports/inference_graph.h"
#include "core/exports/rounded_weights.h"
#include "exported_v3.h"

namespace zipper::test {

/// Class and task names as strangers have them.
inline const std::vector<std::string> strangeNames{"</script><script>alert(1)</script>",
                                                   "\"quotes\" & 'apostrophes' \\u003c",
                                                   "<!-- \xF0\x9F\xA6\x93 <b>bold</b> -->", "\xD9\x82\xD8\xB7\xD8\xA9"};

struct WebCase {
  std::string name;
  InferenceGraph graph;
  ExportPrecision precision = ExportPrecision::Float32;
};

inline MobileNetSpec webSpec(Architecture architecture, double width, int classes) {
  MobileNetSpec spec = smallSpec(width, 64, classes);
  spec.architecture = architecture;
  return spec;
}

/// V1 with a trunk of three layers.
inline InferenceGraph trunkOfV1() {
  MobileNetSpec a = webSpec(Architecture::MobileNetV1, 0.25, 5), b = webSpec(Architecture::MobileNetV1, 0.25, 7);
  a.padding = b.padding = Padding::Same;
  b.classOffset = 1;
  MergedNetwork network({livelyNetwork(a, 1), livelyNetwork(b, 2)}, BnPolicy::PerTask);
  for (const int layer : {1, 2, 3, 13}) network.merge(layer);
  network.shareTrunk(3);
  network.train(false);
  return inferenceGraph(network);
}

/// One task with other pixels than usual, names of strangers, and probabilities at its end.
inline InferenceGraph strangeV2() {
  MobileNetSpec spec = webSpec(Architecture::MobileNetV2, 0.35, int(strangeNames.size()));
  spec.bnEpsilon = 1e-5;
  spec.hidden = {{20, Activation::ReLU}};
  spec.normalization = {{0.1, 0.2, 0.3}, {0.2, 0.3, 0.4}, ChannelOrder::BGR};
  spec.classNames = strangeNames;
  MobileNet network = livelyNetwork(spec, 3);
  GraphNames names;
  names.softmax = true;
  return inferenceGraph(network, names);
}

inline InferenceGraph featuresOfV1() {
  MobileNet network = livelyNetwork(webSpec(Architecture::MobileNetV1, 0.25, 0), 4);
  return inferenceGraph(network);
}

/// Two inputs, the sample's; a trunk; V2; V3 with squeeze-and-excite; features.
inline std::vector<WebCase> webCases() {
  const ExportedNetworks sample;
  MergedNetwork pair = sample.merged(BnPolicy::PerTask, Padding::Pad1);
  MergedNetwork v3 = pairOfV3(Architecture::MobileNetV3Small, BnPolicy::PerTask, Padding::Same, 0);
  return {{"v1-pair", inferenceGraph(pair), ExportPrecision::Float16},
          {"v1-trunk", trunkOfV1(), ExportPrecision::Float32},
          {"v2-strange", strangeV2(), ExportPrecision::Float16},
          {"v3-pair", inferenceGraph(v3), ExportPrecision::Float32},
          {"v1-features", featuresOfV1(), ExportPrecision::Float16}};
}

/// What the page is to compute.
inline InferenceGraph asWritten(const WebCase& one) {
  return one.precision == ExportPrecision::Float16 ? roundedToHalf(one.graph) : one.graph;
}

/// A batch per task, one for all that have one input.
inline std::vector<torch::Tensor> webImages(const InferenceGraph& graph, int count) {
  torch::manual_seed(5);
  std::vector<torch::Tensor> images;
  for (const GraphTask& task : graph.tasks)
    images.push_back(task.input == graph.tasks.front().input && !images.empty() ? images.front()
                                                                                : randomImages(task.spec, count));
  return images;
}

}  // namespace zipper::test
