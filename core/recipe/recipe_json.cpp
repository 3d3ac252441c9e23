// SPDX-License-Identifier: GPL-3.0-or-later

#include <torch/version.h>

#include <algorithm>

#include "core/data/class_outputs.h"
#include "core/models/spec_overrides_json.h"
#include "core/recipe/recipe.h"
#include "core/recipe/settings_json.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"
#include "core/support/version.h"

namespace zipper {

namespace {

constexpr const char* everyLayerName = "all";
constexpr const char* inPlace = "position";  ///< classes of the data are outputs of the network in place

/// Files of versions before the fits name everything that there was, which stands for doing without.
bool knowsNoFits(const Json& settings) {
  return settings.contains("fit_heads") && settings.contains("augment") && !settings.contains("fit_kernels");
}

constexpr char hexDigits[] = "0123456789abcdef";

/// JSON holds UTF-8 only, names of files any bytes: such a name is there for people, and its bytes beside it.
void addPath(Json& json, const std::string& key, const std::string& path) {
  json[key] = path;
  if (validUtf8(path) == path) return;
  std::string bytes;
  for (const char c : path)
    bytes += {hexDigits[static_cast<unsigned char>(c) >> 4], hexDigits[static_cast<unsigned char>(c) & 15]};
  json[key + "_bytes"] = bytes;
}

void readPath(JsonReader& reader, const char* key, const char* bytesKey, std::string& path) {
  std::string bytes;
  reader.read(key, path);
  reader.read(bytesKey, bytes);
  if (bytes.empty()) return;
  if (bytes.size() % 2 != 0 || bytes.find_first_not_of(hexDigits) != std::string::npos)
    fail("recipe: sources: '", bytesKey, "' holds '", printable(bytes), "', two hexadecimal digits per byte expected");
  path.clear();
  for (std::size_t i = 0; i < bytes.size(); i += 2) path += char(std::stoi(bytes.substr(i, 2), nullptr, 16));
}

Json toJson(const TaskSource& source) {
  Json json;
  addPath(json, "model", source.model);
  json["model_sha256"] = source.modelSha256;
  addPath(json, "data", source.data);
  json["data_fingerprint"] = source.dataFingerprint;
  json["alpha"] = toString(source.images.alpha);
  json["exif"] = toString(source.images.exif);
  if (!source.validationFingerprint.empty()) json["validation_fingerprint"] = source.validationFingerprint;
  if (!isEmpty(source.overrides)) json["overrides"] = toJson(source.overrides);
  if (!source.name.empty()) json["name"] = source.name;
  if (source.classes) json["classes"] = source.classes->empty() ? Json(inPlace) : Json(*source.classes);
  return json;
}

/// "position", or the output of each class.
void readClasses(JsonReader& reader, TaskSource& source) {
  const Json* classes = reader.take("classes");
  if (classes == nullptr) return;
  source.classes.emplace();
  if (classes->is_string() && classes->get<std::string>() == inPlace) return;
  if (classes->is_array()) reader.read("classes", *source.classes);
  const std::vector<int>& outputs = *source.classes;
  if (outputs.empty() || *std::min_element(outputs.begin(), outputs.end()) < leftOutOnPurpose)
    fail("recipe: sources: classes: \"", inPlace, "\" or a list of outputs expected, one per class");
}

TaskSource readSource(const Json& json) {
  JsonReader reader(json, "recipe: sources");
  TaskSource source;
  readPath(reader, "model", "model_bytes", source.model);
  reader.read("model_sha256", source.modelSha256);
  readPath(reader, "data", "data_bytes", source.data);
  reader.read("data_fingerprint", source.dataFingerprint);
  reader.read("validation_fingerprint", source.validationFingerprint);
  source.images = {Alpha::White, Exif::Ignore};  // what versions did that didn't write it down
  reader.read("alpha", source.images.alpha, &alphaFromString);
  reader.read("exif", source.images.exif, &exifFromString);
  if (const Json* overrides = reader.take("overrides"))
    source.overrides = overridesFromJson(*overrides, "recipe: sources: overrides");
  reader.read("name", source.name);
  readClasses(reader, source);
  reader.finish();
  return source;
}

Json toJson(StepTarget target) { return target.isEveryLayer() ? Json(everyLayerName) : Json(targetNumber(target)); }

StepTarget readTarget(JsonReader& reader, const Json& json) {
  if (json == everyLayerName) {
    reader.take("layer");
    return StepTarget::everyLayer();
  }
  int layer = 0;
  reader.read("layer", layer);
  if (layer < 0) fail("recipe: steps: layer: ", layer, " found, 1 or more, or 0 for fine-tuning expected");
  return layer > 0 ? StepTarget::layer(layer) : StepTarget::fineTuning();
}

StepPlan readStep(const Json& json, const StepSettings& defaults) {
  JsonReader reader(json, "recipe: steps");
  StepPlan step{StepTarget::fineTuning(), defaults};
  if (!json.contains("layer"))
    fail("recipe: steps: ", shownJson(json), " names no layer (from 1 on, or 0 for fine-tuning)");
  step.target = readTarget(reader, json["layer"]);
  readSettings(reader, step.settings);
  reader.finish();
  return step;
}

/// Before anything else is looked at: a later version may have changed all of it.
std::int64_t readFormat(JsonReader& reader) {
  std::int64_t format = 1;
  reader.read("version", format);
  if (format < 1 || format > recipeFormat)
    fail("recipe format version ", format, " found, 1 to ", recipeFormat, " expected; use the program that wrote it");
  return format;
}

/// The plan of the preset by the recipe's defaults. Their iterations are those of merges: fine-tuning takes as many as
/// the preset planned. In version 1 it took those of the defaults, and such a recipe still gives the same weights.
void applyDefaults(Recipe& recipe, std::int64_t format) {
  for (StepPlan& step : recipe.steps) {
    const int planned = step.settings.calibration.iterations;
    step.settings = recipe.defaults;
    if (format > 1 && step.target.isFineTuning()) step.settings.calibration.iterations = planned;
  }
}

/// Sources with a list in their overrides are the deepest that a recipe has; the rest is for what comes.
constexpr int deepestRecipe = 16;

}  // namespace

std::string recipeToJson(const Recipe& recipe) {
  Json json;
  json["version"] = recipeFormat;
  json["preset"] = recipe.preset;
  json["versions"] = {{"zipper", version}, {"torch", TORCH_VERSION}};
  json["sources"] = Json::array();
  for (const TaskSource& source : recipe.sources) json["sources"].push_back(toJson(source));
  json["bn"] = toString(recipe.bnPolicy);
  json["seed"] = recipe.seed;
  json["device"] = recipe.device;
  json["threads"] = recipe.threads;
  const Json defaults = toJson(recipe.defaults);
  json["defaults"] = defaults;
  json["steps"] = Json::array();
  for (const StepPlan& step : recipe.steps) {
    Json entry{{"layer", toJson(step.target)}};
    entry.update(difference(toJson(step.settings), defaults));
    json["steps"].push_back(entry);
  }
  return dumpJson(json, 2);
}

Recipe recipeFromJson(const std::string& text, int layers) {
  const Json json = parseShallow(text, deepestRecipe, "recipe");
  JsonReader reader(json, "recipe");
  const std::int64_t format = readFormat(reader);
  std::string preset = "fast";
  reader.read("preset", preset);
  Recipe recipe = presetRecipe(preset);
  reader.take("versions");
  if (const Json* sources = reader.takeArray("sources"))
    for (const Json& source : *sources) recipe.sources.push_back(readSource(source));
  reader.read("bn", recipe.bnPolicy, &bnPolicyFromString);
  reader.read("seed", recipe.seed);
  reader.read("device", recipe.device);
  reader.read("threads", recipe.threads);
  if (const Json* defaults = reader.take("defaults")) {
    JsonReader inner(*defaults, "recipe: defaults");
    if (knowsNoFits(*defaults)) recipe.defaults.start.fisherWeights = recipe.defaults.start.fitKernels = false;
    readSettings(inner, recipe.defaults);
    inner.finish();
  }
  const Json* steps = reader.takeArray("steps");
  reader.finish();
  if (steps == nullptr) {
    applyDefaults(recipe, format);
  } else {
    recipe.steps.clear();
    for (const Json& step : *steps) recipe.steps.push_back(readStep(step, recipe.defaults));
  }
  settlePlan(recipe, layers);
  return recipe;
}

}  // namespace zipper
