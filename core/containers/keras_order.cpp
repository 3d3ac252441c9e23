// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/keras_order.h"

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int layersOfV1 = 13, blocksOfV2 = 16;  // of V2 the first block is called otherwise

}  // namespace

KerasOrder kerasOrderOfV1() {
  KerasOrder order{"MobileNet", {}, "conv_preds"};
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
  KerasOrder order{"MobileNetV2", {}, ""};
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

}  // namespace zipper
