// SPDX-License-Identifier: GPL-3.0-or-later

#include <chrono>
#include <filesystem>
#include <iostream>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/merge_options.h"
#include "app/cli/merge_progress.h"
#include "app/cli/processes.h"
#include "core/report/report.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/zippering/calibration.h"
#include "core/zippering/session_file.h"
#include "core/zippering/zippering.h"

namespace zipper::cli {

namespace {

int iterationsOf(const Session& session) {
  int sum = 0;
  for (int index : session.path()) sum += session.steps[std::size_t(index)]->plan.settings.calibration.iterations;
  return sum;
}

void writeReports(const MergeOptions& options, const Session& session) {
  if (options.report.empty()) return;
  std::vector<InferenceTime> times{measureInference(session, 1, 20), measureInference(session, 8, 10)};
  writeReport(options.report, session, times);
  if (options.progress != "json") std::cout << "report:  " << options.report << "/report.html" << std::endl;
}

/// A step that ran with --no-eval is scored now, so that the last words have figures.
void scoreCurrentStep(Session& session, const std::vector<TaskData>& data, const Observer& observer,
                      const StopToken& stop, const std::string& path, const ProcessGroupPtr& group) {
  if (session.current < 0 || !session.steps[std::size_t(session.current)]->calibrated.empty()) return;
  StepResult step = *session.steps[std::size_t(session.current)];
  step.calibrated = evaluateStep(session, session.current, data, observer, stop, group);
  session.steps[std::size_t(session.current)] = std::make_shared<const StepResult>(std::move(step));
  if (isFirst(group)) saveSession(path, session);
}

/// What the processes but rank 0 do of a merge: they take part in the computation, and neither tell nor write anything.
int takePart(Session& session, const std::vector<TaskData>& data, const RunOptions& run, const StopToken& stop) {
  try {
    if (run.evaluate && session.teacherScores.empty())
      session.teacherScores = evaluateTeachers(session, data, {}, stop, run.group);
    runRemaining(session, data, run, {}, stop, {});
    if (run.evaluate) scoreCurrentStep(session, data, {}, stop, {}, run.group);
  } catch (const Cancelled&) {
    return exitInterrupted;
  }
  return 0;
}

/// One that can't be read may have them: a later version may have written it.
bool mayHaveSteps(const std::string& path) {
  try {
    return !loadSessionOutline(path).steps.empty();
  } catch (const Error&) {
    return true;
  }
}

/// A session that is in the way and has finished steps is kept under another name: they may be hours of work.
void keepOldSession(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code) || !isSessionFile(path)) return;
  if (!mayHaveSteps(path)) return;
  std::filesystem::rename(path, path + "~", code);
  if (code) fail(path, ": the session that is there can't be renamed to ", path, "~: ", code.message());
  std::cerr << "the session that was there is kept as " << path << "~" << std::endl;
}

/// Runs what is left of the session's plan, saving after every step. What stands at `path` is another session unless
/// that is resumed.
int runSession(const MergeOptions& options, Session& session, const std::vector<TaskData>& data,
               const std::string& path, const StopToken& stop, const ProcessGroupPtr& group) {
  const auto start = std::chrono::steady_clock::now();
  const RunOptions run{!options.noEval, group};
  checkRemaining(session, run);
  if (!isFirst(group)) return takePart(session, data, run, stop);
  if (!isSameFile(path, options.session)) keepOldSession(path);
  MergeProgress progress(options.progress == "json", session);
  try {
    if (run.evaluate && session.teacherScores.empty())
      session.teacherScores = evaluateTeachers(session, data, progress.observer(), stop, group);
    saveSession(path, session);
    progress.teachersEvaluated(session);
    runRemaining(session, data, run, progress.observer(), stop, [&](const Session& now) {
      saveSession(path, now);
      progress.stepFinished(now);
    });
    if (run.evaluate) scoreCurrentStep(session, data, progress.observer(), stop, path, group);
  } catch (const Diverged& error) {
    fail(error.what(), "; ", path, " holds the last good state, go on with e.g.: zipper resume ", path, " --lr 1e-4");
  } catch (const RankLost& error) {
    fail(error.what(), "; ", path, " holds all finished steps, go on with: zipper resume ", path);
  } catch (const Cancelled&) {
    saveSession(path, session);
    std::cerr << "zipper: interrupted; the session is saved, go on with: zipper resume " << path << std::endl;
    return exitInterrupted;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  progress.done(session, path, seconds, iterationsOf(session));
  writeReports(options, session);
  return 0;
}

int merge(const MergeOptions& options) {
  const StopToken stop = stopOnInterrupt();
  Recipe recipe = recipeFromOptions(options);
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group) && !options.report.empty()) createFolder(options.report);
  recipe.threads = setComputeThreads(recipe.threads);
  const std::vector<TaskData> data = openTasks(recipe, !options.noEval, stop);
  Session session = openSession(recipe, data, options.allowChanged, stop);
  return runSession(options, session, data, options.out, stop, group);
}

int resume(const MergeOptions& options) {
  const StopToken stop = stopOnInterrupt();
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group) && !options.report.empty()) createFolder(options.report);
  Session session = loadSession(options.session);
  applyToRemaining(options, session);
  if (isFirst(group) && remainingSteps(session).empty())
    std::cerr << "all planned steps are done; more can be asked for with --layers, --finetune-steps or --back-to"
              << std::endl;
  session.recipe.threads = setComputeThreads(session.recipe.threads);
  const std::vector<TaskData> data = openTasks(session.recipe, !options.noEval, stop);
  for (std::size_t t = 0; t < data.size(); ++t)
    checkHash(options.allowChanged, "the data set " + session.recipe.sources[t].data, fingerprint(*data[t].train),
              session.recipe.sources[t].dataFingerprint);
  const std::string path = options.out.empty() ? options.session : options.out;
  return runSession(options, session, data, path, stop, group);
}

}  // namespace

void addMerge(CLI::App& app, Run& run) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command = app.add_subcommand("merge", "Zipper two networks layer by layer into one session");
  command->footer(
      "Example:\n  zipper merge --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --init mean --steps 40 --out merged.zipper --report report");
  addModelOptions(*command, options);
  command->add_option("--out", options->out, "The session file")->required();
  addCommonOptions(*command, options);
  command->callback([options, &run] { run = [options] { return merge(*options); }; });
}

void addResume(CLI::App& app, Run& run) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command =
      app.add_subcommand("resume", "Go on with an interrupted session, or with other options for what comes next");
  command->footer(
      "Example:\n  zipper resume merged.zipper\n  zipper resume merged.zipper --back-to 3 --init b --out try.zipper");
  command->add_option("SESSION", options->session, "The session file")->required();
  command->add_option("--out", options->out, "Write to another file than the one that is resumed");
  command->add_option("--back-to", options->backTo, "Number of finished steps to keep before going on")
      ->check(CLI::NonNegativeNumber);
  addCommonOptions(*command, options);
  command->callback([options, &run] { run = [options] { return resume(*options); }; });
}

}  // namespace zipper::cli
