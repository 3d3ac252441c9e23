// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torchvision_fit.h"

#include <algorithm>

#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// The arguments that decide the channels. A width of 0: none gives those of the network.
struct Arguments {
  double width = 0;
  bool reducedTail = false;  ///< V3 alone: from the last stride on half the channels, and in the head
};

/// With half the channels in what the last three blocks put out, in the last two all through, and behind them.
ChannelsOfV3 withReducedTail(Architecture architecture, double width, ChannelsOfV3 channels) {
  const bool isSmall = architecture == Architecture::MobileNetV3Small;
  const int expanded = multipleOfEight((isSmall ? 288 : 480) * width),
            put = multipleOfEight((isSmall ? 48 : 80) * width);
  const std::size_t last = channels.size() - 1;
  channels[last - 7] = put;
  for (const std::size_t block : {last - 6, last - 3}) {
    channels[block] = expanded;
    channels[block + 1] = multipleOfEight(expanded / 4);
    channels[block + 2] = put;
  }
  channels[last] = 6 * put;
  return channels;
}

int hiddenChannels(Architecture architecture, const Arguments& arguments) {
  return hiddenOfV3(architecture, arguments.width / (arguments.reducedTail ? 2 : 1));
}

/// Several widths may have the same channels: one with those of the hidden layer, too, if there is any.
Arguments argumentsOfV3(const MobileNetSpec& spec) {
  const Architecture architecture = spec.architecture;
  const ChannelsOfV3 wanted = spec.channels.empty() ? channelsOfV3(architecture, spec.width, false) : spec.channels;
  std::vector<double> widths{spec.width, 1.0, 0.75, 0.5, 0.35, 1.25};
  for (int twentieths = 3; twentieths <= 40; ++twentieths) widths.push_back(twentieths / 20.0);
  Arguments found;
  for (const double width : widths) {
    const ChannelsOfV3 channels = channelsOfV3(architecture, width, false);
    for (const Arguments& arguments : {Arguments{width, false}, Arguments{width, true}}) {
      if ((arguments.reducedTail ? withReducedTail(architecture, width, channels) : channels) != wanted) continue;
      if (!spec.hidden.empty() && spec.hidden.front().channels == hiddenChannels(architecture, arguments))
        return arguments;
      if (found.width == 0) found = arguments;
    }
  }
  return found;
}

Arguments argumentsOf(const MobileNetSpec& spec) {
  if (isV3(spec.architecture)) return argumentsOfV3(spec);
  ChannelsOfV2 channels{};
  if (spec.channels.size() != channels.size()) return {spec.width, false};
  std::copy(spec.channels.begin(), spec.channels.end(), channels.begin());
  return {widthOfV2(channels), false};
}

bool hasOwnStrides(const MobileNetSpec& spec) {
  MobileNetSpec usual = spec;
  usual.strides.clear();
  const std::vector<UnitPlan> units = unitsOf(spec), others = unitsOf(usual);
  return spec.stemStride != 2 || !std::equal(units.begin(), units.end(), others.begin(), others.end(),
                                             [](const auto& a, const auto& b) { return a.stride == b.stride; });
}

/// The first layer whose expanding convolution torchvision leaves out, as it has as many inputs as outputs; 0: none.
int layerWithoutExpand(const MobileNetSpec& spec) {
  for (const UnitPlan& unit : unitsOf(spec))
    if (unit.role() == "expand" && unit.inputChannels == unit.outputChannels) return unit.layer;
  return 0;
}

std::string whyNotHeadOfV3(const MobileNetSpec& spec, const Arguments& arguments) {
  const std::string title = titleOf(spec.architecture);
  if (spec.hidden.size() != 1)
    return concat("torchvision: the head of its ", title, " has one hidden layer, that of this network ",
                  spec.hidden.size(), "; write it as pytorch or onnx");
  const HiddenLayer& hidden = spec.hidden.front();
  if (hidden.activation != Activation::HardSwish)
    return concat("torchvision: the hidden layer of its ", title, " has hard swish, that of this network ",
                  toString(hidden.activation), "; write it as pytorch or onnx");
  const int channels = hiddenChannels(spec.architecture, arguments);
  if (hidden.channels != channels)
    return concat("torchvision: the hidden layer of its ", title, " has ", channels,
                  " channels at this width, that of this network ", hidden.channels, "; write it as pytorch or onnx");
  return "";
}

/// Padding and activations.
std::string whyNotItsUnits(const MobileNetSpec& spec) {
  const std::string title = titleOf(spec.architecture);
  if (!isV3(spec.architecture)) {
    if (spec.padding != Padding::Pad1)
      return "torchvision: its MobileNet V2 pads by one pixel on every side, this network like TensorFlow (SAME); "
             "write it as pytorch or onnx";
    if (spec.activation != Activation::ReLU6)
      return "torchvision: its MobileNet V2 has ReLU6, this network ReLU; write it as pytorch or onnx";
    return "";
  }
  if (spec.padding != Padding::Pad1)
    return concat("torchvision: its ", title,
                  " pads by half the kernel on every side, this network like TensorFlow (SAME); write it as pytorch or "
                  "onnx");
  if (spec.minimalistic)
    return concat("torchvision: its ", title,
                  " has 5x5 kernels, squeeze-and-excite and hard swish, this network is minimalistic; write it as "
                  "pytorch or onnx");
  if (spec.activation != Activation::ReLU)
    return concat("torchvision: its ", title, " has ReLU, this network ReLU6; write it as pytorch or onnx");
  return "";
}

/// First block, images, head and strides.
std::string whyNotItsPlan(const MobileNetSpec& spec) {
  const std::string title = titleOf(spec.architecture);
  if (spec.expandFirst)
    return concat("torchvision: the first block of its ", title,
                  " has no expanding convolution, that of this network has one; write it as pytorch or onnx");
  if (spec.inputChannels != 3)
    return concat("torchvision: its ", title,
                  " takes images of 3 channels, this network of 1; write it as pytorch or onnx");
  if (spec.classes == 0)
    return concat("torchvision: its ", title, " has a head, this network has none; write it as pytorch or onnx");
  if (spec.architecture == Architecture::MobileNetV2 && !spec.hidden.empty())
    return concat("torchvision: the head of its MobileNet V2 is one linear layer, that of this network ",
                  spec.hidden.size() + 1, "; write it as pytorch or onnx");
  if (hasOwnStrides(spec))
    return concat("torchvision: this network has other strides than its ", title, "; write it as pytorch or onnx");
  return "";
}

}  // namespace

std::string whyNotTorchvision(const MobileNetSpec& spec) {
  const std::string title = titleOf(spec.architecture);
  if (spec.architecture == Architecture::MobileNetV1)
    return concat("torchvision: a MobileNet V2 or V3 was expected, this network is a ", title, "; write it as pytorch");
  for (const std::string& reason : {whyNotItsUnits(spec), whyNotItsPlan(spec)})
    if (!reason.empty()) return reason;
  const Arguments arguments = argumentsOf(spec);
  if (arguments.width == 0)
    return concat("torchvision: the channels of this network are those of no width of its ", title,
                  "; write it as pytorch or onnx");
  if (spec.architecture == Architecture::MobileNetV2) return "";
  if (const int layer = layerWithoutExpand(spec))
    return concat("torchvision: block ", layer, " of its ", title,
                  " has no expanding convolution at this width, that of this network has one; write it as pytorch or "
                  "onnx");
  return whyNotHeadOfV3(spec, arguments);
}

std::string torchvisionCall(const MobileNetSpec& spec) {
  const Arguments arguments = argumentsOf(spec);
  return concat("torchvision.models.", toString(spec.architecture), "(num_classes=", spec.classes,
                ", width_mult=", arguments.width, arguments.reducedTail ? ", reduced_tail=True)" : ")");
}

}  // namespace zipper
