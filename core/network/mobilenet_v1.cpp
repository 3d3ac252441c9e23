// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_v1.h"

#include <algorithm>
#include <array>

#include "core/network/plan_builder.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int layerCount = 13;
/// Behind the stem and behind each layer, at width 1.0.
constexpr std::array<int, layerCount + 1> channelsAtWidthOne{32,  64,  128, 128, 256, 256,  512,
                                                             512, 512, 512, 512, 512, 1024, 1024};
/// Of the depthwise convolutions; the stem's is in the spec.
constexpr std::array<int, layerCount> strides{1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1};

}  // namespace

int scaledChannels(int channels, double width) { return std::max(8, int(channels * width)); }

NetworkPlan mobileNetV1(const MobileNetSpec& spec) {
  PlanBuilder builder(spec);
  int channels = scaledChannels(channelsAtWidthOne[0], spec.width);
  builder.convolution("stem", UnitKind::Stem, 0, channels, 3, spec.stemStride, spec.activation);
  for (std::size_t i = 0; i < layerCount; ++i) {
    const std::string prefix = concat("layers.", i + 1);
    const int layer = int(i) + 1;
    builder.convolution(prefix + ".depthwise", UnitKind::Depthwise, layer, channels, 3, strides[i], spec.activation);
    channels = scaledChannels(channelsAtWidthOne[i + 1], spec.width);
    builder.site(
        {builder.convolution(prefix + ".pointwise", UnitKind::Pointwise, layer, channels, 1, 1, spec.activation)});
  }
  builder.head("head");
  return builder.plan();
}

}  // namespace zipper
