// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/scores_json.h"

#include <limits>

#include "core/support/error.h"

namespace zipper {

Json scoresJson(const Scores& scores) {
  Json json = Json::array();
  for (const Score& score : scores) {
    json.push_back({{"images", score.images}, {"top1", score.top1}, {"top5", score.top5}, {"loss", score.loss}});
    if (score.drawnFrom > 0) json.back()["drawn_from"] = score.drawnFrom;
  }
  return json;
}

Scores scoresFromJson(const Json& json, const std::string& where) {
  if (!json.is_array()) fail(where, ": ", shownJson(json), " found, a list of scores expected");
  Scores scores;
  for (const Json& entry : json) {
    JsonReader reader(entry, where);
    Score score;
    reader.require("images", score.images);
    reader.require("top1", score.top1);
    reader.require("top5", score.top5);
    reader.read("drawn_from", score.drawnFrom);
    // A loss that isn't finite is written as null.
    score.loss = std::numeric_limits<double>::quiet_NaN();
    if (!reader.need("loss").is_null()) reader.read("loss", score.loss);
    reader.finish();
    scores.push_back(score);
  }
  return scores;
}

}  // namespace zipper
