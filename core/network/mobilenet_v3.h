// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/network/network_plan.h"

namespace zipper {

/// Channels of a V3: put out by the stem; of each block the expanded ones (of the first block without an expanding
/// convolution: those of the stem), the squeezed ones (0: the block has no squeeze-and-excite), those put out; put out
/// by the last convolution. As MobileNetSpec::channels has them: one list, 47 numbers or, of a small network, 35.
using ChannelsOfV3 = std::vector<int>;

/// Stem, 15 blocks (of a small network 11), a last pointwise convolution, head. A block is [expand,] depthwise,
/// [squeeze, excite,] project, the last without an activation; its input is added where the shapes allow. A layer is a
/// block, whose expand, squeeze-and-excite and project are merged; the last layer is the last convolution. Source:
/// Howard et al., "Searching for MobileNetV3", 2019, tables 1 and 2. Minimalistic: TF-slim's variant.
NetworkPlan mobileNetV3(const MobileNetSpec& spec);

/// How many blocks it has: 15, 11.
int blocksOfV3(Architecture architecture);
/// Of a block, from 0 on, as the paper has it.
int kernelOfV3(Architecture architecture, int block);
bool squeezesInV3(Architecture architecture, int block);

/// The channels of a width as torchvision rounds them: to multiples of 8, at least 90 % of what was asked for; the
/// squeezed ones are a quarter of the expanded ones, those of the last convolution six times what it reads.
ChannelsOfV3 channelsOfV3(Architecture architecture, double width, bool minimalistic);
/// The width whose blocks put out what these put out: one of those that networks are published in or a multiple of
/// 0.05, or 0. Publishers differ in stem, squeezed channels and last convolution.
double widthOfV3(Architecture architecture, const ChannelsOfV3& channels);
/// Channels of the hidden layer of the head that published networks have.
int hiddenOfV3(Architecture architecture, double width);

/// The strides of the blocks: those of the spec, or the usual ones.
std::vector<int> stridesOfV3(const MobileNetSpec& spec);

/// Error naming what only a V3 has and is wrong. `mostChannels`: of one convolution.
void validateV3(const MobileNetSpec& spec, int mostChannels);

}  // namespace zipper
