// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/merge_options.h"
#include "app/cli/merge_progress.h"
#include "app/cli/processes.h"
#include "app/cli/read_files.h"
#include "app/cli/standard_output.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/inference_time.h"
#include "core/network/compatibility.h"
#include "core/report/guess_notice.h"
#include "core/report/trunk_sweep.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/text_format.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

namespace {

constexpr int repetitions = 50;

struct TrunksOptions : MergeOptions {
  std::vector<int> depths;
};

/// Those that are asked for, or else all that the networks can have; ascending.
std::vector<int> depthsOf(const TrunksOptions& options, int layers) {
  std::vector<int> depths = options.depths;
  for (int depth = 0; options.depths.empty() && depth <= layers; ++depth) depths.push_back(depth);
  std::sort(depths.begin(), depths.end());
  if (std::adjacent_find(depths.begin(), depths.end()) != depths.end()) refuse("--depths: a depth is named twice");
  if (depths.back() > layers) refuse("--depths: ", depths.back(), " found, but the networks have ", layers, " layers");
  return depths;
}

void setTrunk(Recipe& recipe, int depth) {
  recipe.defaults.trunk = depth;
  for (StepPlan& step : recipe.steps) step.settings.trunk = depth;
}

/// Refused at the beginning if the tasks can't have it; told if the plan doesn't reach it.
void checkDeepest(Session& session, const std::vector<TaskData>& data, int depth) {
  setTrunk(session.recipe, depth);
  const std::string reason = depth > 0 ? whyNoTrunk(session.specs()) : "";
  if (!reason.empty()) throw Error(reason);
  validate(session.recipe, session.layers());
  for (const std::string& doubt : doubtsAbout(session, data)) printWarning(doubt);
}

/// One merge from the teachers, scored after its last step. `finished` is called after each step and the scoring.
TrunkPoint runDepth(const Session& start, int depth, const std::vector<TaskData>& data, const Observer& observer,
                    const std::function<void()>& finished, const Work& work) {
  Session session = start;
  setTrunk(session.recipe, depth);
  RunOptions unscored;
  unscored.evaluate = false;
  const auto stepFinished = [&](const Session&) { finished(); };
  runSteps(session, remainingSteps(session), data, unscored, observer, stepFinished, work);
  StepResult last = *session.steps.back();
  last.calibrated = evaluateStep(session, session.current, data, observer, work);
  finished();
  session.steps.back() = std::make_shared<const StepResult>(std::move(last));
  return trunkPoint(session, measureInference(session, 1, repetitions));
}

void show(const TrunkPoint& point, bool json, ProgressLine& line) {
  const std::string speedup = concat(std::round(100 * point.speedup()) / 100, "x");
  if (json)
    printJson({{"event", "trunk"},
               {"trunk", point.depth},
               {"mean_top1", meanTop1(point.scores)},
               {"speedup", point.speedup()},
               {"seconds", point.seconds}});
  else
    line.finishLine(concat("trunk ", point.depth, "  mean top-1 ", plain(percentText(meanTop1(point.scores))),
                           "  speedup ", speedup, "  (", plain(durationText(point.seconds)), ")"));
}

/// Scoring the teachers, then for each depth the steps of the plan and scoring what came out.
std::vector<StepWork> sweepWork(const Session& start, std::size_t depths, const std::vector<TaskData>& data) {
  std::vector<StepWork> run = workOf(start, start.recipe.steps, workData(data, false), false);
  run.push_back(teacherWork(workData(data)));
  std::vector<StepWork> all{teacherWork(workData(data))};
  for (std::size_t i = 0; i < depths; ++i) all.insert(all.end(), run.begin(), run.end());
  return all;
}

/// Runs all depths; what is finished is on disk, and counted, after each.
void sweep(const TrunksOptions& options, const std::vector<int>& depths, const Session& start,
           const std::vector<TaskData>& data, int& finished, const Work& work) {
  ProgressLine line;
  const bool json = options.progress == "json";
  const auto clock = std::chrono::steady_clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - clock).count(); };
  RunEstimate estimate(sweepWork(start, depths.size(), data), {}, 0);
  std::string title = "teachers";
  const auto showLine = [&](std::optional<StepTarget> target) {
    const std::string step = target ? ", " + titleOfStep(*target) : "";
    if (!json) line.show(title + step + timeLeftText(estimate.secondsLeft()), estimate.share());
  };
  Observer observer;
  observer.batch = [&](const BatchProgress& progress) {
    estimate.batch(progress, seconds());
    showLine(progress.target);
  };
  observer.stage = [&](const StageProgress& progress) {
    estimate.stage(progress, seconds());
    showLine(progress.stage == Stage::Evaluating ? std::nullopt : progress.target);
  };
  const auto stepFinished = [&] { estimate.stepFinished(seconds()); };
  TrunkSweep result{start.recipe, evaluateTeachers(start, data, observer, work), {}, guessesOf(start)};
  stepFinished();
  for (const int depth : depths) {
    title = concat("trunk ", depth);
    result.points.push_back(runDepth(start, depth, data, observer, stepFinished, work));
    line.clear();
    show(result.points.back(), json, line);
    writeOrKeep(options.report, "the report of the depths so far",
                [&](const auto& folder) { writeTrunkSweep(folder, result); });
    ++finished;
  }
}

int trunks(const TrunksOptions& options) {
  needOneProcess("trunks");
  const StopToken stop = stopOnInterrupt();
  Recipe recipe = recipeFromOptions(options);
  if (recipe.preset == exactPreset)
    refuse("--preset exact: there is nothing to choose among, as no answer changes; use zipper merge");
  checkSources(options.tasks, recipe, NeedsImages::Always);
  if (recipe.steps.empty()) fail("the recipe has no steps: nothing would be merged");
  prepareReport(options.report, trunkSweepFiles(), filesRead(recipe, options));
  if (options.progress == "json") tellBrokenOutputAtOnce();
  recipe.threads = setComputeThreads(recipe.threads);
  std::vector<int> depths;
  OpeningWishes wishes = wishesOf(options);
  wishes.layersKnown = [&, check = wishes.layersKnown](int layers) {
    check(layers);
    depths = depthsOf(options, layers);
  };
  std::vector<TaskData> data = openImagesOf(recipe, TaskImages::TrainingAndTest, stop);
  Session session = openSession(recipe, data, wishes, stop);
  checkDeepest(session, data, depths.back());
  int finished = 0;
  try {
    sweep(options, depths, session, data, finished, {stop, {}, printWarning});
  } catch (const Cancelled&) {
    tellInterrupted(options.report, "depth", finished);
    return exitInterrupted;
  }
  if (options.progress == "json")
    printJson({{"event", "done"}, {"report", options.report}, {"guessed", guessesJson(guessesOf(session))}});
  else
    printLine("report:  " + options.report + "/trunks.html");
  return 0;
}

}  // namespace

void addTrunks(CLI::App& app, Run& run) {
  auto options = std::make_shared<TrunksOptions>();
  CLI::App* command = app.add_subcommand(
      "trunks", "Merge the same networks with trunks of several depths, and chart accuracy against measured speedup");
  command->footer(
      "For tasks that look at the same image: the first layers are shared whole and computed once. Times are measured\n"
      "after each merge, best on a machine that does nothing else.\n"
      "Example:\n  zipper trunks --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --steps 10 --depths 0,4,8,13 --report trunks");
  addModelOptions(*command, options->tasks);
  command
      ->add_option("--depths", options->depths,
                   "Depths, separated by commas; if not given, all from 0 to the last layer")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::NonNegativeNumber);
  addCommonOptions(*command, options);
  command->remove_option(command->get_option("--trunk"));
  command->remove_option(command->get_option("--no-eval"));
  command->get_option("--report")->required();
  command->callback([options, &run] { run = [options] { return trunks(*options); }; });
}

}  // namespace zipper::cli
