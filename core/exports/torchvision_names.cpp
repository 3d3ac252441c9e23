// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torchvision_names.h"

#include <algorithm>

#include "core/network/mobilenet_v2.h"
#include "core/support/error.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Names of a unit's convolution and batch normalization.
struct UnitModules {
  std::string conv, bn;
};

/// A block is a sequence of [expand,] depthwise, each a sequence of its own, project, and its batch normalization.
UnitModules modulesOf(const NetworkPlan& plan, const UnitPlan& unit) {
  const std::string feature = concat("features.", unit.layer), role = unit.role();
  if (role == "stem" || role == "pointwise") return {feature + ".0", feature + ".1"};
  const auto& first = plan.units[std::size_t(plan.firstUnitOf(unit.layer))];
  const int depthwise = first.role() == "expand" ? 1 : 0;
  if (role == "project") return {concat(feature, ".conv.", depthwise + 1), concat(feature, ".conv.", depthwise + 2)};
  const std::string sequence = concat(feature, ".conv.", role == "expand" ? 0 : depthwise);
  return {sequence + ".0", sequence + ".1"};
}

bool hasOwnStrides(const MobileNetSpec& spec) {
  MobileNetSpec usual = spec;
  usual.strides.clear();
  const std::vector<UnitPlan> units = unitsOf(spec), others = unitsOf(usual);
  return spec.stemStride != 2 || !std::equal(units.begin(), units.end(), others.begin(), others.end(),
                                             [](const auto& a, const auto& b) { return a.stride == b.stride; });
}

}  // namespace

double torchvisionWidth(const MobileNetSpec& spec) {
  ChannelsOfV2 channels{};
  if (spec.channels.size() != channels.size()) return spec.width;
  std::copy(spec.channels.begin(), spec.channels.end(), channels.begin());
  return widthOfV2(channels);
}

std::string whyNotTorchvision(const MobileNetSpec& spec) {
  if (spec.architecture != Architecture::MobileNetV2)
    return concat("torchvision: a MobileNet V2 was expected, this network is a ", titleOf(spec.architecture),
                  "; write it as pytorch");
  if (spec.padding != Padding::Pad1)
    return "torchvision: its MobileNet V2 pads by one pixel on every side, this network like TensorFlow (SAME); write "
           "it as pytorch or onnx";
  if (spec.activation != Activation::ReLU6)
    return "torchvision: its MobileNet V2 has ReLU6, this network ReLU; write it as pytorch or onnx";
  if (spec.expandFirst)
    return "torchvision: the first block of its MobileNet V2 has no expanding convolution, that of this network has "
           "one; write it as pytorch or onnx";
  if (spec.inputChannels != 3)
    return "torchvision: its MobileNet V2 takes images of 3 channels, this network of 1; write it as pytorch or onnx";
  if (spec.classes == 0)
    return "torchvision: its MobileNet V2 has a head, this network has none; write it as pytorch or onnx";
  if (!spec.hidden.empty())
    return concat("torchvision: the head of its MobileNet V2 is one linear layer, that of this network ",
                  spec.hidden.size() + 1, "; write it as pytorch or onnx");
  if (hasOwnStrides(spec))
    return "torchvision: this network has other strides than its MobileNet V2; write it as pytorch or onnx";
  if (torchvisionWidth(spec) == 0)
    return "torchvision: the channels of this network are those of no width of its MobileNet V2; write it as pytorch "
           "or onnx";
  return "";
}

std::string torchvisionName(const NetworkPlan& plan, const UnitPlan& unit, const std::string& leaf) {
  if (unit.kind == UnitKind::Head) return "classifier.1." + leaf;
  const UnitModules modules = modulesOf(plan, unit);
  const std::string conv = "conv.", bn = "bn.";
  if (beginsWith(leaf, conv)) return modules.conv + "." + leaf.substr(conv.size());
  return modules.bn + "." + leaf.substr(bn.size());
}

}  // namespace zipper
