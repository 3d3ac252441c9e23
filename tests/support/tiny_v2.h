// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <numeric>

#include "core/merging/alignment.h"
#include "core/support/random.h"
#include "support/tiny_session.h"

namespace zipper::test {

/// A V2 of few channels, in numbers that fill no vector. With stem stride 1 the last maps of 32x32 images are 2x2, with
/// 2 one pixel.
inline MobileNetSpec tinySpecV2(int classes = 4, int stemStride = 1) {
  MobileNetSpec spec = smallSpec(0.125, 32, classes);
  spec.architecture = Architecture::MobileNetV2;
  spec.stemStride = stemStride;
  spec.channels = {10, 6, 8, 8, 12, 16, 16, 24, 40};
  return spec;
}

/// Networks whose batch normalizations fit the data, so that no channel is dead: as many as there are data sets.
inline std::vector<MobileNet> livelyNetworksV2(const std::vector<MobileNetSpec>& specs,
                                               const std::vector<TaskData>& data, std::uint64_t seed = 1) {
  std::vector<MobileNet> networks;
  std::vector<DatasetPtr> images;
  for (std::size_t t = 0; t < specs.size(); ++t) {
    networks.push_back(randomNetwork(specs[t], seed + t));
    images.push_back(data[t].train);
  }
  MergedNetwork network(networks, BnPolicy::PerTask);
  reestimateStatistics(network, {images, 64, 16, 1});
  network.train(false);
  for (std::size_t t = 0; t < specs.size(); ++t) networks[t] = network.task(int(t));
  return networks;
}

/// One for the data of one task.
inline MobileNet livelyNetworkV2(const TaskData& data, const MobileNetSpec& spec = tinySpecV2()) {
  return livelyNetworksV2({spec, spec}, {data, data}).front();
}

inline std::vector<int> shuffledChannels(int channels, Random& random) {
  std::vector<int> order(std::size_t(channels), 0);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  return order;
}

/// Puts the channels of every space into another order; the orders by space.
inline std::vector<std::vector<int>> shuffleSpaces(MobileNet& network, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::vector<int>> orders;
  for (const Space& space : network->plan().spaces) {
    orders.push_back(shuffledChannels(space.channels, random));
    permuteSpace(network, int(orders.size()) - 1, orders.back());
  }
  return orders;
}

/// What a unit puts out before its activation for what it reads.
inline torch::Tensor ofOneUnit(MobileNet& network, int unit, const torch::Tensor& maps) {
  const UnitKind kind = network->plan().units[std::size_t(unit)].kind;
  ConvUnit& own = network->unit(unit);
  if (kind == UnitKind::Squeeze) return torch::conv2d(maps.mean({2, 3}, true), own->conv->weight, own->bias);
  if (kind == UnitKind::Excite) return torch::conv2d(maps, own->conv->weight, own->bias);
  return own->bn->forward(own->convolve(maps));
}

/// What a unit hands on if this is what it puts out before its activation. `maps`: of the units before it.
inline torch::Tensor handedOn(MobileNet& network, int unit, const torch::Tensor& z,
                              const std::vector<torch::Tensor>& maps) {
  const UnitPlan& planned = network->plan().units[std::size_t(unit)];
  auto y = network->unit(unit)->activate(z);
  if (planned.gated >= 0) y = y * maps[std::size_t(planned.gated)];
  return planned.addend >= 0 ? y + maps[std::size_t(planned.addend)] : y;
}

/// What the units of the plan hand on, one after the other, computed here; `replaced` stands for what the unit puts out
/// before its activation. The last entry is what the head makes of it.
inline std::vector<torch::Tensor> mapsOfUnits(MobileNet& network, const torch::Tensor& images, int unit = -1,
                                              const torch::Tensor& replaced = {}) {
  const NetworkPlan& plan = network->plan();
  std::vector<torch::Tensor> maps;
  for (int i = 0; i < int(network->units().size()); ++i) {
    const int read = plan.units[std::size_t(i)].input;
    const auto& input = read < 0 ? images : maps[std::size_t(read)];
    maps.push_back(handedOn(network, i, i == unit ? replaced : ofOneUnit(network, i, input), maps));
  }
  auto x = maps.back().mean({2, 3});
  for (std::size_t i = network->units().size(); i < plan.units.size(); ++i) {
    torch::nn::Linear layer = network->headLayers()[i - network->units().size()];
    x = activate(layer->forward(x), plan.units[i].activation);
  }
  maps.push_back(x);
  return maps;
}

/// What a unit puts out before its activation, for the maps of mapsOfUnits().
inline torch::Tensor beforeActivationOf(MobileNet& network, int unit, const torch::Tensor& images) {
  const int input = network->plan().units[std::size_t(unit)].input;
  return ofOneUnit(network, unit, input < 0 ? images : mapsOfUnits(network, images)[std::size_t(input)]);
}

}  // namespace zipper::test
