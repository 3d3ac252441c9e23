// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// MobileNetSpec::strides of a V2 or V3 by the strides of its depthwise convolutions, in their order, 0 where one isn't
/// known; empty if they are the usual ones or not all known. Throws Error that names the block if one of a V2 that
/// begins no row has another stride than 1.
std::vector<int> stridesOfDepthwise(Architecture architecture, const std::vector<int>& depthwise);

}  // namespace zipper
