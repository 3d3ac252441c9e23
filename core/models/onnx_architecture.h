// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/models/onnx_chain.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What a graph looks like.
struct OnnxLikeness {
  /// Of the architecture; all else but `expandFirst` and `minimalistic` keeps its default. MobileNet V1 if it is none.
  MobileNetSpec spec;
  bool isOne = false;     ///< its convolutions begin like those of that architecture
  bool hasBlocks = true;  ///< false: it has convolutions, but none of them is depthwise

  /// "MobileNet V3 Large (minimalistic)"; all that are known if it is none of them.
  std::string title() const;
};

/// By the order of a graph's convolutions, which are full, depthwise or pointwise. V2 and V3 begin alike: a V3 has 5x5
/// depthwise convolutions, or 11 or 15 of 3x3.
OnnxLikeness likenessOf(OnnxChain& chain);

}  // namespace zipper
