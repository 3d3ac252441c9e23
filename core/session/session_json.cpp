// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session_json.h"

#include "core/models/guesses.h"
#include "core/session/comparison_json.h"
#include "core/session/comparison_validation.h"
#include "core/session/scores_json.h"
#include "core/session/session_validation.h"
#include "core/support/json_reader.h"

namespace zipper {

namespace {

/// A source's overrides in the plan of a step are the deepest that a session has; the rest is for what comes.
constexpr int deepestSession = 20;

/// What is read as one JSON and handed on as another's text.
Json parsed(const std::string& text) { return parseShallow(text, deepestSession, "session"); }

/// Recipes have a JSON form of their own; a plan is stored as a recipe of one step.
Json toJson(const StepPlan& plan) {
  Recipe recipe;
  recipe.defaults = plan.settings;
  recipe.steps = {plan};
  return parsed(recipeToJson(recipe));
}

StepPlan planFrom(const Json& json, int layers) {
  const Recipe recipe = recipeFromJson(dumpJson(json), layers);
  if (recipe.steps.size() != 1) fail("a step must hold one plan, ", recipe.steps.size(), " found");
  return recipe.steps.front();
}

Json toJson(const Teacher& teacher) {
  const ModelSource& source = teacher.source;
  return {{"spec", parsed(specToJson(teacher.spec))},
          {"path", source.path},
          {"sha256", source.sha256},
          {"format", source.format},
          {"scheme", source.scheme},
          {"notes", source.notes},
          {"metadata", source.metadata}};
}

Teacher teacherFrom(const Json& json) {
  JsonReader reader(json, "teachers");
  Teacher teacher;
  teacher.spec = specFromJson(dumpJson(reader.need("spec")));
  ModelSource& source = teacher.source;
  reader.require("path", source.path);
  reader.require("sha256", source.sha256);
  reader.require("format", source.format);
  reader.require("scheme", source.scheme);
  reader.require("notes", source.notes);
  reader.require("metadata", source.metadata);
  reader.finish();
  return teacher;
}

Json toJson(const std::vector<ChannelMatch>& orders) {
  Json json = Json::array();
  for (const ChannelMatch& one : orders)
    json.push_back({{"task", one.task}, {"space", one.space}, {"order", one.order}});
  return json;
}

/// Sessions from before there was alignment have none.
std::vector<ChannelMatch> ordersFrom(JsonReader& step, const std::string& where) {
  std::vector<ChannelMatch> orders;
  const Json* found = step.takeArray("channel_matches");
  if (found == nullptr) return orders;
  for (const Json& json : *found) {
    JsonReader reader(json, where + ": channel_matches");
    ChannelMatch& order = orders.emplace_back();
    reader.require("task", order.task);
    reader.require(json.contains("layer") ? "layer" : "space", order.space);  // "layer": formats 1 and 2
    reader.require("order", order.order);
    reader.finish();
  }
  return orders;
}

/// Nothing for steps that selected no state, as most do.
void addValidation(Json& json, const StepResult& step) {
  if (step.validation.empty()) return;
  json["kept_iteration"] = step.keptIteration;
  for (const ValidationPoint& point : step.validation)
    json["validation"].push_back({{"iteration", point.iteration}, {"scores", scoresJson(point.scores)}});
}

void readValidation(JsonReader& reader, StepResult& step, const std::string& where) {
  const Json* found = reader.takeArray("validation");
  reader.take("kept_iteration");
  if (found == nullptr) return;
  reader.require("kept_iteration", step.keptIteration);
  for (const Json& point : *found) {
    JsonReader inner(point, where + ": validation");
    ValidationPoint& score = step.validation.emplace_back();
    inner.require("iteration", score.iteration);
    score.scores = scoresFromJson(inner.need("scores"), where + ": validation");
    inner.finish();
  }
}

/// Nothing for steps of older programs, which didn't measure it.
void addPartSeconds(Json& json, const PartSeconds& seconds) {
  if (seconds.sum() == 0) return;
  for (const StepPart part : stepParts) json["part_seconds"][toString(part)] = seconds[part];
}

PartSeconds partSecondsFrom(JsonReader& step, const std::string& where) {
  PartSeconds seconds;
  const Json* found = step.take("part_seconds");
  if (found == nullptr) return seconds;
  std::vector<std::string> names;  // the reader keeps no copies of its keys
  for (const StepPart part : stepParts) names.push_back(toString(part));
  JsonReader reader(*found, where + ": part_seconds");
  for (const StepPart part : stepParts) reader.require(names[std::size_t(part)].c_str(), seconds[part]);
  reader.finish();
  return seconds;
}

/// Nothing where whole test sets were scored, or nothing was.
void addSample(Json& json, const char* key, const Scores& sample) {
  if (!sample.empty()) json[key] = scoresJson(sample);
}

Scores sampleFrom(JsonReader& reader, const char* key, const std::string& where) {
  const Json* found = reader.take(key);
  return found == nullptr ? Scores{} : scoresFromJson(*found, where + ": " + key);
}

Json toJson(const StepResult& step) {
  Json json{{"parent", step.parent},
            {"plan", toJson(step.plan)},
            {"merged_layers", step.mergedLayers},
            {"channel_matches", toJson(step.channelMatches)},
            {"initialized", scoresJson(step.initialized)},
            {"calibrated", scoresJson(step.calibrated)},
            {"curve_columns", step.curve.columns()},
            {"seconds", step.seconds},
            {"calibration_seconds", step.calibrationSeconds}};
  addSample(json, "sample_initialized", step.sampleInitialized);
  addSample(json, "sample_calibrated", step.sampleCalibrated);
  addPartSeconds(json, step.partSeconds);
  if (step.trunk > 0) json["trunk"] = step.trunk;
  addValidation(json, step);
  return json;
}

std::shared_ptr<StepResult> stepFrom(const Json& json, std::size_t index, int layers) {
  const std::string where = concat("step ", index);
  JsonReader reader(json, where);
  auto step = std::make_shared<StepResult>();
  reader.require("parent", step->parent);
  step->plan = planFrom(reader.need("plan"), layers);
  reader.require("merged_layers", step->mergedLayers);
  reader.read("trunk", step->trunk);  // sessions from before there were trunks have none
  step->channelMatches = ordersFrom(reader, where);
  step->initialized = scoresFromJson(reader.need("initialized"), where + ": initialized");
  step->calibrated = scoresFromJson(reader.need("calibrated"), where + ": calibrated");
  step->sampleInitialized = sampleFrom(reader, "sample_initialized", where);
  step->sampleCalibrated = sampleFrom(reader, "sample_calibrated", where);
  std::vector<std::string> columns;
  reader.require("curve_columns", columns);
  step->curve = Curve(columns, {});
  readValidation(reader, *step, where);
  reader.require("seconds", step->seconds);
  reader.require("calibration_seconds", step->calibrationSeconds);
  step->partSeconds = partSecondsFrom(reader, where);
  reader.finish();
  return step;
}

Json toJson(const std::map<int, RunNote>& notes) {
  Json json = Json::array();
  for (const auto& [run, note] : notes) json.push_back({{"run", run}, {"name", note.name}, {"notes", note.notes}});
  return json;
}

/// Sessions up to format 5 have none.
std::map<int, RunNote> runNotesFrom(JsonReader& reader) {
  std::map<int, RunNote> notes;
  const Json* found = reader.takeArray("runs");
  if (found == nullptr) return notes;
  for (const Json& json : *found) {
    JsonReader inner(json, "session: runs");
    int run = 0;
    RunNote note;
    inner.require("run", run);
    inner.require("name", note.name);
    inner.require("notes", note.notes);
    inner.finish();
    if (!notes.emplace(run, std::move(note)).second) fail("session: runs: run ", run, " is named twice");
  }
  return notes;
}

/// Of a valid session. What the file doesn't hold follows from the session.
void readComparisons(const Json& list, SessionOutline& outline) {
  Session& session = outline.session;
  if (list.size() > mostComparisons)
    fail("session: ", list.size(), " comparisons found, at most ", mostComparisons, " expected");
  for (const Json& json : list) {
    const std::string where = concat("comparison ", session.comparisons.size() + 1);
    ComparisonOutline one = keptComparisonFromJson(json, session.layers(), where);
    checkComparison(one, session, where);
    Comparison& comparison = one.kept.comparison;
    comparison.cost = costOfPlan(session.specs(), comparison.recipe);
    for (const Teacher& teacher : session.teachers) comparison.guesses.push_back(guessesAmong(teacher.source.notes));
    outline.comparisonIterations.push_back(std::move(one.iterations));
    session.comparisons.push_back(std::make_shared<const KeptComparison>(std::move(one.kept)));
  }
}

/// Before anything else is looked at: a later version may have changed all of it.
int formatOf(JsonReader& reader) {
  std::int64_t format = 0;
  reader.require("version", format);
  if (format < 1 || format > sessionFormat)
    fail("session format version ", format, " found, 1 to ", sessionFormat, " expected; use the program that wrote it");
  return int(format);
}

}  // namespace

std::string sessionToJson(const Session& session) {
  Json json;
  json["version"] = sessionFormat;
  json["recipe"] = parsed(recipeToJson(session.recipe));
  json["teacher_scores"] = scoresJson(session.teacherScores);
  addSample(json, "teacher_sample", session.teacherSample);
  json["teachers"] = Json::array();
  for (const Teacher& teacher : session.teachers) json["teachers"].push_back(toJson(teacher));
  json["steps"] = Json::array();
  for (const auto& step : session.steps) json["steps"].push_back(toJson(*step));
  json["current"] = session.current;
  if (!session.runNotes.empty()) json["runs"] = toJson(session.runNotes);
  for (const auto& kept : session.comparisons) json["comparisons"].push_back(keptComparisonJson(*kept));
  return dumpJson(json);
}

SessionOutline sessionFromJson(const std::string& text) {
  const Json json = parsed(text);
  JsonReader reader(json, "session");
  SessionOutline outline;
  outline.format = formatOf(reader);
  Session& session = outline.session;
  session.recipe = recipeFromJson(dumpJson(reader.need("recipe")));
  session.teacherScores = scoresFromJson(reader.need("teacher_scores"), "teacher_scores");
  session.teacherSample = sampleFrom(reader, "teacher_sample", "session");
  for (const Json& teacher : reader.needArray("teachers")) session.teachers.push_back(teacherFrom(teacher));
  settlePlan(session.recipe, session.layers());
  for (const Json& step : reader.needArray("steps"))
    session.steps.push_back(stepFrom(step, session.steps.size(), session.layers()));
  reader.require("current", session.current);
  session.runNotes = runNotesFrom(reader);
  const Json* comparisons = reader.takeArray("comparisons");
  reader.finish();
  validate(session);
  if (comparisons != nullptr) readComparisons(*comparisons, outline);
  return outline;
}

}  // namespace zipper
