// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/run_json.h"

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
  return point;
}

}  // namespace

Json comparisonRunJson(const ComparisonRun& run) {
  Json points = Json::array();
  for (const ComparisonPoint& point : run.points) points.push_back(pointJson(point));
  return {{"strategy", run.strategy}, {"seed", run.seed}, {"parameters", run.parameters},
          {"seconds", run.seconds},   {"points", points}, {"losses", run.losses}};
}

ComparisonRun comparisonRunFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  ComparisonRun run;
  reader.require("strategy", run.strategy);
  reader.require("seed", run.seed);
  reader.require("parameters", run.parameters);
  reader.require("seconds", run.seconds);
  reader.require("losses", run.losses);
  for (const Json& point : reader.needArray("points")) run.points.push_back(pointFromJson(point, where));
  if (run.points.empty()) fail(where, ": 'points' holds nothing, a run with at least one was expected");
  return run;
}

}  // namespace zipper
