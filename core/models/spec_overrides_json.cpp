// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/spec_overrides_json.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/support/error.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"

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

template <typename Number>
std::optional<Number> numberOf(const std::string& text) {
  Number value{};
  const char* const start = text.data() + (text.size() > 1 && text[0] == '+' && text[1] != '-' ? 1 : 0);
  const char* const end = text.data() + text.size();
  const auto [stop, code] = std::from_chars(start, end, value);
  return code == std::errc() && stop == end && start != end ? std::optional(value) : std::nullopt;
}

/// The value of one key; what it can't be stays text, so that whoever reads the JSON refuses it by its name.
Json valueOf(const std::string& key, const std::string& text, const std::string& where) {
  if (key == "part") return text;
  if (key == "mean" || key == "std") return numbersFromText(text, concat(where, ": '", key, "'"));
  const std::string lower = asciiLowerCase(text);
  if (key == "ema" && (lower == "true" || lower == "false")) return lower == "true";
  if (key == "activation" || key == "padding" || key == "channel_order") return lower;
  if (const auto whole = numberOf<std::int64_t>(text)) return *whole;
  if (const auto real = numberOf<double>(text); real && std::isfinite(*real)) return *real;
  return text;
}

/// A list of numbers, or one number that stands for it.
void read(JsonReader& reader, const Json& json, const char* key, std::optional<std::vector<double>>& value) {
  if (json.contains(key) && json.at(key).is_number()) {
    reader.take(key);
    value = {json.at(key).get<double>()};
    return;
  }
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

std::vector<double> numbersFromText(const std::string& text, const std::string& where) {
  std::string list = text;
  if (list.size() >= 2 && list.front() == '[' && list.back() == ']') list = list.substr(1, list.size() - 2);
  std::vector<double> numbers;
  std::string part;
  const auto refuse = [&] {
    fail(where, ": '", printable(text, 80), "' found, a number such as 0.5 or one per channel such as ",
         "0.485,0.456,0.406 expected");
  };
  for (const char c : list + ",") {
    if (c == ' ' && part.empty()) continue;
    if (c != ',' && c != ' ') {
      part += c;
      continue;
    }
    if (c == ' ') continue;
    const auto number = numberOf<double>(part);
    if (!number || !std::isfinite(*number)) refuse();
    numbers.push_back(*number);
    part.clear();
  }
  return numbers;
}

Json overridesFromTexts(const std::vector<std::string>& entries, const std::string& where) {
  Json given = Json::object();
  for (const std::string& entry : entries) {
    const auto equals = entry.find('=');
    if (equals == std::string::npos)
      fail(where, ": '", printable(entry), "' found, KEY=VALUE expected, e.g. stem_stride=1");
    std::string key = entry.substr(0, equals);
    std::replace(key.begin(), key.end(), '-', '_');
    if (given.contains(key)) fail(where, ": ", printable(key), " is given twice");
    given[key] = valueOf(key, entry.substr(equals + 1), where);
  }
  return given;
}

}  // namespace zipper
