// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/merge_options.h"
#include "app/cli/processes.h"
#include "app/cli/read_files.h"
#include "app/cli/size_point_json.h"
#include "app/cli/standard_output.h"
#include "app/cli/sweep.h"
#include "app/cli/wrong_usage.h"
#include "core/report/guess_notice.h"
#include "core/report/size_report.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/text_format.h"
#include "core/zippering/run_folder.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

namespace {

struct SizesOptions : MergeOptions {
  std::vector<double> compressions;
  int points = 0;  ///< 0: all, unless compressions are named
  bool resume = false, json = false;

  bool tellsEvents() const { return progress == "json"; }
};

/// A merge of the sweep.
struct SizeRun {
  SizePlan plan;
  bool calibrated = false;
};

/// Those of the layers that the recipe merges.
std::vector<LayerMergeability> estimatesOf(const Session& session, const std::vector<TaskData>& data, bool quiet,
                                           const StopToken& stop) {
  std::vector<DatasetPtr> images;
  for (const TaskData& task : data) images.push_back(task.train);
  MergeabilityOptions options;
  options.device = computeDeviceFromString(session.recipe.device);
  ProgressLine line;
  Work work{stop};
  work.progress = [&](int done, int total) {
    if (!quiet) line.show(concat("estimating ", done, "/", total), double(done) / total);
  };
  std::vector<LayerMergeability> layers = mergeability(session, images, options, work);
  line.clear();
  const std::vector<int> planned = plannedLayers(session.recipe);
  const auto isLeftOut = [&planned](const LayerMergeability& layer) {
    return std::find(planned.begin(), planned.end(), layer.layer) == planned.end();
  };
  layers.erase(std::remove_if(layers.begin(), layers.end(), isLeftOut), layers.end());
  return layers;
}

/// What is asked for, without the teachers.
std::vector<SizePlan> chosenPlans(const SizesOptions& options, const std::vector<SizePlan>& all) {
  std::vector<SizePlan> plans = !options.compressions.empty() ? plansReaching(all, options.compressions)
                                : options.points > 0          ? spreadPlans(all, options.points)
                                                              : all;
  const double most = all.back().cost.compression;
  for (const double wanted : options.compressions)
    if (wanted > most)
      printNote(
          textOf("--compressions: %.2f is more than there is; sharing all of the layers gives %.2f", wanted, most));
  if (plans.front().layers.empty()) plans.erase(plans.begin());
  if (plans.empty()) refuse("--compressions: 1 is the separate networks; name one that merges something");
  return plans;
}

/// Every size in closed form, and then with the iterations that were asked for.
std::vector<SizeRun> runsOf(const std::vector<SizePlan>& plans, bool calibrates) {
  std::vector<SizeRun> runs;
  for (const bool calibrated : {false, true})
    for (const SizePlan& plan : plans)
      if (!calibrated || calibrates) runs.push_back({plan, calibrated});
  return runs;
}

std::vector<QueuedRun> sizeQueue(const Session& start, const std::vector<SizeRun>& runs) {
  std::vector<QueuedRun> queue;
  for (const SizeRun& run : runs)
    queue.push_back({concat(run.calibrated ? "calibrated-" : "closed-form-", layersText(run.plan)),
                     dependenceOf(recipeOfSize(start.recipe, run.plan.layers, run.calibrated))});
  return queue;
}

/// Scoring the teachers, then each run of this process.
std::vector<StepWork> sizesWork(const Session& start, const std::vector<SizeRun>& runs, const RunFolder& folder,
                                const std::vector<TaskData>& data) {
  std::vector<StepWork> all{teacherWork(workData(data))};
  for (const std::size_t own : folder.own()) {
    Session session = start;
    session.recipe = recipeOfSize(start.recipe, runs[own].plan.layers, runs[own].calibrated);
    const std::vector<StepWork> run = workOf(session, session.recipe.steps, workData(data, false), false);
    all.insert(all.end(), run.begin(), run.end());
    all.push_back(teacherWork(workData(data)));
  }
  return all;
}

/// "1.72x": rounded down, so that nothing is claimed that isn't reached.
std::string timesText(double compression) { return fixedNumber(std::floor(100 * compression) / 100, 2) + "x"; }

/// All sizes.
class SizesSweep : public Sweep {
 public:
  SizesSweep(const SizesOptions& options, const Session& start, const std::vector<TaskData>& data, SizeSweep result,
             const std::vector<SizeRun>& runs, RunFolder& folder, const StopToken& stop)
      : Sweep(folder, stop, options.tellsEvents() || options.json, sizesWork(start, runs, folder, data)),
        options_(options),
        runs_(runs),
        points_(runs.size()),
        merger_(start, data),
        result_(std::move(result)) {}

  const SizeSweep& result() const { return result_; }

 protected:
  void scoreTeachers(const Observer& observer, const Work& work) override {
    result_.teachers = merger_.teachers(observer, work);
  }

  std::string title(std::size_t run) const override {
    return concat("layers ", layersText(runs_[run].plan), runs_[run].calibrated ? ", calibrated" : ", closed form");
  }

  Json merge(std::size_t run, const Observer& observer, const std::function<void()>& stepFinished,
             const Work& work) override {
    return sizePointJson(merger_.merge(runs_[run].plan, runs_[run].calibrated, observer, stepFinished, work));
  }

  void take(std::size_t run, const Json& json) override { points_[run] = sizePointFromJson(json, title(run)); }

  void tell(std::size_t run, SweepProgress& progress) override {
    const SizePoint& point = *points_[run];
    if (options_.json) return;
    if (options_.tellsEvents())
      return printJson({{"event", "size"},
                        {"layers", point.layers},
                        {"calibrated", point.calibrated},
                        {"compression", point.cost.compression},
                        {"mean_top1", meanTop1(point.scores)},
                        {"seconds", point.seconds}});
    const Proportion mean = meanTop1Of(point.scores);
    progress.finishLine(concat(timesText(point.cost.compression), "  ", title(run), "  mean top-1 ",
                               plain(percentText(mean.share)), " [", fixedNumber(100 * mean.low, 2), ", ",
                               fixedNumber(100 * mean.high, 2), "]  ",
                               plain(pointsText(mean.share - meanTop1(result_.teachers.scores))), "  (",
                               plain(durationText(point.seconds)), ")"));
  }

  void writeReport() override {
    result_.points.clear();
    for (const auto& point : points_)
      if (point) result_.points.push_back(*point);
    writeOrKeep(options_.report, "the report of the sizes so far",
                [&](const auto& folder) { writeSizeSweep(folder, result_); });
  }

 private:
  const SizesOptions& options_;
  const std::vector<SizeRun>& runs_;
  std::vector<std::optional<SizePoint>> points_;
  SizeMerger merger_;
  SizeSweep result_;
};

void tellResult(const SizesOptions& options, const SizeSweep& result) {
  if (options.json) return printJson(sizeSweepJson(result), 2);
  if (options.tellsEvents())
    return printJson({{"event", "done"},
                      {"report", options.report},
                      {"recommended", adviceJson(adviceOf(result))},
                      {"guessed", guessesJson(result.guesses)}});
  printLine(plain(adviceText(adviceOf(result))));
  printLine("report:  " + options.report + "/sizes.html");
}

int sweepSizes(const SizesOptions& options, const Session& session, const std::vector<TaskData>& data, bool calibrates,
               const StopToken& stop, const ProcessGroupPtr& group) {
  const auto estimates = estimatesOf(session, data, options.tellsEvents() || options.json || !isFirst(group), stop);
  SizeSweep result;
  result.recipe = session.recipe;
  result.guesses = guessesOf(session);
  result.plans = sizePlans(estimates, session.specs(), session.recipe.bnPolicy);
  const std::vector<SizeRun> runs = runsOf(chosenPlans(options, result.plans), calibrates);
  if (isFirst(group) && !options.json && !options.tellsEvents())
    tellLine(plain(adviceText(estimatedAdvice(result.plans))));
  RunFolder folder(options.report, sizeQueue(session, runs), options.resume, group);
  SizesSweep sweep(options, session, data, std::move(result), runs, folder, stop);
  if (!runSweep(sweep, folder, options.report, "size")) return exitInterrupted;
  if (folder.gathers()) tellResult(options, sweep.result());
  return 0;
}

/// Who names iterations, or a recipe that has some, wants calibrated sizes beside those in closed form.
bool wantsCalibration(const SizesOptions& options, const Recipe& recipe) {
  const bool named = options.steps.value_or(0) > 0 || options.finetuneSteps.value_or(0) > 0 || !options.recipe.empty();
  return named && hasIterations(recipe);
}

int sizes(const SizesOptions& options) {
  if (!options.compressions.empty() && options.points > 0) refuse("give either --compressions or --points, not both");
  if (options.json && options.tellsEvents()) refuse("give either --json or --progress json, not both");
  const StopToken stop = stopOnInterrupt();
  Recipe recipe = recipeFromOptions(options);
  if (recipe.preset == exactPreset)
    refuse("--preset exact: there is nothing to choose among, as no answer changes; use zipper merge");
  const bool calibrates = wantsCalibration(options, recipe);
  checkSources(options.tasks, recipe, NeedsImages::Always);
  if (recipe.steps.empty()) fail("the recipe has no steps: nothing would be merged");
  if (deepestTrunk(recipe) > 0) printNote("sizes are compared without the trunk of the recipe; zipper trunks has one");
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group)) {
    prepareReport(options.report, sizeSweepFiles(), filesRead(recipe, options));
    if (options.tellsEvents()) tellBrokenOutputAtOnce();
  }
  recipe.threads = setComputeThreads(recipe.threads);
  std::vector<TaskData> data = openImagesOf(recipe, TaskImages::TrainingAndTest, stop);
  const Session session = openSession(recipe, data, wishesOf(options), stop);
  for (const std::string& doubt : doubtsAbout(session, data)) printWarning(doubt);
  return sweepSizes(options, session, data, calibrates, stop, group);
}

}  // namespace

void addSizes(CLI::App& app, Run& run) {
  auto options = std::make_shared<SizesOptions>();
  CLI::App* command = app.add_subcommand(
      "sizes", "Merge the same networks with more and more of their layers, and chart accuracy against size");
  command->footer(
      "Which layers a size shares follows from merge estimates, as in zipper mergeability. Each size is measured in\n"
      "closed form; with --steps, --finetune-steps or --recipe calibrated as well. At the end a size is recommended.\n"
      "Example:\n  zipper sizes --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --compressions 1.25,1.5,1.7,1.8 --report sizes");
  addModelOptions(*command, options->tasks);
  command
      ->add_option("--compressions", options->compressions,
                   "How many times fewer parameters than the separate networks have, separated by commas; if neither "
                   "this nor --points is given, all sizes that there are")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::Range(1.0, 100.0));
  command->add_option("--points", options->points, "So many sizes, spread evenly, the separate networks among them")
      ->check(CLI::Range(2, 1000));
  command->add_flag("--resume", options->resume,
                    "Take the finished sizes that the report's folder holds, and do the others");
  command->add_flag("--json", options->json, "Print what the report's sizes.json holds, and nothing else");
  addCommonOptions(*command, options);
  command->remove_option(command->get_option("--trunk"));
  command->remove_option(command->get_option("--no-eval"));
  command->get_option("--report")->required();
  command->callback([options, &run] { run = [options] { return sizes(*options); }; });
}

}  // namespace zipper::cli
