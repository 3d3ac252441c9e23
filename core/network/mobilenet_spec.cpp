// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_spec.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<Architecture, 4> architectureNames{{{Architecture::MobileNetV1, "mobilenet_v1"},
                                                    {Architecture::MobileNetV2, "mobilenet_v2"},
                                                    {Architecture::MobileNetV3Large, "mobilenet_v3_large"},
                                                    {Architecture::MobileNetV3Small, "mobilenet_v3_small"}}};
constexpr Names<Architecture, 4> architectureTitles{{{Architecture::MobileNetV1, "MobileNet V1"},
                                                     {Architecture::MobileNetV2, "MobileNet V2"},
                                                     {Architecture::MobileNetV3Large, "MobileNet V3 Large"},
                                                     {Architecture::MobileNetV3Small, "MobileNet V3 Small"}}};
constexpr Names<Padding, 2> paddingNames{{{Padding::Pad1, "pad-1"}, {Padding::Same, "same"}}};
constexpr Names<ChannelOrder, 2> orderNames{{{ChannelOrder::RGB, "rgb"}, {ChannelOrder::BGR, "bgr"}}};

template <typename Enum, std::size_t N>
std::string nameOf(const Names<Enum, N>& names, Enum value) {
  return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == value; })->second;
}

template <typename Enum, std::size_t N>
Enum valueOf(const Names<Enum, N>& names, const std::string& text, const char* what) {
  for (const auto& [value, name] : names)
    if (text == name) return value;
  std::string known;
  for (std::size_t i = 0; i < N; ++i) known += concat(i == 0 ? "'" : i + 1 == N ? "' or '" : "', '", names[i].second);
  fail(what, ": '", text, "' found, ", known, "' expected");
}

}  // namespace

int outputSize(int inputSize, int stride) { return (inputSize + stride - 1) / stride; }

std::string toString(Architecture architecture) { return nameOf(architectureNames, architecture); }
std::string titleOf(Architecture architecture) { return nameOf(architectureTitles, architecture); }
std::string toString(Padding padding) { return nameOf(paddingNames, padding); }
std::string toString(ChannelOrder order) { return nameOf(orderNames, order); }

Architecture architectureFromString(const std::string& text) {
  return valueOf(architectureNames, text, "network spec: architecture");
}
Padding paddingFromString(const std::string& text) { return valueOf(paddingNames, text, "padding"); }
ChannelOrder channelOrderFromString(const std::string& text) { return valueOf(orderNames, text, "channel order"); }

std::string describe(const MobileNetSpec& spec) {
  std::string head = spec.classes == 0 ? "no head" : concat(spec.classes, " classes");
  for (const HiddenLayer& layer : spec.hidden) head += concat(", a hidden layer of ", layer.channels);
  const std::string hard = hasHardSwish(spec.architecture, spec.minimalistic) ? "hard swish and " : "";
  const std::string before = spec.widenedFrom ? concat(" (widened from ", spec.widenedFrom->width, ")") : "";
  return concat(titleOf(spec.architecture), spec.minimalistic ? " (minimalistic)" : "", ", width ", spec.width, before,
                ", ", spec.inputSize, "x", spec.inputSize, "x", spec.inputChannels, ", stem stride ", spec.stemStride,
                ", ", head, ", ", hard, spec.activation == Activation::ReLU6 ? "ReLU6" : "ReLU", ", ",
                spec.padding == Padding::Pad1 ? "pad-1" : "TF SAME", ", BN epsilon ", spec.bnEpsilon);
}

}  // namespace zipper
