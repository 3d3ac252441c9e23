// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/spec_overrides.h"

#include "core/formats/spec_overrides_json.h"
#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Value>
void write(Json& json, const char* key, const std::optional<Value>& value) {
  if (!value) return;
  if constexpr (std::is_enum_v<Value>)
    json[key] = toString(*value);
  else
    json[key] = *value;
}

template <typename Value>
void read(JsonReader& reader, const Json& json, const char* key, std::optional<Value>& value) {
  json.contains(key) ? reader.read(key, value.emplace()) : void(reader.take(key));
}

template <typename Enum>
void read(JsonReader& reader, const Json& json, const char* key, std::optional<Enum>& value,
          Enum (*parse)(const std::string&)) {
  std::optional<std::string> text;
  read(reader, json, key, text);
  if (text) value = parse(*text);
}

}  // namespace

bool isEmpty(const SpecOverrides& overrides) { return toJson(overrides).empty(); }

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

Json toJson(const SpecOverrides& overrides) {
  Json json = Json::object();
  write(json, "input_size", overrides.inputSize);
  write(json, "stem_stride", overrides.stemStride);
  write(json, "activation", overrides.activation);
  write(json, "padding", overrides.padding);
  write(json, "bn_epsilon", overrides.bnEpsilon);
  write(json, "class_offset", overrides.classOffset);
  write(json, "mean", overrides.mean);
  write(json, "std", overrides.std);
  write(json, "channel_order", overrides.channelOrder);
  if (overrides.useEma) json["ema"] = true;
  if (!overrides.part.empty()) json["part"] = overrides.part;
  return json;
}

SpecOverrides overridesFromJson(const Json& json, const std::string& where) {
  SpecOverrides overrides;
  JsonReader reader(json, where);
  read(reader, json, "input_size", overrides.inputSize);
  read(reader, json, "stem_stride", overrides.stemStride);
  read(reader, json, "activation", overrides.activation, &activationFromString);
  read(reader, json, "padding", overrides.padding, &paddingFromString);
  read(reader, json, "bn_epsilon", overrides.bnEpsilon);
  read(reader, json, "class_offset", overrides.classOffset);
  read(reader, json, "mean", overrides.mean);
  read(reader, json, "std", overrides.std);
  read(reader, json, "channel_order", overrides.channelOrder, &channelOrderFromString);
  reader.read("ema", overrides.useEma);
  reader.read("part", overrides.part);
  reader.finish();
  return overrides;
}

}  // namespace zipper
