// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// The first reason why these networks can't be merged (other widths: the layer and both
/// shapes), or an empty string. Stem, depthwise layers and head may differ in everything that is per task.
std::string whyNotMergeable(const std::vector<MobileNetSpec>& tasks);

/// The first reason why these networks can't compute their first layers once for the same image (what differs: input
/// size, channels, normalization, stem stride, padding, activation), or an empty string.
std::string whyNoTrunk(const std::vector<MobileNetSpec>& tasks);

}  // namespace zipper
