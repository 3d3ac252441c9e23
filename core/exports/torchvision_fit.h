// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Why a network of this spec can't be loaded by torchvision.models.mobilenet_v2, mobilenet_v3_large or
/// mobilenet_v3_small, whatever its weights are called: a sentence that says what torchvision's network has, what this
/// one has, and what to do. Empty: it can. Source: vision/torchvision/models, mobilenetv2.py and mobilenetv3.py,
/// 0.14.1.
std::string whyNotTorchvision(const MobileNetSpec& spec);

/// The call that makes torchvision's network for one that can:
/// "torchvision.models.mobilenet_v3_large(num_classes=10, width_mult=0.75)".
std::string torchvisionCall(const MobileNetSpec& spec);

}  // namespace zipper
