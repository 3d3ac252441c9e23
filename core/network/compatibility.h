// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// The first reason why these networks can't be merged (another architecture or variant; other widths: the layer and
/// both shapes; other additions), or an empty string. Stem, depthwise layers and head may differ in everything that is
/// per task.
std::string whyNotMergeable(const std::vector<MobileNetSpec>& tasks);

/// The first reason why these networks can't compute their first layers once for the same image (what differs: input
/// size, channels, normalization, strides, padding, activation), or an empty string.
std::string whyNoTrunk(const std::vector<MobileNetSpec>& tasks);

}  // namespace zipper
