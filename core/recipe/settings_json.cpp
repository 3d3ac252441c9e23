// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/settings_json.h"

#include "core/recipe/fields.h"

namespace zipper {

namespace {

/// One field into or out of JSON.
struct FieldWriter {
  Json& json;
  const char* key;
  const StepSettings& settings;

  void operator()(const PlanField&) const {}
  void operator()(const WholeNumberField& field) const { json[key] = field.member.of(settings); }
  void operator()(const DecimalField& field) const { json[key] = field.member.of(settings); }
  void operator()(const SwitchField& field) const { json[key] = field.member.of(settings); }
  void operator()(const ChoiceField& field) const { json[key] = field.get(settings); }
};

struct FieldReader {
  JsonReader& reader;
  const char* key;
  StepSettings& settings;

  void operator()(const PlanField&) const {}
  void operator()(const WholeNumberField& field) const { reader.read(key, field.member.of(settings)); }
  void operator()(const DecimalField& field) const { reader.read(key, field.member.of(settings)); }
  void operator()(const SwitchField& field) const { reader.read(key, field.member.of(settings)); }
  void operator()(const ChoiceField& field) const {
    std::string name = field.get(settings);
    reader.read(key, name);
    field.set(settings, name);
  }
};

/// What setInitialization() changes.
constexpr RecipeField fieldsOfStart[] = {RecipeField::Initialization, RecipeField::Alignment,
                                         RecipeField::FisherWeights, RecipeField::FitKernels, RecipeField::FitHeads};

}  // namespace

Json toJson(const StepSettings& settings) {
  Json json;
  for (const RecipeFieldInfo& info : recipeFields()) std::visit(FieldWriter{json, info.key, settings}, info.kind);
  return json;
}

Json toJson(const Start& start) {
  StepSettings settings;
  settings.start = start;
  Json json;
  for (const RecipeField field : fieldsOfStart)
    std::visit(FieldWriter{json, infoOf(field).key, settings}, infoOf(field).kind);
  return json;
}

Json difference(const Json& settings, const Json& defaults) {
  Json result = Json::object();
  for (const auto& [key, value] : settings.items())
    if (value != defaults.at(key)) result[key] = value;
  if (!result.contains("initialization")) return result;
  for (const RecipeField field : fieldsOfStart) result[infoOf(field).key] = settings.at(infoOf(field).key);
  return result;
}

void readSettings(JsonReader& reader, StepSettings& settings) {
  for (const RecipeFieldInfo& info : recipeFields()) {
    const Initialization before = settings.start.initialization;
    std::visit(FieldReader{reader, info.key, settings}, info.kind);
    if (settings.start.initialization != before) setInitialization(settings.start, settings.start.initialization);
  }
}

}  // namespace zipper
