// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/network/plan.h"

namespace zipper {

/// What torchvision.models.mobilenet_v2 takes for granted. Source: vision/torchvision/models/mobilenetv2.py, 0.14.1.
inline constexpr double torchvisionEpsilon = 1e-5;

/// Why a network of this spec can't be loaded by torchvision.models.mobilenet_v2, whatever its weights are called: a
/// sentence that says what torchvision's network has, what this one has, and what to do. Empty: it can.
std::string whyNotTorchvision(const MobileNetSpec& spec);

/// The width_mult of a network that can.
double torchvisionWidth(const MobileNetSpec& spec);

/// What torchvision calls a tensor of such a network: a unit, and the part of the key behind its name ("conv.weight",
/// "bn.bias", "bias").
std::string torchvisionName(const NetworkPlan& plan, const UnitPlan& unit, const std::string& leaf);

}  // namespace zipper
