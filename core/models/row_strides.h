// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace zipper {

/// The strides of the rows of a MobileNet V2 (MobileNetSpec::strides) by those of its depthwise convolutions, in their
/// order, 0 where one isn't known; empty if they are the usual ones or not all known. Throws Error that names the block
/// if one that begins no row has another stride than 1.
std::vector<int> stridesOfRows(const std::vector<int>& depthwise);

}  // namespace zipper
