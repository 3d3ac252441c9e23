// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/trunk_sweep.h"

#include "core/analysis/inference_time.h"
#include "core/network/task_names.h"
#include "core/recipe/fields.h"
#include "core/report/guess_notice.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/report/scores_json.h"
#include "core/report/svg_chart.h"
#include "core/report/task_legend.h"
#include "core/report/timestamp.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/text_format.h"
#include "core/support/version.h"

namespace zipper {

namespace {

/// The recipe without the trunk, which is what differs.
Json commonRecipe(const Recipe& recipe) {
  Json json = parseShallow(recipeToJson(recipe), 16, "recipe");
  const std::string trunk = infoOf(RecipeField::Trunk).key;
  const auto erase = [&trunk](Json& object) {
    if (object.is_object()) object.erase(trunk);
  };
  for (Json& value : json) {
    erase(value);
    if (!value.is_array()) continue;
    for (Json& entry : value) erase(entry);
  }
  return json;
}

Json toJson(const TrunkPoint& point) {
  return {{"trunk", point.depth},
          {"top1", top1Of(point.scores)},
          {"mean_top1", meanTop1(point.scores)},
          {"speedup", point.speedup()},
          {"inference_ms",
           {{"batch", point.time.batch},
            {"threads", point.time.threads},
            {"repetitions", point.time.repetitions},
            {"separate", point.time.separate},
            {"merged", point.time.merged},
            {"merged_trunk_once", point.time.trunk > 0 ? Json(point.time.trunk) : Json(nullptr)}}},
          {"macs_same_image", {{"separate", point.cost.separateMacs}, {"merged", point.cost.mergedMacs}}},
          {"parameters", {{"separate", point.cost.separateParameters}, {"merged", point.cost.mergedParameters}}},
          {"seconds", point.seconds}};
}

LineChart chartOf(const TrunkSweep& sweep) {
  LineChart chart;
  chart.title = "Mean top-1 of the tasks against measured speedup, a point per depth of the trunk";
  chart.xLabel = "measured speedup against separate networks, one image for all tasks";
  chart.yLabel = "mean top-1, %";
  ChartSeries series{"last layer of the trunk (0: none)", 0, ChartLine::Solid, ChartMarker::Circle, false, {}};
  for (const TrunkPoint& point : sweep.points)
    series.points.push_back({point.speedup(), 100 * meanTop1(point.scores), false, concat(point.depth)});
  chart.series.push_back(std::move(series));
  return chart;
}

std::string tableOf(const TrunkSweep& sweep) {
  std::vector<HtmlCell> heads{{"layers shared whole"}};
  for (std::size_t t = 0; t < sweep.teacherScores.size(); ++t)
    heads.push_back({concat("top-1 ", taskCapital(int(t))), true});
  for (const char* text : {"mean top-1", "against the teachers", "separate", "all tasks, one image", "speedup", "MACs",
                           "parameters", "time to merge"})
    heads.push_back({text, true});
  std::string rows;
  for (const TrunkPoint& point : sweep.points) {
    std::vector<HtmlCell> cells{{point.depth == 0 ? "none" : concat("0 to ", point.depth)}};
    for (const Score& score : point.scores) cells.push_back({percentText(score.top1), true});
    const double mean = meanTop1(point.scores);
    const InferenceTime& time = point.time;
    for (const std::string& text :
         {percentText(mean), pointsText(mean - meanTop1(sweep.teacherScores)), millisecondsText(time.separate),
          millisecondsText(time.trunk > 0 ? time.trunk : time.merged), fixedNumber(point.speedup(), 2) + "\u00d7",
          withThousands(point.cost.mergedMacs), withThousands(point.cost.mergedParameters),
          durationText(point.seconds)})
      cells.push_back({text, true});
    rows += htmlRow(cells);
  }
  return htmlTable(htmlRow(heads, true), rows);
}

std::string noteOf(const TrunkSweep& sweep) {
  if (sweep.points.empty()) return "";
  const InferenceTime& time = sweep.points.front().time;
  return concat("<p class=\"soft\">Each depth was merged and calibrated by itself from the teachers (mean top-1 ",
                percentText(meanTop1(sweep.teacherScores)), "). Times: medians of ", time.repetitions, " batches of ",
                time.batch, ", ", time.threads, time.threads == 1 ? " thread" : " threads",
                ", separate and merged measured in turns, batch normalization folded. MACs: of all tasks for one image "
                "that all look at.</p>\n");
}

}  // namespace

TrunkPoint trunkPoint(const Session& session, const InferenceTime& time) {
  return {session.trunk(), currentScores(session), time, mergeCost(session), secondsOfPath(session)};
}

std::string trunkSweepJson(const TrunkSweep& sweep) {
  Json json{{"zipper", version}, {"written", timestamp()}, {"recipe", commonRecipe(sweep.recipe)}};
  if (Json guessed = guessesJson(sweep.guesses); !guessed.empty()) json["guessed"] = std::move(guessed);
  json["teacher_top1"] = top1Of(sweep.teacherScores);
  json["points"] = Json::array();
  for (const TrunkPoint& point : sweep.points) json["points"].push_back(toJson(point));
  return dumpJson(json, 2);
}

std::string trunkSweepCsv(const TrunkSweep& sweep) {
  std::string text = "trunk";
  for (std::size_t t = 0; t < sweep.teacherScores.size(); ++t) text += ",top1_" + taskName(int(t));
  text += ",mean_top1,separate_ms,merged_ms,trunk_once_ms,speedup,batch,threads,macs,parameters,seconds\n";
  for (const TrunkPoint& point : sweep.points) {
    text += concat(point.depth);
    for (const Score& score : point.scores) text += "," + shortestNumber(score.top1);
    text += concat(",", shortestNumber(meanTop1(point.scores)), ",", shortestNumber(point.time.separate), ",",
                   shortestNumber(point.time.merged), ",",
                   point.time.trunk > 0 ? shortestNumber(point.time.trunk) : std::string(), ",",
                   shortestNumber(point.speedup()), ",", point.time.batch, ",", point.time.threads, ",",
                   point.cost.mergedMacs, ",", point.cost.mergedParameters, ",", shortestNumber(point.seconds), "\n");
  }
  return text;
}

std::string trunkSweepSvg(const TrunkSweep& sweep) { return svgOf(chartOf(sweep)); }

std::string trunkSweepHtml(const TrunkSweep& sweep) {
  const std::string chart = concat("<figure>\n", trunkSweepSvg(sweep),
                                   "<figcaption>Top-1 on the test images against speedup as measured on this machine: "
                                   "up and to the right is better.</figcaption>\n</figure>\n");
  const std::string recipe = concat("<details><summary>What all runs have in common</summary>\n<pre>",
                                    escapeXml(dumpJson(commonRecipe(sweep.recipe), 2)), "</pre></details>\n");
  return htmlPage("Depth of the trunk", "accuracy against measured speedup, a point per depth",
                  guessNotice(sweep.guesses) + taskLegend(sweep.recipe.sources) +
                      htmlSection("Accuracy against speedup", chart) +
                      htmlSection("Depths", tableOf(sweep) + noteOf(sweep)) + htmlSection("Recipe", recipe));
}

void writeTrunkSweep(const std::filesystem::path& folder, const TrunkSweep& sweep) {
  createFolder(folder);
  writeFileAtomically(folder / "trunks.json", trunkSweepJson(sweep));
  writeFileAtomically(folder / "trunks.csv", trunkSweepCsv(sweep));
  writeFileAtomically(folder / "trunks.svg", trunkSweepSvg(sweep));
  writeFileAtomically(folder / "trunks.html", trunkSweepHtml(sweep));
}

std::vector<std::string> trunkSweepFiles() { return {"trunks.json", "trunks.csv", "trunks.svg", "trunks.html"}; }

}  // namespace zipper
