// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_layer_list.h"

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int deepestJson = 64;
constexpr int deepestModel = 8;            ///< models in models
constexpr std::size_t longestPath = 2000;  ///< of the names of these: each layer keeps it

const Json* entryOf(const Json& json, const char* key) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}

std::string textOf(const Json* json) {
  return json != nullptr && json->is_string() ? json->get<std::string>() : std::string();
}

/// Recursion is as deep as the JSON, which is bounded.
std::optional<double> firstNumber(const Json& json) {
  if (json.is_number_float()) return json.get<double>();
  if (!json.is_structured()) return std::nullopt;
  for (const Json& inner : json)
    if (const auto found = firstNumber(inner)) return found;
  return std::nullopt;
}

/// Null if the text can't be read as JSON.
Json parsedKerasConfig(const std::string& json) {
  try {
    return parseShallow(json, deepestJson, "configuration of Keras");
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

const Json* KerasLayerConfig::at(const char* key) const { return entryOf(*config, key); }

std::string KerasLayerConfig::text(const char* key) const { return textOf(at(key)); }

std::optional<double> KerasLayerConfig::number(const char* key) const {
  const Json* const found = at(key);
  return found != nullptr && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::vector<std::int64_t> KerasLayerConfig::pair(const char* key) const {
  const Json* const found = at(key);
  if (found == nullptr) return {};
  const auto whole = [](const Json& json) { return json.get_ptr<const Json::number_integer_t*>(); };
  if (const auto* const one = whole(*found)) return {*one, *one};
  if (!found->is_array() || found->size() != 2) return {};
  const auto *const first = whole((*found)[0]), *const second = whole((*found)[1]);
  if (first == nullptr || second == nullptr) return {};
  return {*first, *second};
}

std::optional<double> KerasLayerConfig::constant() const {
  return nodes == nullptr ? std::nullopt : firstNumber(*nodes);
}

KerasLayerList::KerasLayerList(const std::string& json) : document_(std::make_shared<Json>(parsedKerasConfig(json))) {
  if (document_->is_object()) add(*document_, "", 0);
}

void KerasLayerList::add(const Json& model, const std::string& models, int depth) {
  const Json* const config = entryOf(model, "config");
  const Json* const layers = config == nullptr ? nullptr : config->is_array() ? config : entryOf(*config, "layers");
  if (layers == nullptr || !layers->is_array() || depth > deepestModel || models.size() > longestPath) return;
  const bool isChained = textOf(entryOf(model, "class_name")) == "Sequential";
  int before = -1;
  for (const Json& layer : *layers) {
    const Json* const own = entryOf(layer, "config");
    if (own == nullptr) continue;
    const bool isModel = own->is_array() || entryOf(*own, "layers") != nullptr;
    std::string name = textOf(entryOf(*own, "name"));
    if (name.empty()) name = textOf(entryOf(layer, "name"));
    layers_.push_back({textOf(entryOf(layer, "class_name")), name, models, isModel, own,
                       entryOf(layer, "inbound_nodes"), isChained, isChained ? before : -1});
    before = int(layers_.size()) - 1;
    if (isModel) add(layer, models + name + "/", depth + 1);
  }
}

}  // namespace zipper
