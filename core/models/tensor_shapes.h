// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/models/scheme_network.h"

namespace zipper {

/// Throws Error that names the key in the file and both shapes unless a tensor of the network has this shape. One that
/// isn't there is an error, too, unless it is optional.
void checkShape(const SchemeNetwork& network, const std::string& key, const std::vector<std::int64_t>& expected,
                bool optional = false);

}  // namespace zipper
