// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/other_networks.h"

#include <algorithm>
#include <array>

#include "core/support/error.h"

namespace zipper {

namespace {

/// What no MobileNet that can be merged has in its names, and what it tells.
struct OtherNetwork {
  const char* part;
  const char* title;
};

constexpr std::array<OtherNetwork, 7> otherNetworks{{
    {"features.1.0.block.0.0.weight", "an EfficientNet (torchvision)"},
    {"blocks.1.0.se.conv_reduce.", "an EfficientNet (timm)"},
    {"block2a_se_reduce", "an EfficientNet (Keras)"},
    {".dw_mid.", "MobileNet V4 (timm)"},
    {".pw_exp.", "MobileNet V4 (timm)"},
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
    if (anyHolds(names, part)) return concat("this is ", title, "; only MobileNet V1, V2 and V3 can be merged");
  if (anyHolds(names, "features.4.conv.5.fc.0."))
    return "this is the MobileNet V3 of d-li14's mobilenetv3.pytorch: squeeze-and-excite before the activation "
           "(features.4.conv.5.fc) makes it another network than MobileNet V3, which can't be merged";
  if (anyHolds(names, "features.4.conv.6.fc.0.") && anyHolds(names, "classifier.2.weight"))
    return "this is the MobileNet V3 of d-li14's mobilenetv3.pytorch, first version: hard swish behind the pooling and "
           "other strides make it another network than MobileNet V3, which can't be merged";
  if (anyHolds(names, "layers.0.shortcut.0.weight") && anyHolds(names, "layers.0.conv3.weight"))
    return "this is the MobileNet V2 of kuangliu's pytorch-cifar: convolutions in its shortcuts (layers.0.shortcut.0) "
           "make it another network than MobileNet V2, which can't be merged";
  return "";
}

}  // namespace zipper
