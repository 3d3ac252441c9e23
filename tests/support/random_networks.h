// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/mobilenet.h"
#include "core/support/libtorch.h"

namespace zipper::test {

inline MobileNetSpec smallSpec(double width = 0.25, int inputSize = 32, int classes = 10) {
  MobileNetSpec spec;
  spec.width = width;
  spec.inputSize = inputSize;
  spec.classes = classes;
  return spec;
}

/// A network of the plan in evaluation mode with random weights, and batch normalization that isn't trivial.
inline MobileNet randomNetwork(const MobileNetSpec& spec, const NetworkPlan& plan, std::uint64_t seed) {
  torch::manual_seed(seed);
  MobileNet network(spec, plan, seed);
  torch::NoGradGuard noGrad;
  for (const auto& [key, tensor] : network->state()) {
    auto target = tensor;
    const bool bn = key.find(".bn.") != std::string::npos;
    if (bn && key.find("running_var") != std::string::npos) target.uniform_(0.5, 1.5);
    if (bn && key.find("running_mean") != std::string::npos) target.normal_(0.0, 0.1);
    if (bn && key.find("bn.weight") != std::string::npos) target.uniform_(0.7, 1.3);
    if (bn && key.find("bn.bias") != std::string::npos) target.normal_(0.3, 0.2);
    for (const char* bias : {"squeeze.bias", "excite.bias"})
      if (key.find(bias) != std::string::npos) target.normal_(0.0, 0.5);
    if (key == "head.weight") target.normal_(0.0, 0.2);
  }
  network->eval();
  return network;
}

inline MobileNet randomNetwork(const MobileNetSpec& spec, std::uint64_t seed) {
  return randomNetwork(spec, planOf(spec), seed);
}

inline torch::Tensor randomImages(const MobileNetSpec& spec, int count) {
  return torch::randn({count, spec.inputChannels, spec.inputSize, spec.inputSize})
      .contiguous(torch::MemoryFormat::ChannelsLast);
}

/// A random network whose running statistics are those of random images, so that its maps stay about 1 in all layers.
/// In the others those of a V3 grow to hundreds, where hard sigmoids are so steep that float32 has few digits left.
inline MobileNet settledNetwork(const MobileNetSpec& spec, const NetworkPlan& plan, std::uint64_t seed) {
  MobileNet network = randomNetwork(spec, plan, seed);
  torch::NoGradGuard noGrad;
  for (ConvUnit& unit : network->units())
    if (unit->bn) unit->bn->options.momentum(1.0);
  network->train();
  network->forward(randomImages(spec, 8));
  network->eval();
  return network;
}

inline MobileNet settledNetwork(const MobileNetSpec& spec, std::uint64_t seed) {
  return settledNetwork(spec, planOf(spec), seed);
}

}  // namespace zipper::test
