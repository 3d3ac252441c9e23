// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/changes_json.h"

#include "core/network/task_names.h"

namespace zipper {

Json proportionJson(const Proportion& proportion) {
  return {
      {"images", proportion.images}, {"top1", proportion.share}, {"low", proportion.low}, {"high", proportion.high}};
}

Json changesJson(const TaskAnswers& answers, const TaskChanges& changes) {
  Json json{{"task", taskName(answers.task)}, {"images", changes.images()}};
  if (answers.unreadable > 0) json["unreadable_images"] = answers.unreadable;
  if (answers.mergedScore.drawnFrom > 0) json["drawn_from"] = answers.mergedScore.drawnFrom;
  json["teacher"] = proportionJson(changes.teacher);
  json["merged"] = proportionJson(changes.merged);
  json["both_right"] = changes.bothRight;
  json["lost"] = changes.lost;
  json["won"] = changes.won;
  json["both_wrong"] = changes.bothWrong;
  json["mcnemar_p"] = changes.p;
  json["classes"] = Json::array();
  for (const ClassChange& one : changes.classes)
    json["classes"].push_back({{"class", one.label},
                               {"name", answers.classNames.at(std::size_t(one.label))},
                               {"images", one.merged.images},
                               {"teacher", one.teacher.share},
                               {"merged", one.merged.share},
                               {"lost", one.lost},
                               {"won", one.won}});
  return json;
}

Json confusionJson(const Confusion& confusion) {
  Json json = Json::array();
  for (const ConfusionCell& cell : confusion.cells)
    json.push_back(
        {{"label", cell.label}, {"answer", cell.answer}, {"teacher", cell.teacher}, {"merged", cell.merged}});
  return json;
}

}  // namespace zipper
