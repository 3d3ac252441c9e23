// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/merge_options.h"
#include "app/cli/processes.h"
#include "app/cli/read_files.h"
#include "app/cli/standard_output.h"
#include "app/cli/sweep.h"
#include "app/cli/trunk_point_json.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/inference_time.h"
#include "core/analysis/trunk_runs.h"
#include "core/network/compatibility.h"
#include "core/report/guess_notice.h"
#include "core/report/trunk_sweep.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/text_format.h"
#include "core/zippering/run_folder.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

namespace {

struct TrunksOptions : MergeOptions {
  std::vector<int> depths;
  bool resume = false;
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

std::vector<QueuedRun> queueOf(const Session& start, const std::vector<int>& depths) {
  std::vector<QueuedRun> runs;
  for (const int depth : depths) {
    Recipe recipe = start.recipe;
    setTrunk(recipe, depth);
    runs.push_back({concat("trunk-", depth), dependenceOf(recipe)});
  }
  return runs;
}

/// Refused at the beginning if the tasks can't have it; told if the plan doesn't reach it.
void checkDeepest(Session& session, const std::vector<TaskData>& data, int depth) {
  setTrunk(session.recipe, depth);
  const std::string reason = depth > 0 ? whyNoTrunk(session.specs()) : "";
  if (!reason.empty()) throw Error(reason);
  validate(session.recipe, session.layers());
  for (const std::string& doubt : doubtsAbout(session, data)) printWarning(doubt);
}

void show(const TrunkPoint& point, bool json, SweepProgress& progress) {
  const std::string speedup = concat(std::round(100 * point.speedup()) / 100, "x");
  if (json)
    printJson({{"event", "trunk"},
               {"trunk", point.depth},
               {"mean_top1", meanTop1(point.scores)},
               {"speedup", point.speedup()},
               {"seconds", point.seconds}});
  else
    progress.finishLine(concat("trunk ", point.depth, "  mean top-1 ", plain(percentText(meanTop1(point.scores))),
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

/// All depths.
class TrunksSweep : public Sweep {
 public:
  TrunksSweep(const TrunksOptions& options, const std::vector<int>& depths, const Session& start,
              const std::vector<TaskData>& data, RunFolder& folder, const StopToken& stop)
      : Sweep(folder, stop, options.progress == "json", sweepWork(start, folder.own().size(), data)),
        options_(options),
        depths_(depths),
        start_(start),
        data_(data),
        points_(depths.size()) {}

 protected:
  void scoreTeachers(const Observer& observer, const Work& work) override {
    result_ = {start_.recipe, evaluateTeachers(start_, data_, observer, work), {}, guessesOf(start_)};
  }

  std::string title(std::size_t run) const override { return concat("trunk ", depths_[run]); }

  Json merge(std::size_t run, const Observer& observer, const std::function<void()>& stepFinished,
             const Work& work) override {
    const Session session = mergedWithTrunk(start_, depths_[run], data_, observer, stepFinished, work);
    return trunkPointJson(trunkPoint(session, measureInference(session, 1, trunkRepetitions)));
  }

  void take(std::size_t run, const Json& json) override { points_[run] = trunkPointFromJson(json, title(run)); }

  void tell(std::size_t run, SweepProgress& progress) override {
    show(*points_[run], options_.progress == "json", progress);
  }

  void writeReport() override {
    result_.points.clear();
    for (const auto& point : points_)
      if (point) result_.points.push_back(*point);
    writeOrKeep(options_.report, "the report of the depths so far",
                [&](const auto& folder) { writeTrunkSweep(folder, result_); });
  }

  /// While other processes computed, times were no good.
  void whenAlone(const Work& work, SweepProgress& progress) override {
    tellLine("times are measured again, now that the other processes rest");
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (!points_[i]) continue;
      points_[i]->time = timeWithTrunk(start_, depths_[i], data_, work);
      tell(i, progress);
    }
    writeReport();
  }

 private:
  const TrunksOptions& options_;
  const std::vector<int>& depths_;
  const Session& start_;
  const std::vector<TaskData>& data_;
  std::vector<std::optional<TrunkPoint>> points_;
  TrunkSweep result_;
};

int sweepTrunks(const TrunksOptions& options, const std::vector<int>& depths, const Session& session,
                const std::vector<TaskData>& data, const StopToken& stop, const ProcessGroupPtr& group) {
  RunFolder folder(options.report, queueOf(session, depths), options.resume, group);
  TrunksSweep sweep(options, depths, session, data, folder, stop);
  if (!runSweep(sweep, folder, options.report, "depth")) return exitInterrupted;
  if (!folder.gathers()) return 0;
  if (options.progress == "json")
    printJson({{"event", "done"}, {"report", options.report}, {"guessed", guessesJson(guessesOf(session))}});
  else
    printLine("report:  " + options.report + "/trunks.html");
  return 0;
}

int trunks(const TrunksOptions& options) {
  const StopToken stop = stopOnInterrupt();
  Recipe recipe = recipeFromOptions(options);
  if (recipe.preset == exactPreset)
    refuse("--preset exact: there is nothing to choose among, as no answer changes; use zipper merge");
  checkSources(options.tasks, recipe, NeedsImages::Always);
  if (recipe.steps.empty()) fail("the recipe has no steps: nothing would be merged");
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group)) {
    prepareReport(options.report, trunkSweepFiles(), filesRead(recipe, options));
    if (options.progress == "json") tellBrokenOutputAtOnce();
  }
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
  return sweepTrunks(options, depths, session, data, stop, group);
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
  command->add_flag("--resume", options->resume,
                    "Take the finished depths that the report's folder holds, and do the others");
  addCommonOptions(*command, options);
  command->remove_option(command->get_option("--trunk"));
  command->remove_option(command->get_option("--no-eval"));
  command->get_option("--report")->required();
  command->callback([options, &run] { run = [options] { return trunks(*options); }; });
}

}  // namespace zipper::cli
