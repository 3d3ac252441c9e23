// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/other_networks.h"

#include <algorithm>
#include <array>

#include "core/support/error.h"

namespace zipper {

namespace {

/// What no MobileNet V1 or V2 has in its names, and what it tells.
struct OtherNetwork {
  const char* part;
  const char* title;
};

constexpr std::array<OtherNetwork, 14> otherNetworks{{
    {"features.1.block.0.0.weight", "MobileNet V3 (torchvision)"},
    {".se.conv_reduce.", "MobileNet V3 or EfficientNet (timm)"},
    {"blocks.5.0.conv.weight", "MobileNet V3 (timm)"},
    {"blocks.6.0.conv.weight", "MobileNet V3 (timm)"},
    {".dw_mid.", "MobileNet V4 (timm)"},
    {".pw_exp.", "MobileNet V4 (timm)"},
    {".mid_se.conv1.", "MobileNet V3 (PaddleClas)"},
    {".conv.5.fc.0.", "MobileNet V3 (d-li14)"},
    {"MobilenetV3/", "MobileNet V3 (TF-slim)"},
    {"squeeze_excite", "MobileNet V3 (Keras or TF-slim)"},
    {"expanded_conv_1_expand", "MobileNet V3 (Keras)"},
    {"expanded_conv_1/expand/kernel", "MobileNet V3 (Keras)"},
    {"layer4.1.conv2.", "a ResNet"},
    {"features.28.weight", "a VGG network"},
}};

bool anyHolds(const std::vector<std::string>& names, const char* part) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name.find(part) != std::string::npos; });
}

}  // namespace

std::string otherNetworkOf(const std::vector<std::string>& names) {
  for (const auto& [part, title] : otherNetworks)
    if (anyHolds(names, part)) return concat("this is ", title, "; only MobileNet V1 and V2 can be merged");
  if (anyHolds(names, "layers.0.shortcut.0.weight") && anyHolds(names, "layers.0.conv3.weight"))
    return "this is the MobileNet V2 of kuangliu's pytorch-cifar: convolutions in its shortcuts (layers.0.shortcut.0) "
           "make it another network than MobileNet V2, which can't be merged";
  return "";
}

}  // namespace zipper
