// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe_queue.h"

#include <cmath>

#include "core/support/error.h"
#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr int queueFormat = 1;
constexpr int deepestQueue = 16;  ///< a recipe has its own limit below that
constexpr std::size_t largestQueue = std::size_t(16) << 20;

void checkText(const std::string& text, const char* key, const std::string& where) {
  if (text.size() > longestQueueText)
    fail(where, ": '", key, "' has ", text.size(), " bytes, at most ", longestQueueText, " expected");
}

QueuedRecipe readEntry(const Json& json, int layers, const std::string& where) {
  JsonReader reader(json, where);
  QueuedRecipe entry;
  reader.read("name", entry.name);
  reader.read("state", entry.state, queueStateFromString);
  reader.read("message", entry.message);
  reader.read("seconds", entry.seconds);
  checkText(entry.name, "name", where);
  checkText(entry.message, "message", where);
  if (!std::isfinite(entry.seconds) || entry.seconds < 0)
    fail(where, ": 'seconds' holds ", entry.seconds, ", 0 or more expected");
  const Json& recipe = reader.need("recipe");
  reader.finish();
  try {
    entry.recipe = recipeFromJson(dumpJson(recipe), layers);
  } catch (const Error& error) {
    fail(where, ": ", error.what());
  }
  entry.recipe.sources.clear();
  return entry;
}

}  // namespace

std::string toString(QueueState state) {
  switch (state) {
    case QueueState::Waiting:
      return "waiting";
    case QueueState::Done:
      return "done";
    case QueueState::Failed:
      return "failed";
    case QueueState::Skipped:
      return "skipped";
  }
  return {};
}

QueueState queueStateFromString(const std::string& text) {
  for (const QueueState state : {QueueState::Waiting, QueueState::Done, QueueState::Failed, QueueState::Skipped})
    if (toString(state) == text) return state;
  fail("state '", printable(text), "' found; waiting, done, failed or skipped expected");
}

std::string queueToJson(const std::vector<QueuedRecipe>& queue) {
  Json json;
  json["format"] = queueFormat;
  json["queue"] = Json::array();
  for (const QueuedRecipe& entry : queue) {
    Recipe recipe = entry.recipe;
    recipe.sources.clear();
    Json one;
    one["name"] = entry.name;
    one["state"] = toString(entry.state);
    if (!entry.message.empty()) one["message"] = entry.message;
    if (entry.seconds > 0) one["seconds"] = entry.seconds;
    one["recipe"] = parseShallow(recipeToJson(recipe), deepestQueue, "recipe");
    json["queue"].push_back(std::move(one));
  }
  return dumpJson(json, 2);
}

std::vector<QueuedRecipe> queueFromJson(const std::string& text, int layers, const std::string& what) {
  const Json json = parseShallow(text, deepestQueue, what, largestQueue);
  JsonReader reader(json, what);
  int format = 0;
  reader.require("format", format);
  if (format != queueFormat) fail(what, ": 'format' holds ", format, ", ", queueFormat, " expected");
  const Json& entries = reader.needArray("queue");
  reader.finish();
  if (entries.size() > mostQueuedRecipes)
    fail(what, ": ", entries.size(), " recipes found, at most ", mostQueuedRecipes, " expected");
  std::vector<QueuedRecipe> queue;
  for (const Json& entry : entries)
    queue.push_back(readEntry(entry, layers, concat(what, ": recipe ", queue.size() + 1)));
  return queue;
}

}  // namespace zipper
