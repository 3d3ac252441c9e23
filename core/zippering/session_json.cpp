// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/session_json.h"

#include <limits>
#include <set>

#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr int formatVersion = 1;

Json toJson(const Scores& scores) {
  Json json = Json::array();
  for (const Score& score : scores)
    json.push_back({{"images", score.images}, {"top1", score.top1}, {"top5", score.top5}, {"loss", score.loss}});
  return json;
}

Scores scoresFrom(const Json& json) {
  Scores scores;
  for (const Json& entry : json) {
    // A loss that isn't finite is written as null.
    const Json& loss = entry.at("loss");
    scores.push_back({entry.at("images").get<std::int64_t>(), entry.at("top1").get<double>(),
                      entry.at("top5").get<double>(),
                      loss.is_null() ? std::numeric_limits<double>::quiet_NaN() : loss.get<double>()});
  }
  return scores;
}

/// Recipes have a JSON form of their own; a plan is stored as a recipe of one step.
Json toJson(const StepPlan& plan) {
  Recipe recipe;
  recipe.defaults = plan.settings;
  recipe.steps = {plan};
  return Json::parse(recipeToJson(recipe));
}

StepPlan planFrom(const Json& json) {
  const Recipe recipe = recipeFromJson(json.dump());
  if (recipe.steps.size() != 1) fail("a step must hold one plan, ", recipe.steps.size(), " found");
  return recipe.steps.front();
}

Json toJson(const Teacher& teacher) {
  const ModelSource& source = teacher.source;
  return {{"spec", Json::parse(specToJson(teacher.spec))},
          {"path", source.path},
          {"sha256", source.sha256},
          {"format", source.format},
          {"scheme", source.scheme},
          {"notes", source.notes},
          {"metadata", source.metadata}};
}

Teacher teacherFrom(const Json& json) {
  Teacher teacher;
  teacher.spec = specFromJson(json.at("spec").dump());
  ModelSource& source = teacher.source;
  source.path = json.at("path");
  source.sha256 = json.at("sha256");
  source.format = json.at("format");
  source.scheme = json.at("scheme");
  source.notes = json.at("notes").get<std::vector<std::string>>();
  source.metadata = json.at("metadata").get<std::map<std::string, std::string>>();
  return teacher;
}

Json toJson(const std::vector<ChannelMatch>& orders) {
  Json json = Json::array();
  for (const ChannelMatch& one : orders)
    json.push_back({{"task", one.task}, {"layer", one.layer}, {"order", one.order}});
  return json;
}

/// Whoever uses an order relies on it: each channel of that layer exactly once.
void check(const ChannelMatch& one, const std::vector<MobileNetSpec>& specs, int step) {
  if (one.task < 1 || one.task >= int(specs.size()) || one.layer < 0 || one.layer > layerCount)
    fail("step ", step, ": there are no channels to order of task ", one.task, ", layer ", one.layer);
  const auto channels = std::size_t(channelTable(specs[std::size_t(one.task)])[std::size_t(one.layer)]);
  const std::set<int> seen(one.order.begin(), one.order.end());
  if (one.order.size() != channels || seen.size() != channels || *seen.begin() != 0 ||
      *seen.rbegin() != int(channels) - 1)
    fail("step ", step, ": the channel order of task ", taskName(one.task), ", layer ", one.layer,
         " isn't a permutation of ", channels, " channels");
}

/// Sessions from before there was alignment have none.
std::vector<ChannelMatch> ordersFrom(const Json& step, const std::vector<MobileNetSpec>& specs, int index) {
  std::vector<ChannelMatch> orders;
  const auto found = step.find("channel_matches");
  if (found == step.end()) return orders;
  for (const Json& json : *found) {
    orders.push_back(
        {json.at("task").get<int>(), json.at("layer").get<int>(), json.at("order").get<std::vector<int>>()});
    check(orders.back(), specs, index);
  }
  return orders;
}

/// Nothing for steps that selected no state, as most do.
void addValidation(Json& json, const StepResult& step) {
  if (step.validation.empty()) return;
  json["kept_iteration"] = step.keptIteration;
  for (const ValidationPoint& point : step.validation)
    json["validation"].push_back({{"iteration", point.iteration}, {"scores", toJson(point.scores)}});
}

void readValidation(const Json& json, StepResult& step, std::size_t tasks, int index) {
  const auto found = json.find("validation");
  if (found == json.end()) return;
  step.keptIteration = json.at("kept_iteration");
  bool known = false;
  for (const Json& point : *found) {
    step.validation.push_back({point.at("iteration").get<int>(), scoresFrom(point.at("scores"))});
    known = known || step.validation.back().iteration == step.keptIteration;
    if (step.validation.back().scores.size() != tasks)
      fail("step ", index, ": ", step.validation.back().scores.size(), " validation scores found, ", tasks,
           " expected");
  }
  if (!known) fail("step ", index, ": iteration ", step.keptIteration, ", which was kept, has no validation score");
}

Json toJson(const StepResult& step) {
  Json json{{"parent", step.parent},
            {"plan", toJson(step.plan)},
            {"merged_layers", step.mergedLayers},
            {"channel_matches", toJson(step.channelMatches)},
            {"initialized", toJson(step.initialized)},
            {"calibrated", toJson(step.calibrated)},
            {"curve_columns", step.curve.columns()},
            {"seconds", step.seconds},
            {"calibration_seconds", step.calibrationSeconds}};
  if (step.trunk > 0) json["trunk"] = step.trunk;
  addValidation(json, step);
  return json;
}

/// Sessions from before there were trunks have none.
void readTrunk(const Json& json, StepResult& step, const std::vector<MobileNetSpec>& specs, int index) {
  step.trunk = json.value("trunk", 0);
  const std::set<int> merged(step.mergedLayers.begin(), step.mergedLayers.end());
  if (step.trunk < 0 || step.trunk > layerCount)
    fail("step ", index, ": trunk ", step.trunk, " found, 0 to ", layerCount, " expected");
  for (int layer = 1; layer <= step.trunk; ++layer)
    if (merged.count(layer) == 0) fail("step ", index, ": layer ", layer, " is in the trunk but isn't merged");
  const std::string reason = step.trunk > 0 ? whyNoTrunk(specs) : "";
  if (!reason.empty()) fail("step ", index, ": ", reason);
}

std::shared_ptr<StepResult> stepFrom(const Json& json, const std::vector<MobileNetSpec>& specs, int index) {
  auto step = std::make_shared<StepResult>();
  step->parent = json.at("parent");
  if (step->parent < -1 || step->parent >= index) fail("step ", index, " can't follow step ", step->parent);
  step->plan = planFrom(json.at("plan"));
  step->mergedLayers = json.at("merged_layers").get<std::vector<int>>();
  for (int layer : step->mergedLayers)
    if (layer < 1 || layer > layerCount) fail("step ", index, ": there is no layer ", layer);
  if (std::set<int>(step->mergedLayers.begin(), step->mergedLayers.end()).size() != step->mergedLayers.size())
    fail("step ", index, ": a layer is merged twice");
  readTrunk(json, *step, specs, index);
  step->channelMatches = ordersFrom(json, specs, index);
  step->initialized = scoresFrom(json.at("initialized"));
  step->calibrated = scoresFrom(json.at("calibrated"));
  step->curve = Curve(json.at("curve_columns").get<std::vector<std::string>>(), {});
  readValidation(json, *step, specs.size(), index);
  step->seconds = json.at("seconds");
  step->calibrationSeconds = json.at("calibration_seconds");
  return step;
}

Session parse(const Json& json) {
  const int found = json.at("version");
  if (found != formatVersion)
    fail("session format version ", found, " found, ", formatVersion, " expected; use the program that wrote it");
  Session session;
  session.recipe = recipeFromJson(json.at("recipe").dump());
  session.teacherScores = scoresFrom(json.at("teacher_scores"));
  for (const Json& teacher : json.at("teachers")) session.teachers.push_back(teacherFrom(teacher));
  const std::string reason = whyNotMergeable(session.specs());
  if (!reason.empty()) throw Error(reason);
  for (const Json& step : json.at("steps"))
    session.steps.push_back(stepFrom(step, session.specs(), int(session.steps.size())));
  session.current = json.at("current");
  if (session.current < -1 || session.current >= int(session.steps.size()))
    fail("the current step ", session.current, " doesn't exist");
  return session;
}

}  // namespace

std::string sessionToJson(const Session& session) {
  Json json;
  json["version"] = formatVersion;
  json["recipe"] = Json::parse(recipeToJson(session.recipe));
  json["teacher_scores"] = toJson(session.teacherScores);
  json["teachers"] = Json::array();
  for (const Teacher& teacher : session.teachers) json["teachers"].push_back(toJson(teacher));
  json["steps"] = Json::array();
  for (const auto& step : session.steps) json["steps"].push_back(toJson(*step));
  json["current"] = session.current;
  return dumpJson(json);
}

Session sessionFromJson(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) fail("the session's description isn't a JSON object");
  try {
    return parse(json);
  } catch (const nlohmann::json::exception& error) {
    fail("the session's description is damaged: ", error.what());
  }
}

}  // namespace zipper
