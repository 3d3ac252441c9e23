// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// What a unit puts its batch normalization through: max(x, 0), ReLU6 min(max(x, 0), 6), or nothing. A spec has one of
/// the first two.
enum class Activation { ReLU, ReLU6, None };

/// "relu", "relu6", "none"; and back, Error for another one or for "none".
std::string toString(Activation activation);
Activation activationFromString(const std::string& text);

/// Where it cuts off above: 6, or infinity; and below: 0, or minus infinity.
float capOf(Activation activation);
float floorOf(Activation activation);

}  // namespace zipper
