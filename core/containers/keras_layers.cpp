// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/keras_layers.h"

#include <cctype>
#include <utility>

#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr int deepestConfig = 100;

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

std::string textOf(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Recursion is as deep as the JSON, which is bounded.
KerasLayers layersOf(const Json& model) {
  KerasLayers layers;
  std::map<std::string, std::size_t> counts;
  if (!model.is_object() || !model.contains("config") || !model["config"].is_object()) return layers;
  const Json& config = model["config"];
  if (!config.contains("layers") || !config["layers"].is_array()) return layers;
  for (const Json& layer : config["layers"]) {
    if (!layer.is_object() || !layer.contains("config")) continue;
    const std::string kind = kerasPathName(textOf(layer, "class_name"));
    layers.places[{kind, counts[kind]++}] = layers.all.size();
    layers.all.push_back({kind, textOf(layer["config"], "name"), layersOf(layer)});
  }
  return layers;
}

}  // namespace

std::string kerasPathName(const std::string& className) {
  std::string result;
  for (std::size_t i = 0; i < className.size(); ++i) {
    const char c = className[i];
    const bool beginsWord =
        i > 0 && isUpper(c) && ((i + 1 < className.size() && isLower(className[i + 1])) || isLower(className[i - 1]));
    if (beginsWord) result += '_';
    result += char(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

KerasLayers layersOfKerasConfig(const std::string& json) {
  const Json model = parseShallow(json, deepestConfig, "config.json");
  if (model.is_discarded()) fail("config.json: not JSON");
  return layersOf(model);
}

}  // namespace zipper
