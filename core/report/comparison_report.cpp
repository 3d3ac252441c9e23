// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/comparison_report.h"

#include <cmath>

#include "core/network/task_names.h"
#include "core/recipe/settings_json.h"
#include "core/report/comparison_charts.h"
#include "core/report/comparison_figures.h"
#include "core/report/guess_notice.h"
#include "core/report/scores_json.h"
#include "core/report/timestamp.h"
#include "core/support/csv_field.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/text_format.h"
#include "core/support/version.h"

namespace zipper {

namespace {

Json toJson(const Spread& spread) {
  if (spread.count == 0) return nullptr;
  return {{"mean", spread.mean}, {"std", spread.deviation}, {"runs", spread.count}};
}

Json toJson(const StrategyFigures& figures) {
  Json json{{"name", figures.strategy.name}};
  json.update(toJson(figures.strategy.start));
  json["runs"] = figures.runs;
  for (std::size_t t = 0; t < figures.top1.size(); ++t) json["top1"][taskName(int(t))] = toJson(figures.top1[t]);
  json["mean_top1"] = toJson(figures.meanTop1);
  json["mean_top1_untrained"] = toJson(figures.untrained);
  json["iterations"] = toJson(figures.iterations);
  json["seconds"] = toJson(figures.seconds);
  json["within_1_point"] = {{"iterations", toJson(figures.iterationsWithin1)},
                            {"seconds", toJson(figures.secondsWithin1)}};
  json["within_2_points"] = {{"iterations", toJson(figures.iterationsWithin2)},
                             {"seconds", toJson(figures.secondsWithin2)}};
  return json;
}

Json toJson(const ComparisonRun& run) {
  Json points = Json::array();
  for (const ComparisonPoint& point : run.points)
    points.push_back({{"layer", targetNumber(point.target)},
                      {"merged_layers", point.mergedLayers},
                      {"calibrated", point.calibrated},
                      {"iterations", point.iterations},
                      {"seconds", point.seconds},
                      {"top1", top1Of(point.scores)}});
  return {{"strategy", run.strategy},        {"seed", run.seed},
          {"iterations", run.losses.size()}, {"seconds", run.seconds},
          {"parameters", run.parameters},    {"points", points}};
}

}  // namespace

std::string comparisonJson(const Comparison& comparison) {
  Json json{{"zipper", version},
            {"written", timestamp()},
            {"recipe", parseShallow(recipeToJson(comparison.recipe), 16, "recipe")}};
  json["seeds"] = comparison.seeds;
  if (Json guessed = guessesJson(comparison.guesses); !guessed.empty()) json["guessed"] = std::move(guessed);
  json["teacher_top1"] = top1Of(comparison.teacherScores);
  json["parameters"] = {{"separate", comparison.cost.separateParameters}, {"merged", comparison.cost.mergedParameters}};
  json["compression"] = comparison.cost.compression;
  if (!comparison.speedups.empty()) json["speedup_after_steps"] = comparison.speedups;
  json["strategies"] = Json::array();
  for (const StrategyFigures& figures : strategyFigures(comparison)) json["strategies"].push_back(toJson(figures));
  json["runs"] = Json::array();
  for (const ComparisonRun& run : comparison.runs) json["runs"].push_back(toJson(run));
  return dumpJson(json, 2);
}

std::string comparisonCsv(const Comparison& comparison) {
  std::string text = "strategy,seed,layer,merged_layers,moment,iterations,seconds,speedup";
  for (std::size_t t = 0; t < comparison.teacherScores.size(); ++t)
    text += concat(",top1_", taskName(int(t)), ",loss_", taskName(int(t)));
  text += "\n";
  for (const ComparisonRun& run : comparison.runs)
    for (const ComparisonPoint& point : run.points) {
      text += concat(csvField(run.strategy), ",", run.seed, ",", targetNumber(point.target), ",", point.mergedLayers,
                     ",", point.calibrated ? "calibrated" : "initialized", ",", point.iterations, ",",
                     shortestNumber(point.seconds), ",");
      const double speedup = speedupAt(comparison, run, point);
      if (std::isfinite(speedup)) text += shortestNumber(speedup);
      for (const Score& score : point.scores)
        text += concat(",", shortestNumber(score.top1), ",", shortestNumber(score.loss));
      text += "\n";
    }
  return text;
}

std::string comparisonLossesCsv(const Comparison& comparison) {
  std::string text = "strategy,seed,iteration,loss\n";
  for (const ComparisonRun& run : comparison.runs)
    for (std::size_t i = 0; i < run.losses.size(); ++i)
      text += concat(csvField(run.strategy), ",", run.seed, ",", i + 1, ",", shortestNumber(run.losses[i]), "\n");
  return text;
}

std::vector<std::string> comparisonFileNames() {
  return {"compare.html",       "compare.json",        "compare.csv",    "compare-losses.csv",
          "top1-by-layers.svg", "top1-by-speedup.svg", "convergence.svg"};
}

void writeComparison(const std::filesystem::path& folder, const Comparison& comparison) {
  createFolder(folder);
  writeFileAtomically(folder / "compare.json", comparisonJson(comparison));
  writeFileAtomically(folder / "compare.csv", comparisonCsv(comparison));
  writeFileAtomically(folder / "compare-losses.csv", comparisonLossesCsv(comparison));
  for (const ComparisonFigure& figure : comparisonCharts(comparison))
    writeFileAtomically(folder / (figure.name + ".svg"), svgOf(figure.chart));
  writeFileAtomically(folder / "compare.html", comparisonHtml(comparison));
}

}  // namespace zipper
