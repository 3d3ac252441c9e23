// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network_plan.h"

namespace zipper {

/// Stem, 13 layers of a depthwise and a pointwise convolution, head: a chain whose pointwise convolutions are merged.
/// Source: Howard et al., "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications", 2017,
/// table 1.
NetworkPlan mobileNetV1(const MobileNetSpec& spec);

/// Channels of a layer that has `channels` at width 1.0: truncated like TF-slim, at least 8.
int scaledChannels(int channels, double width);

}  // namespace zipper
