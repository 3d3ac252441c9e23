// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

enum class LayerKind { Stem, Depthwise, Pointwise, Head };

/// One row of the layer table. Convolutions include their batch normalization.
struct LayerInfo {
  int layer = 0;  ///< 0 for the stem, 1...13 for blocks, 14 for the head
  LayerKind kind = LayerKind::Stem;
  std::string name;  ///< key prefix in a state dict, e.g. "layers.3.pointwise"
  int inputChannels = 0;
  int outputChannels = 0;
  int kernel = 1;
  int stride = 1;
  int inputSize = 0;            ///< height = width of the input feature map
  int outputSize = 0;           ///< height = width of the output feature map
  std::int64_t parameters = 0;  ///< trainable: weights, bias, BN scale and shift
  std::int64_t buffers = 0;     ///< BN running mean and variance
  std::int64_t macs = 0;        ///< multiply-accumulates of the convolution or head for one image
};

std::string toString(LayerKind kind);

/// Stem, then depthwise and pointwise of blocks 1...13, then the head if there is one.
std::vector<LayerInfo> layerTable(const MobileNetSpec& spec);

/// Sums over the table.
struct Cost {
  std::int64_t parameters = 0;
  std::int64_t buffers = 0;
  std::int64_t macs = 0;
};
Cost totalCost(const MobileNetSpec& spec);

/// Whether batch normalization (scale, shift, running statistics) of a merged pointwise layer is one for all tasks, as
/// in the paper, or one per task.
enum class BnPolicy { Shared, PerTask };
std::string toString(BnPolicy policy);
BnPolicy bnPolicyFromString(const std::string& text);

}  // namespace zipper
