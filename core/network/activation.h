// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// What a unit puts its batch normalization, or its bias, through: max(x, 0), ReLU6 min(max(x, 0), 6), nothing, the
/// hard swish x relu6(x + 3) / 6, the hard sigmoid relu6(x + 3) / 6. A spec has one of the first two. Source of the
/// last two: Howard et al., "Searching for MobileNetV3", 2019, section 5.2.
enum class Activation { ReLU, ReLU6, None, HardSwish, HardSigmoid };

/// "relu", "relu6", "none", "hard-swish", "hard-sigmoid".
std::string toString(Activation activation);
/// Back, for a network: Error for another one than the first two. For a hidden layer of a head: for the hard sigmoid.
Activation activationFromString(const std::string& text);
Activation hiddenActivationFromString(const std::string& text);

/// Whether it is the identity between two bounds, or nothing at all.
bool cutsOff(Activation activation);
/// Of one that does: where it cuts off above: 6, or infinity; and below: 0, or minus infinity.
float capOf(Activation activation);
float floorOf(Activation activation);

}  // namespace zipper
