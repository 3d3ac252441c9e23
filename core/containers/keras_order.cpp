// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/keras_order.h"

#include <algorithm>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int layersOfV1 = 13, blocksOfV2 = 16;  // of V2 the first block is called otherwise

/// `squeezing`: the blocks that have squeeze-and-excite, from 0 on.
KerasOrder orderOfV3(const char* title, int blocks, const std::vector<int>& squeezing) {
  KerasOrder order{title, {}, {"conv_2", "logits"}};
  auto &convolutions = order.names["conv2d"], &depthwise = order.names["depthwise_conv2d"];
  auto& normalizations = order.names["batch_normalization"];
  const auto add = [&](std::vector<std::string>& kind, const std::string& name) {
    kind.push_back(name);
    normalizations.push_back(name + "_bn");
  };
  add(convolutions, "conv");
  for (int i = 0; i < blocks; ++i) {
    const std::string block = i == 0 ? "expanded_conv_" : concat("expanded_conv_", i, "_");
    if (i > 0) add(convolutions, block + "expand");
    add(depthwise, block + "depthwise");
    if (std::find(squeezing.begin(), squeezing.end(), i) != squeezing.end())
      for (const char* part : {"squeeze_excite_conv", "squeeze_excite_conv_1"}) convolutions.push_back(block + part);
    add(convolutions, block + "project");
  }
  add(convolutions, "conv_1");
  return order;
}

}  // namespace

KerasOrder kerasOrderOfV1() {
  KerasOrder order{"MobileNet", {}, {"conv_preds"}};
  auto &convolutions = order.names["conv2d"], &depthwise = order.names["depthwise_conv2d"];
  auto& normalizations = order.names["batch_normalization"];
  convolutions.emplace_back("conv1");
  normalizations.emplace_back("conv1_bn");
  for (int i = 1; i <= layersOfV1; ++i) {
    depthwise.push_back(concat("conv_dw_", i));
    normalizations.push_back(concat("conv_dw_", i, "_bn"));
    convolutions.push_back(concat("conv_pw_", i));
    normalizations.push_back(concat("conv_pw_", i, "_bn"));
  }
  return order;
}

KerasOrder kerasOrderOfV2() {
  KerasOrder order{"MobileNetV2", {}, {}};
  auto &convolutions = order.names["conv2d"], &depthwise = order.names["depthwise_conv2d"];
  auto& normalizations = order.names["batch_normalization"];
  convolutions.emplace_back("Conv1");
  normalizations.emplace_back("bn_Conv1");
  for (int i = 0; i <= blocksOfV2; ++i) {
    const std::string block = i == 0 ? "expanded_conv_" : concat("block_", i, "_");
    if (i > 0) {
      convolutions.push_back(block + "expand");
      normalizations.push_back(block + "expand_BN");
    }
    depthwise.push_back(block + "depthwise");
    normalizations.push_back(block + "depthwise_BN");
    convolutions.push_back(block + "project");
    normalizations.push_back(block + "project_BN");
  }
  convolutions.emplace_back("Conv_1");
  normalizations.emplace_back("Conv_1_bn");
  return order;
}

std::vector<KerasOrder> kerasOrdersOfV3() {
  return {orderOfV3("MobileNetV3Large", 15, {3, 4, 5, 10, 11, 12, 13, 14}), orderOfV3("MobileNetV3Large", 15, {}),
          orderOfV3("MobileNetV3Small", 11, {0, 3, 4, 5, 6, 7, 8, 9, 10}), orderOfV3("MobileNetV3Small", 11, {})};
}

}  // namespace zipper
