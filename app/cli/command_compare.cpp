// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/merge_options.h"
#include "app/cli/merge_progress.h"
#include "app/cli/processes.h"
#include "app/cli/read_files.h"
#include "app/cli/session_saver.h"
#include "app/cli/standard_output.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/inference_time.h"
#include "core/recipe/source_files.h"
#include "core/report/comparison_figures.h"
#include "core/report/comparison_report.h"
#include "core/report/guess_notice.h"
#include "core/report/report.h"
#include "core/session/comparison_list.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"
#include "core/zippering/divided_comparison.h"

namespace zipper::cli {

namespace {

struct CompareOptions : MergeOptions {
  std::vector<std::string> strategies{"a", "b", "random", "mean", "least-squares"};
  std::vector<std::uint64_t> seeds;
  bool resume = false;  // `session`: whose networks are compared, and which keeps the comparison; empty: none
};

std::vector<Strategy> strategiesOf(const CompareOptions& options, const Start& defaults) {
  std::vector<Strategy> strategies;
  for (const std::string& name : options.strategies) {
    for (const Strategy& other : strategies)
      if (other.name == name) fail("--init: ", name, " is named twice");
    strategies.push_back(strategyFromString(name, defaults));
    if (options.noLabels && strategies.back().naive) fail("--init: naive is trained on labels; leave out --no-labels");
    Start& start = strategies.back().start;
    const auto align = options.settings.choice(RecipeField::Alignment);
    if (align && !strategies.back().naive && name.find('+') == std::string::npos)
      start.alignment = alignmentFromString(*align);
    start.fitKernels = options.settings.flag(RecipeField::FitKernels).value_or(start.fitKernels);
    start.fitHeads = options.settings.flag(RecipeField::FitHeads).value_or(start.fitHeads);
  }
  return strategies;
}

std::vector<std::uint64_t> seedsOf(const CompareOptions& options, const Recipe& recipe) {
  std::vector<std::uint64_t> seeds = options.seeds.empty() ? std::vector<std::uint64_t>{recipe.seed} : options.seeds;
  std::sort(seeds.begin(), seeds.end());
  if (std::adjacent_find(seeds.begin(), seeds.end()) != seeds.end()) fail("--seeds: a seed is named twice");
  return seeds;
}

/// Shows the queue on the terminal, or as one JSON object a line on standard output.
class CompareProgress {
 public:
  CompareProgress(bool json, RunEstimate estimate, bool scoresTeachers)
      : json_(json), scoresTeachers_(scoresTeachers), estimate_(std::move(estimate)) {}

  ComparisonObserver observer() {
    ComparisonObserver observer;
    observer.runStarted = [this](const Strategy& strategy, std::uint64_t seed, int run, int runs) {
      title_ = concat(strategy.name, ", seed ", seed, " (", run, "/", runs, ")");
      if (std::exchange(scoresTeachers_, false)) estimate_.stepFinished(seconds());
    };
    observer.observer.batch = [this](const BatchProgress& progress) {
      estimate_.batch(progress, seconds());
      show(concat(titleOfStep(progress.target), ": ", progress.iteration, "/", progress.iterations));
    };
    observer.observer.stage = [this](const StageProgress& progress) {
      estimate_.stage(progress, seconds());
      const std::string what = progress.target ? titleOfStep(*progress.target) : "teachers";
      show(what + (progress.stage == Stage::Evaluating ? ": evaluating" : ": initializing"));
    };
    observer.stepFinished = [this](const ComparisonRun& run, const StepResult& step) { stepFinished(run, step); };
    observer.runFinished = [this](const Comparison& comparison) {
      for (const ComparisonRun& run : comparison.runs)
        if (told_.emplace(run.strategy, run.seed).second) runFinished(run, comparison);
    };
    observer.waiting = [this] {
      line_.clear();
      tellLine("waiting for the runs of the other processes (Ctrl+C ends it)");
    };
    return observer;
  }

  void clear() { line_.clear(); }
  int finished() const { return int(told_.size()); }

 private:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  void show(const std::string& text) {
    if (json_) return;
    line_.show(title_ + "  " + text + timeLeftText(estimate_.secondsLeft()), estimate_.share());
  }

  void stepFinished(const ComparisonRun& run, const StepResult& step) {
    estimate_.stepFinished(seconds());
    if (json_)
      printJson({{"event", "step"},
                 {"strategy", run.strategy},
                 {"seed", run.seed},
                 {"layer", targetNumber(step.plan.target)},
                 {"mean_top1_initialized", meanTop1(step.initialized)},
                 {"mean_top1", meanTop1(step.calibrated)},
                 {"iterations", run.losses.size()}});
  }

  void runFinished(const ComparisonRun& run, const Comparison& comparison) {
    const double top1 = meanTop1(run.points.back().scores);
    if (json_)
      printJson({{"event", "run"},
                 {"strategy", run.strategy},
                 {"seed", run.seed},
                 {"mean_top1", top1},
                 {"iterations", run.losses.size()},
                 {"seconds", run.seconds}});
    else
      line_.finishLine(concat(run.strategy, ", seed ", run.seed, " (", told_.size(), "/",
                              comparison.strategies.size() * comparison.seeds.size(), ")  mean top-1 ",
                              plain(percentText(top1)), " after ", withThousands(int(run.losses.size())),
                              run.losses.size() == 1 ? " iteration, " : " iterations, ",
                              plain(durationText(run.seconds))));
  }

  bool json_;
  bool scoresTeachers_;
  std::set<std::pair<std::string, std::uint64_t>> told_;
  RunEstimate estimate_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string title_;
  ProgressLine line_;
};

std::string spreadText(const Spread& spread) {
  return spread.count > 1 ? textOf("%.2f +- %.2f %%", 100 * spread.mean, 100 * spread.deviation)
                          : textOf("%.2f %%", 100 * spread.mean);
}

std::string reachedText(const Spread& iterations, const Spread& seconds, int runs) {
  if (iterations.count == 0) return "-";
  const std::string text =
      concat(withThousands(std::llround(iterations.mean)), " / ", plain(durationText(seconds.mean)));
  return iterations.count == runs ? text : concat(text, " (", iterations.count, " of ", runs, ")");
}

void printTable(const Comparison& comparison) {
  const double teachers = meanTop1(comparison.teacherScores);
  printLine(textOf("%-28s %-18s %10s %11s  %-24s %s", "strategy", "mean top-1", "difference", "iterations",
                   "within 1 point", "within 2 points"));
  printLine(textOf("%-28s %-18s", "teachers", plain(percentText(teachers)).c_str()));
  for (const StrategyFigures& figures : strategyFigures(comparison))
    printLine(textOf("%-28s %-18s %+10.2f %11s  %-24s %s", figures.strategy.name.c_str(),
                     spreadText(figures.meanTop1).c_str(), 100 * (figures.meanTop1.mean - teachers),
                     withThousands(std::llround(figures.iterations.mean)).c_str(),
                     reachedText(figures.iterationsWithin1, figures.secondsWithin1, figures.runs).c_str(),
                     reachedText(figures.iterationsWithin2, figures.secondsWithin2, figures.runs).c_str()));
  printLine("");
  printLine("besides the initialization:");
  for (const Strategy& strategy : comparison.strategies)
    if (!strategy.naive)
      printLine(textOf("%-28s %s", strategy.name.c_str(), besidesInitialization(comparison, strategy).c_str()));
}

/// Said before hours of work, not only after them.
void tellOfFactors(const Session& session, const std::vector<Strategy>& strategies) {
  Comparison planned;
  planned.recipe = session.recipe;
  planned.strategies = strategies;
  const std::string doubt = doubtAboutFactors(planned);
  if (!doubt.empty())
    printNote(concat(doubt, " --align NAME, --fit-kernels and --fit-heads (true or false) hold for all of them."));
}

/// Keeps what is finished in the session whose networks are compared.
class ComparisonKeeper {
 public:
  /// Throws Error if the session can't take it.
  ComparisonKeeper(const std::string& path, const CompareOptions& options, std::size_t seeds)
      : saver_(path, "take a copy of it"), session_(readSession(path)) {
    saver_.remember();
    if (session_.comparisons.size() >= mostComparisons || options.strategies.size() > mostStrategies ||
        seeds > mostSeeds)
      fail(wholePrintable(path), ": keeps at most ", mostComparisons, " comparisons of ", mostStrategies,
           " strategies and ", mostSeeds, " seeds; zipper session removes old ones");
    before_ = session_.comparisons;
  }

  void keep(const Comparison& soFar) {
    session_.comparisons = before_;
    keepComparison(session_, std::make_shared<const KeptComparison>(KeptComparison{{}, std::time(nullptr), soFar}));
    saver_.save(session_);
  }
  void checkPlace() const { saver_.checkPlace(); }

 private:
  SessionSaver saver_;
  Session session_;
  std::vector<std::shared_ptr<const KeptComparison>> before_;
};

/// What there is to compare, the same in all processes.
struct Queue {
  Session session;
  std::vector<TaskData> data;
  std::vector<Strategy> strategies;
  std::vector<std::uint64_t> seeds;

  std::vector<PlannedRun> runs() const { return plannedRuns(strategies, seeds); }
};

/// What this process has to do, scoring the teachers first.
RunEstimate estimateOf(const Queue& queue, const RunFolder& folder) {
  const std::vector<PlannedRun> all = queue.runs();
  std::vector<PlannedRun> own;
  for (const std::size_t run : folder.own()) own.push_back(all[run]);
  const WorkData work = workData(queue.data);
  const bool teachers = queue.session.teacherScores.empty();
  return RunEstimate(comparisonWork(queue.session, own, teachers, work), measuredRates(queue.session, work), 0);
}

/// What rank 0 does, or the only process: its runs, and the report on all of them.
void compareAndTell(const CompareOptions& options, const Queue& queue, RunFolder& folder,
                    const std::vector<double>& speedups, CompareProgress& progress, ComparisonKeeper* keeper,
                    const StopToken& stop) {
  if (const std::string doubt = folder.doubt(); !doubt.empty()) printNote(doubt);
  ComparisonObserver observer = progress.observer();
  // Hours of work are on disk after every run.
  const auto show = observer.runFinished;
  observer.runFinished = [&](const Comparison& soFar) {
    show(soFar);
    Comparison measured = soFar;
    measured.speedups = speedups;
    writeOrKeep(options.report, "the report of the runs so far",
                [&](const auto& path) { writeComparison(path, measured); });
    if (keeper != nullptr) keeper->keep(measured);
  };
  const Comparison comparison = compareDivided(queue.session, queue.data, queue.strategies, queue.seeds, folder,
                                               observer, {stop, {}, printWarning});
  progress.clear();
  if (options.progress != "json" && !comparison.runs.empty()) printTable(comparison);
  folder.checkComplete();
  if (keeper != nullptr) keeper->checkPlace();
}

int runQueue(const CompareOptions& options, const Queue& queue, ComparisonKeeper* keeper, const StopToken& stop,
             const ProcessGroupPtr& group) {
  const bool json = options.progress == "json";
  std::optional<CompareProgress> progress;
  try {
    // The other processes wait for this one meanwhile, and don't disturb the times.
    const auto speedups = isFirst(group) ? measurePlannedSpeedups(queue.session, {stop}) : std::vector<double>();
    RunFolder folder(options.report, queuedRuns(queue.session, queue.runs()), options.resume, group);
    if (!folder.gathers()) {
      compareDivided(queue.session, queue.data, queue.strategies, queue.seeds, folder, {}, {stop});
      return 0;
    }
    progress.emplace(json, estimateOf(queue, folder), queue.session.teacherScores.empty());
    compareAndTell(options, queue, folder, speedups, *progress, keeper, stop);
  } catch (const Cancelled&) {
    if (!isFirst(group)) return exitInterrupted;
    if (progress) progress->clear();
    tellInterrupted(options.report, "run", progress ? progress->finished() : 0);
    return exitInterrupted;
  }
  if (json)
    printJson({{"event", "done"}, {"report", options.report}, {"guessed", guessesJson(guessesOf(queue.session))}});
  else
    printLine("report:  " + options.report + "/compare.html");
  return 0;
}

Recipe recipeOfSessionFile(const std::filesystem::path& path) {
  Recipe recipe = loadSessionOutline(path).recipe;
  findSources(recipe, path.parent_path());
  return recipe;
}

int compare(const CompareOptions& options) {
  const StopToken stop = stopOnInterrupt();
  const bool ofSession = !options.session.empty();
  Recipe recipe =
      ofSession ? recipeFromSession(options, recipeOfSessionFile(options.session)) : recipeFromOptions(options);
  if (recipe.preset == exactPreset)
    refuse("--preset exact: there is nothing to choose among, as no answer changes; use zipper merge");
  checkSources(options.tasks, recipe, NeedsImages::Always);
  Queue queue;
  queue.strategies = strategiesOf(options, recipe.defaults.start);
  queue.seeds = seedsOf(options, recipe);
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group)) {
    prepareReport(options.report, comparisonFileNames(), filesRead(recipe, options, options.session));
    if (options.progress == "json") tellBrokenOutputAtOnce();
  }
  std::unique_ptr<ComparisonKeeper> keeper;
  if (ofSession && isFirst(group))
    keeper = std::make_unique<ComparisonKeeper>(options.session, options, queue.seeds.size());
  recipe.threads = setComputeThreads(recipe.threads);
  queue.data = openImagesOf(recipe, TaskImages::TrainingAndTest, stop);
  queue.session = openSession(recipe, queue.data, wishesOf(options), stop);
  tellOfFactors(queue.session, queue.strategies);
  return runQueue(options, queue, keeper.get(), stop, group);
}

/// Lets CLI11 refuse what strategyFromString() refuses.
CLI::Validator strategyName() {
  return CLI::Validator(
      [](std::string& text) {
        try {
          strategyFromString(text, {});
        } catch (const Error& error) {
          return std::string(error.what());
        }
        return std::string();
      },
      "{a,b,random,mean,least-squares,naive}[+ALIGN]");
}

}  // namespace

void addCompare(CLI::App& app, Run& run) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command =
      app.add_subcommand("compare", "Merge the same networks with several strategies and seeds, and report on them");
  command->footer(
      "Example:\n  zipper compare --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --init mean,least-squares+none,least-squares \\\n"
      "    --steps 10 --seeds 1,2,3 --report comparison\n"
      "  zipper compare --session merged.zipper --init mean,least-squares --steps 5 --report comparison");
  addModelOptions(*command, options->tasks);
  command
      ->add_option(
          "--init", options->strategies,
          "Strategies, separated by commas: a, b, random, mean, least-squares, each with +none, +weights, "
          "+activations or +mergeability; otherwise --align holds for all of them, and without it the recipe's "
          "alignment for least-squares and none for the others; and naive: one network with a head for each task, all "
          "other layers shared, trained directly for as many iterations")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(strategyName())
      ->capture_default_str();
  command->add_option("--seeds", options->seeds, "Seeds, separated by commas: each strategy runs once with each")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  addPlanOptions(*command, options);
  command
      ->add_option("--session", options->session,
                   "Compare on the networks and images of a session, by its recipe as far as nothing else is said; the "
                   "session keeps the comparison beside its steps")
      ->excludes(command->get_option("--recipe"))
      ->excludes(command->get_option(infoOf(RecipeField::Preset).option));
  command->add_flag("--resume", options->resume,
                    "Take the finished runs that the report's folder holds, and do the others");
  command->get_option("--report")->required();
  command->callback([options, &run] { run = [options] { return compare(*options); }; });
}

}  // namespace zipper::cli
