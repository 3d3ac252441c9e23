// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// The formats that loadModel() recognizes, as people call them.
std::vector<std::string> modelFormatNames();

}  // namespace zipper
