// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/size_point_json.h"

#include "app/cli/trunk_point_json.h"
#include "core/session/scores_json.h"
#include "core/support/error.h"

namespace zipper::cli {

namespace {

/// "110": the first two images are right.
std::string textOfRight(const std::vector<bool>& right) {
  std::string text;
  for (const bool one : right) text += one ? '1' : '0';
  return text;
}

std::vector<bool> rightFromText(const std::string& text, const std::string& where) {
  if (text.find_first_not_of("01") != std::string::npos) fail(where, ": 'right' holds other signs than 0 and 1");
  std::vector<bool> right;
  for (const char sign : text) right.push_back(sign == '1');
  return right;
}

}  // namespace

Json sizePointJson(const SizePoint& point) {
  Json right = Json::array();
  for (const std::vector<bool>& task : point.right) right.push_back(textOfRight(task));
  return {{"layers", point.layers},
          {"calibrated", point.calibrated},
          {"scores", scoresJson(point.scores)},
          {"cost", mergeCostJson(point.cost)},
          {"right", right},
          {"seconds", point.seconds}};
}

SizePoint sizePointFromJson(const Json& json, const std::string& where) {
  JsonReader reader(json, where);
  SizePoint point;
  std::vector<std::string> right;
  reader.require("layers", point.layers);
  reader.require("calibrated", point.calibrated);
  reader.require("right", right);
  reader.require("seconds", point.seconds);
  point.scores = scoresFromJson(reader.need("scores"), where);
  point.cost = mergeCostFromJson(reader.need("cost"), where);
  for (const std::string& task : right) point.right.push_back(rightFromText(task, where));
  return point;
}

}  // namespace zipper::cli
