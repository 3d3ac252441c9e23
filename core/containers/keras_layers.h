// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zipper {

struct KerasLayer;

/// The layers of a Keras model, in its order.
struct KerasLayers {
  std::vector<KerasLayer> all;
  /// By the class, and how many of it come before: the index.
  std::map<std::pair<std::string, std::size_t>, std::size_t> places;
};

struct KerasLayer {
  std::string kind;    ///< its class as Keras writes it in paths: "depthwise_conv2d"
  std::string name;    ///< "conv_dw_1"
  KerasLayers layers;  ///< of a model within the model
};

/// "DepthwiseConv2D" -> "depthwise_conv2d". Source: keras/src/utils/naming.py, to_snake_case().
std::string kerasPathName(const std::string& className);

/// The layers of the model that a config.json describes, in their order; none if it doesn't list any. Throws Error for
/// what is no JSON.
KerasLayers layersOfKerasConfig(const std::string& json);

}  // namespace zipper
