// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// In place of the output of a class, which is 0 ... spec.classes-1, background counted: it has none.
inline constexpr int noOutput = -1;
/// In recipes only: somebody has said that the class is to be left out, while noOutput says that none was found.
inline constexpr int leftOutOnPurpose = -2;
/// The outputs that somebody has said, as a recipe holds them.
std::vector<int> asSaid(std::vector<int> outputs);

/// The names of the outputs behind the background; none if the network has none.
std::vector<std::string> outputNames(const MobileNetSpec& spec);

}  // namespace zipper
