// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>

#include "support/random_networks.h"

namespace zipper::test {

/// A random network whose outputs depend on the image, also where it is as deep as a MobileNet V2: with the usual
/// weights, which are drawn for the number of outputs, what depthwise units hand on becomes smaller from block to
/// block, until only the shifts of batch normalization are left, and any two networks that agree in these would agree.
inline MobileNet livelyNetwork(const MobileNetSpec& spec, std::uint64_t seed) {
  MobileNet network = randomNetwork(spec, seed);
  torch::NoGradGuard noGrad;
  for (ConvUnit& unit : network->units()) {
    torch::Tensor weight = unit->conv->weight;
    weight.normal_(0.0, std::sqrt(2.0 / double(weight.size(1) * weight.size(2) * weight.size(3))));
  }
  for (torch::nn::Linear& layer : network->hidden) {  // few channels, none of which is to be dead
    layer->weight.mul_(0.5);
    layer->bias.uniform_(1.0, 3.0);
  }
  return network;
}

/// How much the logits [N,classes] of different images differ, relative to the largest of them.
inline double spreadOf(const torch::Tensor& logits) {
  return logits.std(0).max().item<double>() / logits.abs().max().item<double>();
}

}  // namespace zipper::test
