// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"

namespace zipper {

/// A graph that was found to be a MobileNet.
struct OnnxMobileNet {
  /// Under canonical names, with the file's types. A convolution with a bias has a "conv.bias"; where batch
  /// normalization is folded into it, the four tensors of the latter are missing.
  NamedTensors tensors;
  /// What the graph tells. It doesn't hold class names and class offset.
  MobileNetSpec spec;
  bool knowsEpsilon = false;                   ///< false: all batch normalization is folded
  bool knowsInputSize = false;                 ///< false: height and width of the input are left open
  bool reversesChannels = false;               ///< before the first convolution
  std::optional<Normalization> normalization;  ///< if it is in the graph
  std::vector<std::string> notes;
};

}  // namespace zipper
