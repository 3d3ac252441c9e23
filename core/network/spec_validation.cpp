// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include "core/network/common_width.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/error.h"

namespace zipper {

namespace {

void require(bool fine, const char* field, const std::string& found, const char* expected) {
  if (!fine) fail(field, ": ", found, " found, ", expected, " expected");
}

std::string listText(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += concat(text.empty() ? "" : ",", number);
  return text;
}

bool areAll(const std::vector<int>& numbers, int least, int largest) {
  return std::all_of(numbers.begin(), numbers.end(), [&](int n) { return n >= least && n <= largest; });
}

/// What only some architectures have.
void validateBlocks(const MobileNetSpec& spec) {
  constexpr int most = 1 << 16;
  if (isV3(spec.architecture)) return validateV3(spec, most);
  const bool ofV2 = spec.architecture == Architecture::MobileNetV2;
  require(!spec.minimalistic, "minimalistic", "true", "false, as the network is no MobileNet V3");
  require(ofV2 || (spec.channels.empty() && spec.strides.empty() && !spec.expandFirst),
          "channels, strides, expand first", "those of a MobileNet V2", "none, as the network is a MobileNet V1");
  require(spec.channels.empty() || (spec.channels.size() == 9 && areAll(spec.channels, 1, most)), "channels",
          listText(spec.channels), "none, or nine from 1 to 65,536");
  require(spec.strides.empty() || (spec.strides.size() == 7 && areAll(spec.strides, 1, 2)), "strides",
          listText(spec.strides), "none, or seven of 1 or 2");
}

/// The hidden layers of the head.
void validateHidden(const MobileNetSpec& spec) {
  constexpr int most = 1 << 20;
  require(spec.hidden.size() <= 8, "hidden layers", concat(spec.hidden.size()), "at most 8");
  require(spec.hidden.empty() || spec.classes > 0, "hidden layers", "some", "none, as the network has no classes");
  for (const HiddenLayer& layer : spec.hidden)
    require(layer.channels >= 1 && layer.channels <= most, "channels of a hidden layer", concat(layer.channels),
            "1 to 1,048,576");
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
  validateBlocks(spec);
  validateHidden(spec);
  validateNormalization(spec);
  if (spec.widenedFrom) validate(asItCame(spec));
}

}  // namespace zipper
