// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/batch_loader.h"
#include "support/tiny_v2.h"

namespace zipper::test {

/// A small V3 of few channels, in numbers that fill no vector. With stem stride 1 the last maps of 32x32 images are
/// 2x2, with 2 one pixel.
inline MobileNetSpec tinySpecV3(int classes = 4, int stemStride = 1) {
  MobileNetSpec spec = smallSpec(0.125, 32, classes);
  spec.architecture = Architecture::MobileNetV3Small;
  spec.activation = Activation::ReLU;
  spec.stemStride = stemStride;
  spec.channels = {10, 10, 6, 8,  20, 0, 12, 24, 0,  12, 28, 8,  14, 30, 8,  14, 30, 8,
                   14, 26, 8, 16, 28, 8, 16, 36, 10, 20, 40, 10, 20, 40, 10, 20, 48};
  return spec;
}

/// The images of a data set as the network reads them, at most 64.
inline torch::Tensor imagesFor(const DatasetPtr& data, const MobileNetSpec& spec) {
  LoaderOptions options;
  options.batchSize = 64;
  options.labels = false;
  return BatchLoader(data, spec, options).next()->images;
}

/// Gives a squeeze or an excite the weights and the bias with which its outputs for these inputs [N,C,1,1] vary by
/// about a half around 1, or around numbers from -1 to 1, so that no squeezed channel is dead and no factor 0 or 1.
inline void enliven(ConvUnit& unit, const torch::Tensor& inputs, bool squeezes) {
  const auto z = torch::conv2d(inputs, unit->conv->weight).flatten(1);
  const auto scale = (0.5 / z.std(0).clamp_min(1e-6)).clamp_max(3);
  unit->conv->weight.mul_(scale.view({-1, 1, 1, 1}));
  unit->bias.uniform_(-1.0, 1.0);
  if (squeezes) unit->bias.fill_(1.0);
  unit->bias.sub_(z.mean(0) * scale);
}

/// A network whose batch normalizations and gates fit these images: nothing in it is dead or saturated.
inline MobileNet livelyNetworkV3(const DatasetPtr& data, const MobileNetSpec& spec, std::uint64_t seed = 1) {
  MobileNet network = randomNetwork(spec, seed);
  torch::NoGradGuard noGrad;
  const auto images = imagesFor(data, spec);
  std::vector<torch::Tensor> maps;
  for (int i = 0; i < int(network->units().size()); ++i) {
    ConvUnit& unit = network->unit(i);
    const UnitPlan& planned = network->plan().units[std::size_t(i)];
    const auto input = planned.input < 0 ? images : maps[std::size_t(planned.input)];
    if (unit->options().normalizes) {
      const auto y = unit->convolve(input);
      unit->bn->running_mean.copy_(y.mean({0, 2, 3}));
      unit->bn->running_var.copy_(y.var({0, 2, 3}, false));
    } else {
      enliven(unit, unit->options().pools ? input.mean({2, 3}, true) : input, unit->options().pools);
    }
    maps.push_back(handedOn(network, i, ofOneUnit(network, i, input), maps));
  }
  return network;
}

inline std::vector<MobileNet> livelyNetworksV3(const std::vector<MobileNetSpec>& specs,
                                               const std::vector<TaskData>& data, std::uint64_t seed = 1) {
  std::vector<MobileNet> networks;
  for (std::size_t t = 0; t < specs.size(); ++t) networks.push_back(livelyNetworkV3(data[t].train, specs[t], seed + t));
  return networks;
}

}  // namespace zipper::test
