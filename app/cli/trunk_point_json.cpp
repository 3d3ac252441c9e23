// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/trunk_point_json.h"

#include "core/session/scores_json.h"

namespace zipper::cli {

namespace {

Json timeJson(const InferenceTime& time) {
  return {{"batch", time.batch},   {"threads", time.threads},         {"separate", time.separate},
          {"merged", time.merged}, {"repetitions", time.repetitions}, {"trunk", time.trunk}};
}

InferenceTime timeFrom(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  InferenceTime time;
  reader.require("batch", time.batch);
  reader.require("threads", time.threads);
  reader.require("separate", time.separate);
  reader.require("merged", time.merged);
  reader.require("repetitions", time.repetitions);
  reader.require("trunk", time.trunk);
  return time;
}

}  // namespace

Json mergeCostJson(const MergeCost& cost) {
  return {{"separate_parameters", cost.separateParameters},
          {"merged_parameters", cost.mergedParameters},
          {"separate_bytes", cost.separateBytes},
          {"merged_bytes", cost.mergedBytes},
          {"compression", cost.compression},
          {"separate_macs", cost.separateMacs},
          {"merged_macs", cost.mergedMacs}};
}

MergeCost mergeCostFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  MergeCost cost;
  reader.require("separate_parameters", cost.separateParameters);
  reader.require("merged_parameters", cost.mergedParameters);
  reader.require("separate_bytes", cost.separateBytes);
  reader.require("merged_bytes", cost.mergedBytes);
  reader.require("compression", cost.compression);
  reader.require("separate_macs", cost.separateMacs);
  reader.require("merged_macs", cost.mergedMacs);
  return cost;
}

Json trunkPointJson(const TrunkPoint& point) {
  return {{"depth", point.depth},
          {"scores", scoresJson(point.scores)},
          {"time", timeJson(point.time)},
          {"cost", mergeCostJson(point.cost)},
          {"seconds", point.seconds}};
}

TrunkPoint trunkPointFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  TrunkPoint point;
  reader.require("depth", point.depth);
  reader.require("seconds", point.seconds);
  point.scores = scoresFromJson(reader.need("scores"), where);
  point.time = timeFrom(reader.need("time"), where);
  point.cost = mergeCostFromJson(reader.need("cost"), where);
  return point;
}

}  // namespace zipper::cli
