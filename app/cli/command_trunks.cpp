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
#include "app/cli/trunk_point_json.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/inference_time.h"
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

constexpr int repetitions = 50;

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

void setTrunk(Recipe& recipe, int depth) {
  recipe.defaults.trunk = depth;
  for (StepPlan& step : recipe.steps) step.settings.trunk = depth;
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

/// The same network with weights that next to nothing was done for: times depend on nothing else.
InferenceTime timeOf(const Session& start, int depth, const std::vector<TaskData>& data, const Work& work) {
  Session session = start;
  setTrunk(session.recipe, depth);
  for (StepPlan& step : session.recipe.steps) {
    step.settings.start = Start();
    step.settings.reestimateStatistics = false;
    step.settings.calibration.iterations = 0;
  }
  RunOptions unscored;
  unscored.evaluate = false;
  runSteps(session, remainingSteps(session), data, unscored, {}, {}, work);
  return measureInference(session, 1, repetitions);
}

/// Shows on the terminal how far this process is.
class SweepProgress {
 public:
  SweepProgress(bool json, RunEstimate estimate) : json_(json), estimate_(std::move(estimate)) {}

  Observer observer() {
    Observer observer;
    observer.batch = [this](const BatchProgress& progress) {
      estimate_.batch(progress, seconds());
      showLine(progress.target);
    };
    observer.stage = [this](const StageProgress& progress) {
      estimate_.stage(progress, seconds());
      showLine(progress.stage == Stage::Evaluating ? std::nullopt : progress.target);
    };
    return observer;
  }
  void begin(const std::string& title) { title_ = title; }
  void stepFinished() { estimate_.stepFinished(seconds()); }
  void show(const TrunkPoint& point) {
    line_.clear();
    zipper::cli::show(point, json_, line_);
  }
  void clear() { line_.clear(); }

 private:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  void showLine(std::optional<StepTarget> target) {
    const std::string step = target ? ", " + titleOfStep(*target) : "";
    if (!json_) line_.show(title_ + step + timeLeftText(estimate_.secondsLeft()), estimate_.share());
  }

  bool json_;
  RunEstimate estimate_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string title_ = "teachers";
  ProgressLine line_;
};

/// All depths, of which this process does its own; what is finished is on disk after each.
class Sweep {
 public:
  Sweep(const TrunksOptions& options, const std::vector<int>& depths, const Session& start,
        const std::vector<TaskData>& data, RunFolder& folder, const StopToken& stop)
      : options_(options),
        depths_(depths),
        start_(start),
        data_(data),
        folder_(folder),
        work_{stop, {}, printWarning},
        progress_(options.progress == "json", RunEstimate(sweepWork(start, folder.own().size(), data), {}, 0)),
        points_(depths.size()) {}

  /// What rank 0 does, or the only process: its depths, and the report on all of them.
  void runAndTell() {
    if (const std::string doubt = folder_.doubt(); !doubt.empty()) printNote(doubt);
    const Observer observer = progress_.observer();
    result_ = {start_.recipe, evaluateTeachers(start_, data_, observer, work_), {}, guessesOf(start_)};
    progress_.stepFinished();
    collect();
    run(observer, [this] { progress_.stepFinished(); });
    const auto waiting = [this] {
      progress_.clear();
      tellLine("waiting for the runs of the other processes (Ctrl+C ends it)");
    };
    folder_.waitForOthers([this] { collect(); }, waiting, work_.stop);
    progress_.clear();
    if (folder_.processes() > 1) measureAlone();
    folder_.checkComplete();
  }

  /// What the others do.
  void runOwn() {
    work_.warning = {};
    run({}, [] {});
  }

  int finished() const { return int(result_.points.size()); }
  void clear() { progress_.clear(); }

 private:
  void run(const Observer& observer, const std::function<void()>& stepFinished) {
    for (const std::size_t own : folder_.own()) {
      progress_.begin(concat("trunk ", depths_[own]));
      folder_.keep(own, trunkPointJson(runDepth(start_, depths_[own], data_, observer, stepFinished, work_)));
      if (folder_.gathers()) collect();
    }
  }

  /// Reads what is new, and writes the report of it.
  void collect() {
    bool grown = false;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (points_[i]) continue;
      const auto json = folder_.result(i);
      if (!json) continue;
      points_[i] = trunkPointFromJson(*json, concat("trunk ", depths_[i]));
      progress_.show(*points_[i]);
      grown = true;
    }
    if (grown) write();
  }

  void write() {
    result_.points.clear();
    for (const auto& point : points_)
      if (point) result_.points.push_back(*point);
    writeOrKeep(options_.report, "the report of the depths so far",
                [&](const auto& folder) { writeTrunkSweep(folder, result_); });
  }

  /// While other processes computed, times were no good.
  void measureAlone() {
    tellLine("times are measured again, now that the other processes rest");
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (!points_[i]) continue;
      points_[i]->time = timeOf(start_, depths_[i], data_, {work_.stop});
      progress_.show(*points_[i]);
    }
    write();
  }

  const TrunksOptions& options_;
  const std::vector<int>& depths_;
  const Session& start_;
  const std::vector<TaskData>& data_;
  RunFolder& folder_;
  Work work_;
  SweepProgress progress_;
  std::vector<std::optional<TrunkPoint>> points_;
  TrunkSweep result_;
};

int runSweep(const TrunksOptions& options, const std::vector<int>& depths, const Session& session,
             const std::vector<TaskData>& data, const StopToken& stop, const ProcessGroupPtr& group) {
  RunFolder folder(options.report, queueOf(session, depths), options.resume, group);
  Sweep sweep(options, depths, session, data, folder, stop);
  try {
    if (!folder.gathers()) return sweep.runOwn(), 0;
    sweep.runAndTell();
  } catch (const Cancelled&) {
    if (!folder.gathers()) return exitInterrupted;
    sweep.clear();
    tellInterrupted(options.report, "depth", sweep.finished());
    return exitInterrupted;
  }
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
  return runSweep(options, depths, session, data, stop, group);
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
