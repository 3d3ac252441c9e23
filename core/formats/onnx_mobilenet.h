// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/formats/onnx_graph.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"

namespace zipper {

/// A graph that was found to be a MobileNet V1.
struct OnnxMobileNet {
  /// Under canonical names, with the file's types. A convolution with a bias has a "conv.bias"; where batch
  /// normalization is folded into it, the four tensors of the latter are missing.
  NamedTensors tensors;
  /// What the graph tells. It doesn't hold normalization, class names and class offset.
  MobileNetSpec spec;
  bool knowsEpsilon = false;  ///< false: all batch normalization is folded
  std::vector<std::string> notes;
};

/// Follows the graph from its output to its input. Throws Error that names the node where it stops being a MobileNet
/// V1.
OnnxMobileNet recognizeMobileNet(const OnnxGraph& graph);

}  // namespace zipper
