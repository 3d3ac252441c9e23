// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/spec_overrides.h"

#include "core/support/error.h"

namespace zipper {

bool isEmpty(const SpecOverrides& overrides) {
  const bool says = overrides.inputSize || overrides.stemStride || overrides.activation || overrides.padding ||
                    overrides.bnEpsilon || overrides.classOffset || overrides.mean || overrides.std ||
                    overrides.channelOrder || overrides.useEma || !overrides.part.empty();
  return !says;
}

void applyOverrides(MobileNetSpec& spec, const SpecOverrides& overrides, std::vector<std::string>& notes) {
  const auto apply = [&](const auto& wish, auto& field, const char* name, const auto& textOf) {
    if (!wish) return;
    field = *wish;
    notes.push_back(concat(name, " chosen: ", textOf(*wish)));
  };
  const auto number = [](auto value) { return concat(value); };
  const auto numbers = [](const auto& values) { return numbersText(values); };
  const auto named = [](auto value) { return toString(value); };
  apply(overrides.inputSize, spec.inputSize, "input size", number);
  apply(overrides.stemStride, spec.stemStride, "stem stride", number);
  apply(overrides.activation, spec.activation, "activation", named);
  apply(overrides.padding, spec.padding, "padding", named);
  apply(overrides.bnEpsilon, spec.bnEpsilon, "batch normalization epsilon", number);
  apply(overrides.classOffset, spec.classOffset, "class offset", number);
  apply(overrides.mean, spec.normalization.mean, "normalization mean", numbers);
  apply(overrides.std, spec.normalization.std, "normalization std", numbers);
  apply(overrides.channelOrder, spec.normalization.order, "channel order", named);
  validate(spec);
}

std::string whyRefused(const SpecOverrides& overrides, MobileNetSpec spec) {
  std::vector<std::string> notes;
  try {
    applyOverrides(spec, overrides, notes);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::string numbersText(const std::vector<double>& values, const char* separator) {
  std::string text;
  for (const double value : values) text += concat(text.empty() ? "" : separator, value);
  return text;
}

}  // namespace zipper
