// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>

#include "core/network/network_plan.h"

namespace zipper {

/// Output channels of the stem, of the seven rows and of the last convolution.
using ChannelsOfV2 = std::array<int, 9>;

/// Stem, 17 inverted residual blocks in seven rows, a last pointwise convolution, head. A block is [expand,] depthwise,
/// project, the last without an activation; its input is added where the shapes allow. A layer is a block, whose expand
/// and project are merged; the 18th is the last convolution. Source: Sandler et al., "MobileNetV2: Inverted Residuals
/// and Linear Bottlenecks", 2018, table 2.
NetworkPlan mobileNetV2(const MobileNetSpec& spec);

/// The layers with which the seven rows begin, from 1 on.
std::array<int, 7> firstLayersOfRows();

/// The channels of a width as TF-slim, Keras and torchvision round them: to multiples of 8, at least 90 % of what was
/// asked for; the last convolution has at least 1280.
ChannelsOfV2 channelsOfV2(double width);
/// The width whose channels these are: one of those that networks are published in or a multiple of 0.05, or 0.
double widthOfV2(const ChannelsOfV2& channels);

/// The strides of the rows: those of the spec, or the usual ones.
std::array<int, 7> stridesOfV2(const MobileNetSpec& spec);

/// `channels` as a multiple of 8, at least 8 and at least 90 % of it.
int multipleOfEight(double channels);

}  // namespace zipper
