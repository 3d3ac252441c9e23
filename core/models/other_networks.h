// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// Why a file with such names is a network that can't be merged: "this is MobileNet V4 (timm); only ..."; empty
/// if none of those that are known has them.
std::string otherNetworkOf(const std::vector<std::string>& names);

}  // namespace zipper
