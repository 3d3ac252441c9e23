// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/network/plan.h"

namespace zipper {

/// Epsilon of batch normalization in torchvision's MobileNet V2, 1e-5, and V3, 1e-3. Source: vision/torchvision/models,
/// mobilenetv2.py and mobilenetv3.py, 0.14.1.
double torchvisionEpsilon(Architecture architecture);

/// What torchvision calls a tensor of a network that whyNotTorchvision() has nothing against: a unit, and the part of
/// the key behind its name ("conv.weight", "bn.bias", "bias").
std::string torchvisionName(Architecture architecture, const NetworkPlan& plan, const UnitPlan& unit,
                            const std::string& leaf);

}  // namespace zipper
