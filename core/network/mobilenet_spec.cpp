// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_spec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::array<int, layerCount + 1> channelsAtWidthOne{32,  64,  128, 128, 256, 256,  512,
                                                             512, 512, 512, 512, 512, 1024, 1024};
constexpr std::array<int, layerCount + 1> blockStrides{0, 1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1};

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<Activation, 2> activationNames{{{Activation::ReLU, "relu"}, {Activation::ReLU6, "relu6"}}};
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
  fail(what, ": '", text, "' found, '", names[0].second, "' or '", names[1].second, "' expected");
}

void require(bool fine, const char* field, const std::string& found, const char* expected) {
  if (!fine) fail(field, ": ", found, " found, ", expected, " expected");
}

void validateNormalization(const MobileNetSpec& spec) {
  const auto fits = [&](const std::vector<double>& values) {
    return values.size() == 1 || int(values.size()) == spec.inputChannels;
  };
  const Normalization& n = spec.normalization;
  require(fits(n.mean), "normalization mean", concat(n.mean.size(), " numbers"), "one, or one per input channel");
  require(fits(n.std), "normalization std", concat(n.std.size(), " numbers"), "one, or one per input channel");
  for (double value : n.mean) require(std::isfinite(value), "normalization mean", concat(value), "a finite number");
  for (double value : n.std)
    require(std::isfinite(value) && value > 0, "normalization std", concat(value), "a positive number");
}

/// One number stands for all channels.
std::string perChannel(const std::vector<double>& values, int channels) {
  std::string text;
  for (int c = 0; c < channels; ++c) text += concat(c ? "," : "", values.size() == 1 ? values[0] : values.at(c));
  return text;
}

/// What the input of a network and its trunk are like: names and values.
std::vector<std::pair<const char*, std::string>> trunkProperties(const MobileNetSpec& spec) {
  const Normalization& n = spec.normalization;
  return {{"input size", concat(spec.inputSize)},
          {"number of input channels", concat(spec.inputChannels)},
          {"normalization mean", perChannel(n.mean, spec.inputChannels)},
          {"normalization std", perChannel(n.std, spec.inputChannels)},
          {"channel order", spec.inputChannels == 1 ? "" : toString(n.order)},
          {"stem stride", concat(spec.stemStride)},
          {"padding", toString(spec.padding)},
          {"activation", toString(spec.activation)}};
}

}  // namespace

void validate(const MobileNetSpec& spec) {
  require(spec.width >= 0.125 && spec.width <= 2.0, "width multiplier", concat(spec.width), "0.125 to 2.0");
  require(spec.inputSize >= 32 && spec.inputSize <= 4096, "input size", concat(spec.inputSize), "32 to 4096");
  require(spec.inputChannels == 1 || spec.inputChannels == 3, "input channels", concat(spec.inputChannels), "1 or 3");
  require(spec.stemStride == 1 || spec.stemStride == 2, "stem stride", concat(spec.stemStride), "1 or 2");
  require(spec.classes >= 0 && spec.classes <= 1000000, "classes", concat(spec.classes), "0 to 1,000,000");
  require(spec.classOffset >= 0 && spec.classOffset <= spec.classes, "class offset", concat(spec.classOffset),
          "0 to the number of classes");
  require(spec.bnEpsilon > 0 && spec.bnEpsilon < 1, "batch normalization epsilon", concat(spec.bnEpsilon),
          "a number between 0 and 1");
  require(spec.classNames.empty() || int(spec.classNames.size()) == spec.classes, "class names",
          concat(spec.classNames.size(), " names for ", spec.classes, " classes"), "none, or one per class");
  validateNormalization(spec);
}

int scaledChannels(int channels, double width) { return std::max(8, int(channels * width)); }

std::vector<int> channelTable(const MobileNetSpec& spec) {
  std::vector<int> channels;
  for (int base : channelsAtWidthOne) channels.push_back(scaledChannels(base, spec.width));
  return channels;
}

std::vector<int> strideTable(const MobileNetSpec& spec) {
  std::vector<int> strides(blockStrides.begin(), blockStrides.end());
  strides[0] = spec.stemStride;
  return strides;
}

int outputSize(int inputSize, int stride) { return (inputSize + stride - 1) / stride; }

std::string toString(Activation activation) { return nameOf(activationNames, activation); }
std::string toString(Padding padding) { return nameOf(paddingNames, padding); }
std::string toString(ChannelOrder order) { return nameOf(orderNames, order); }

Activation activationFromString(const std::string& text) { return valueOf(activationNames, text, "activation"); }
Padding paddingFromString(const std::string& text) { return valueOf(paddingNames, text, "padding"); }
ChannelOrder channelOrderFromString(const std::string& text) { return valueOf(orderNames, text, "channel order"); }

std::string describe(const MobileNetSpec& spec) {
  const std::string head = spec.classes == 0 ? "no head" : concat(spec.classes, " classes");
  return concat("MobileNet V1, width ", spec.width, ", ", spec.inputSize, "x", spec.inputSize, "x", spec.inputChannels,
                ", stem stride ", spec.stemStride, ", ", head, ", ",
                spec.activation == Activation::ReLU6 ? "ReLU6" : "ReLU", ", ",
                spec.padding == Padding::Pad1 ? "pad-1" : "TF SAME", ", BN epsilon ", spec.bnEpsilon);
}

std::string whyNotMergeable(const std::vector<MobileNetSpec>& tasks) {
  if (tasks.size() < 2) return "at least two networks are needed";
  const auto first = channelTable(tasks[0]);
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const auto other = channelTable(tasks[t]);
    for (std::size_t layer = 1; layer <= layerCount; ++layer) {
      if (first[layer] == other[layer] && first[layer - 1] == other[layer - 1]) continue;
      return concat("the networks don't fit together: pointwise layer ", layer, " of A is [", first[layer], ",",
                    first[layer - 1], ",1,1] (width ", tasks[0].width, "), of ", taskCapital(int(t)), " [",
                    other[layer], ",", other[layer - 1], ",1,1] (width ", tasks[t].width,
                    "); only networks of the same width multiplier can be merged");
    }
  }
  return "";
}

std::string whyNoTrunk(const std::vector<MobileNetSpec>& tasks) {
  const auto first = trunkProperties(tasks.at(0));
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const auto other = trunkProperties(tasks[t]);
    for (std::size_t i = 0; i < first.size(); ++i)
      if (first[i].second != other[i].second)
        return concat("the networks can't share a trunk: the ", first[i].first, " of A is ", first[i].second, ", of ",
                      taskCapital(int(t)), " ", other[i].second,
                      "; only tasks that see the same image in the same way can, use trunk 0");
  }
  return "";
}

}  // namespace zipper
