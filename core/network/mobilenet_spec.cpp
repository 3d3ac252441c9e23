// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_spec.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

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

int outputSize(int inputSize, int stride) { return (inputSize + stride - 1) / stride; }

std::string toString(Padding padding) { return nameOf(paddingNames, padding); }
std::string toString(ChannelOrder order) { return nameOf(orderNames, order); }

Padding paddingFromString(const std::string& text) { return valueOf(paddingNames, text, "padding"); }
ChannelOrder channelOrderFromString(const std::string& text) { return valueOf(orderNames, text, "channel order"); }

std::string describe(const MobileNetSpec& spec) {
  const std::string head = spec.classes == 0 ? "no head" : concat(spec.classes, " classes");
  return concat("MobileNet V1, width ", spec.width, ", ", spec.inputSize, "x", spec.inputSize, "x", spec.inputChannels,
                ", stem stride ", spec.stemStride, ", ", head, ", ",
                spec.activation == Activation::ReLU6 ? "ReLU6" : "ReLU", ", ",
                spec.padding == Padding::Pad1 ? "pad-1" : "TF SAME", ", BN epsilon ", spec.bnEpsilon);
}

}  // namespace zipper
