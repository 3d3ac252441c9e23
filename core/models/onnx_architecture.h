// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_chain.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// A network of the architecture that the order of a graph's first convolutions is that of, which are full, depthwise
/// or pointwise; MobileNet V1 where it is that of none. All else but `expandFirst` keeps its default.
MobileNetSpec likelySpec(OnnxChain& chain);

}  // namespace zipper
