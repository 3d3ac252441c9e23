// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/comparison_json.h"

#include "core/recipe/settings_json.h"
#include "core/session/scores_json.h"

namespace zipper {

namespace {

Json pointJson(const ComparisonPoint& point) {
  return {{"layer", targetNumber(point.target)},
          {"merged_layers", point.mergedLayers},
          {"calibrated", point.calibrated},
          {"iterations", point.iterations},
          {"seconds", point.seconds},
          {"scores", scoresJson(point.scores)}};
}

ComparisonPoint pointFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  ComparisonPoint point;
  int layer = 0;
  reader.require("layer", layer);
  if (layer < 0) fail(where, ": 'layer' holds ", layer, ", at least 0 expected");
  if (layer > 0) point.target = StepTarget::layer(layer);
  reader.require("merged_layers", point.mergedLayers);
  reader.require("calibrated", point.calibrated);
  reader.require("iterations", point.iterations);
  reader.require("seconds", point.seconds);
  point.scores = scoresFromJson(reader.need("scores"), where);
  reader.finish();
  return point;
}

/// All of a run but its losses.
Json figuresJson(const ComparisonRun& run) {
  Json points = Json::array();
  for (const ComparisonPoint& point : run.points) points.push_back(pointJson(point));
  return {{"strategy", run.strategy},
          {"seed", run.seed},
          {"parameters", run.parameters},
          {"seconds", run.seconds},
          {"points", points}};
}

ComparisonRun figuresFrom(JsonReader& reader, const std::string& where) {
  ComparisonRun run;
  reader.require("strategy", run.strategy);
  reader.require("seed", run.seed);
  reader.require("parameters", run.parameters);
  reader.require("seconds", run.seconds);
  for (const Json& point : reader.needArray("points")) run.points.push_back(pointFromJson(point, where));
  if (run.points.empty()) fail(where, ": 'points' holds nothing, a run with at least one was expected");
  return run;
}

Json strategyJson(const Strategy& strategy) {
  return {{"name", strategy.name}, {"naive", strategy.naive}, {"start", toJson(strategy.start)}};
}

Strategy strategyFrom(const Json& json, const std::string& where) {
  JsonReader reader(json, where + ": strategies");
  Strategy strategy;
  reader.require("name", strategy.name);
  reader.require("naive", strategy.naive);
  JsonReader inner(reader.need("start"), where + ": strategies: start");
  StepSettings settings;
  readSettings(inner, settings);
  inner.finish();
  strategy.start = settings.start;
  reader.finish();
  return strategy;
}

/// Levels of a recipe, which is in a session's description here.
constexpr int deepestPart = 16;

}  // namespace

Json comparisonRunJson(const ComparisonRun& run) {
  Json json = figuresJson(run);
  json["losses"] = run.losses;
  return json;
}

ComparisonRun comparisonRunFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  ComparisonRun run = figuresFrom(reader, where);
  reader.require("losses", run.losses);
  return run;
}

Json keptComparisonJson(const KeptComparison& kept) {
  const Comparison& comparison = kept.comparison;
  Json json{{"name", kept.name},
            {"written", kept.written},
            {"recipe", parseShallow(recipeToJson(comparison.recipe), deepestPart, "recipe")},
            {"seeds", comparison.seeds},
            {"teacher_scores", scoresJson(comparison.teacherScores)},
            {"speedups", comparison.speedups}};
  json["strategies"] = Json::array();
  for (const Strategy& strategy : comparison.strategies) json["strategies"].push_back(strategyJson(strategy));
  json["runs"] = Json::array();
  for (const ComparisonRun& run : comparison.runs) {
    json["runs"].push_back(figuresJson(run));
    json["runs"].back()["iterations"] = run.losses.size();
  }
  return json;
}

ComparisonOutline keptComparisonFromJson(const Json& json, int layers, const std::string& where) {
  JsonReader reader(json, where);
  ComparisonOutline outline;
  KeptComparison& kept = outline.kept;
  Comparison& comparison = kept.comparison;
  reader.require("name", kept.name);
  reader.require("written", kept.written);
  comparison.recipe = recipeFromJson(dumpJson(reader.need("recipe")), layers);
  reader.require("seeds", comparison.seeds);
  comparison.teacherScores = scoresFromJson(reader.need("teacher_scores"), where + ": teacher_scores");
  reader.require("speedups", comparison.speedups);
  for (const Json& strategy : reader.needArray("strategies"))
    comparison.strategies.push_back(strategyFrom(strategy, where));
  for (const Json& run : reader.needArray("runs")) {
    JsonReader inner(run, where + ": runs");
    comparison.runs.push_back(figuresFrom(inner, where + ": runs"));
    inner.require("iterations", outline.iterations.emplace_back());
    inner.finish();
  }
  reader.finish();
  return outline;
}

}  // namespace zipper
