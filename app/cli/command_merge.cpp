// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

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
#include "core/analysis/answer_pass.h"
#include "core/analysis/inference_time.h"
#include "core/report/report.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/training/calibration.h"
#include "core/zippering/zippering.h"

namespace zipper::cli {

namespace {

int iterationsOf(const Session& session) {
  int sum = 0;
  for (int index : session.path()) sum += session.steps[std::size_t(index)]->plan.settings.calibration.iterations;
  return sum;
}

/// What the merge did to single images. That some can't be read, the scores have said.
std::vector<TaskAnswers> answersForReport(const MergeOptions& options, const Session& session,
                                          const std::vector<TaskData>& data, const StopToken& stop) {
  if (options.noEval || session.path().empty()) return {};
  ProgressLine line;
  Work work{stop};
  if (options.progress != "json")
    work.progress = [&line](int done, int total) { line.show("comparing the answers", double(done) / total); };
  const ComputeDevice device = computeDeviceFromString(session.recipe.device);
  const std::vector<TaskAnswers> answers = answersOfAllTasks(session, session.current, data, work, device);
  line.clear();
  return answers;
}

void writeReports(const MergeOptions& options, const Session& session, const std::vector<TaskData>& data,
                  const StopToken& stop) {
  if (options.report.empty()) return;
  const std::vector<TaskAnswers> answers = answersForReport(options, session, data, stop);
  const std::vector<InferenceTime> times = measureInference(session);
  writeOrKeep(options.report, "the report", [&](const auto& folder) { writeReport(folder, session, times, answers); });
  if (options.progress != "json") printLine("report:  " + options.report + "/report.html");
}

/// A step that ran with --no-eval is scored now, so that the last words have figures.
void scoreCurrentStep(Session& session, const std::vector<TaskData>& data, const Observer& observer,
                      SessionSaver* saver, const Work& work) {
  if (session.current < 0 || !session.steps[std::size_t(session.current)]->calibrated.empty()) return;
  StepResult step = *session.steps[std::size_t(session.current)];
  step.calibrated = evaluateStep(session, session.current, data, observer, work);
  session.steps[std::size_t(session.current)] = std::make_shared<const StepResult>(std::move(step));
  if (saver != nullptr) saver->save(session);
}

/// What the processes but rank 0 do of a merge: they take part in the computation, and neither tell nor write anything.
int takePart(Session& session, const std::vector<TaskData>& data, const RunOptions& run, const Work& work) {
  try {
    if (run.evaluate && session.teacherScores.empty())
      session.teacherScores = evaluateTeachers(session, data, {}, work);
    runSteps(session, remainingSteps(session), data, run, {}, {}, work);
    if (run.evaluate) scoreCurrentStep(session, data, {}, nullptr, work);
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

/// A session that is in the way and has finished steps is kept under another name: they may be hours of work. Nothing
/// that was read or kept before is replaced by it.
void keepOldSession(const std::string& path, const std::vector<ProtectedFile>& sources) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code) || !isSessionFile(path)) return;
  if (!mayHaveSteps(path)) return;
  std::string kept = path + "~";
  while (std::filesystem::exists(kept, code) || sourceReplacedBy(kept, sources) != nullptr) kept += "~";
  std::filesystem::rename(path, kept, code);
  const std::string name = wholePrintable(path), keptName = wholePrintable(kept);
  if (code) fail(name, ": the session that is there can't be renamed to ", keptName, ": ", code.message());
  tellLine("the session that was there is kept as " + keptName);
}

/// What a run reads and writes, beside the session in memory.
struct RunFiles {
  std::vector<ProtectedFile> sources;
  SessionSaver* saver = nullptr;  ///< null in processes but the first, which write nothing
  bool goesOn = false;            ///< what stands at the saver's path is the session that is resumed
};

/// Runs what is left of the session's plan, saving after every step.
int runSession(const MergeOptions& options, Session& session, const std::vector<TaskData>& data, const RunFiles& files,
               const StopToken& stop, const ProcessGroupPtr& group) {
  const auto start = std::chrono::steady_clock::now();
  const RunOptions run{!options.noEval};
  const bool nothingLeft = remainingSteps(session).empty();
  checkSteps(session, remainingSteps(session), run, group);
  if (files.saver == nullptr) return takePart(session, data, run, {stop, {}, {}, group});
  const Work work{stop, {}, printWarning, group};
  SessionSaver& saver = *files.saver;
  if (!files.goesOn) {
    keepOldSession(saver.path(), files.sources);
    saver.remember();
  }
  MergeProgress progress(options.progress == "json", session, workData(data, run.evaluate));
  try {
    if (run.evaluate && session.teacherScores.empty())
      session.teacherScores = evaluateTeachers(session, data, progress.observer(), work);
    saver.save(session);
    progress.teachersEvaluated(session);
    const auto finished = [&](const Session& now) {
      saver.save(now);
      progress.stepFinished(now);
    };
    runSteps(session, remainingSteps(session), data, run, progress.observer(), finished, work);
    if (run.evaluate) scoreCurrentStep(session, data, progress.observer(), &saver, work);
  } catch (const Diverged& error) {
    fail(error.what(), "; ", saver.path(), " holds the last good state, go on with e.g.: zipper resume ", saver.path(),
         " --lr 1e-4");
  } catch (const RankLost& error) {
    fail(error.what(), "; ", saver.path(), " holds all finished steps, go on with: zipper resume ", saver.path());
  } catch (const Cancelled&) {
    saver.save(session);
    tellLine("zipper: interrupted; the session is saved, go on with: zipper resume " + saver.path());
    return exitInterrupted;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  progress.done(session, saver.path(), seconds, nothingLeft ? std::nullopt : std::optional<int>(iterationsOf(session)));
  if (options.progress != "json") tellAgreementCommands(data, saver.path());
  writeReports(options, session, data, stop);
  saver.checkPlace();
  return 0;
}

/// One that can't be read is none.
bool isSession(const std::string& path) {
  try {
    return isSessionFile(path);
  } catch (const Error&) {
    return false;
  }
}

/// A session that is in the way is kept under another name; any other file may be anything, and is told before the
/// work.
void refuseOtherThanSessions(const std::string& out) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(out, code) || std::filesystem::file_size(out, code) == 0) return;
  if (!isSession(out))
    fail(wholePrintable(out), ": is there already and is no session, so it isn't replaced; choose another --out, or ",
         "move that file away");
}

/// Before the work, and in the first process only: the files that are to be written are nobody else's, can be written,
/// and are none that was read.
std::unique_ptr<SessionSaver> claimFiles(const MergeOptions& options, const std::vector<ProtectedFile>& sources,
                                         const ProcessGroupPtr& group) {
  if (!isFirst(group)) return nullptr;
  if (options.progress == "json") tellBrokenOutputAtOnce();
  prepareReport(options.report, reportFileNames(), sources);
  if (options.out.empty()) return nullptr;
  refuseToReplace(options.out, sources);
  refuseOtherThanSessions(options.out);
  return std::make_unique<SessionSaver>(options.out, "choose another --out");
}

/// Without images of some task nothing is scored.
void leaveOutScores(MergeOptions& options, const Recipe& recipe) {
  const auto hasNone = [](const TaskSource& source) { return source.data.empty(); };
  if (options.noEval || std::none_of(recipe.sources.begin(), recipe.sources.end(), hasNone)) return;
  options.noEval = true;
  printNote("nothing is scored, as not every task has images; --data gives a task some");
}

TaskImages imagesFor(const MergeOptions& options) {
  return options.noEval ? TaskImages::Training : TaskImages::TrainingAndTest;
}

int merge(MergeOptions options) {
  const StopToken stop = stopOnInterrupt();
  checkRunName(options);
  Recipe recipe = recipeFromOptions(options);
  leaveOutScores(options, recipe);
  const ProcessGroupPtr group = meetOthers(stop);
  const std::vector<ProtectedFile> sources = filesRead(recipe, options);
  const auto saver = claimFiles(options, sources, group);
  recipe.threads = setComputeThreads(recipe.threads);
  std::vector<TaskData> data = openImagesOf(recipe, imagesFor(options), stop);
  Session session = openSession(recipe, data, wishesOf(options), stop);
  leaveOutMeaninglessScores(options, data);
  nameRun(options, session);
  return runSession(options, session, data, {sources, saver.get(), false}, stop, group);
}

int resume(MergeOptions options) {
  const StopToken stop = stopOnInterrupt();
  checkRunName(options);
  const ProcessGroupPtr group = meetOthers(stop);
  const bool goesOn = options.out.empty() || isSameFile(options.out, options.session);
  std::unique_ptr<SessionSaver> saver;
  // Nobody writes it from the moment that it is read.
  if (goesOn && isFirst(group) && isSessionFile(options.session))
    saver = std::make_unique<SessionSaver>(options.session, "give --out to go on in another file");
  Session session = readSession(options.session);
  checkLayers(options, session.layers());
  applyToRemaining(options, session);
  std::vector<ProtectedFile> sources = filesRead(session.recipe, options, goesOn ? "" : options.session);
  if (goesOn) options.out.clear();
  auto other = claimFiles(options, sources, group);
  if (isFirst(group) && remainingSteps(session).empty())
    tellLine("all planned steps are done; more can be asked for with --layers, --finetune-steps or --back-to");
  session.recipe.threads = setComputeThreads(session.recipe.threads);
  leaveOutScores(options, session.recipe);
  std::vector<TaskData> data = openImagesOf(session.recipe, imagesFor(options), stop);
  goOnWith(session, data, wishesOf(options));
  leaveOutMeaninglessScores(options, data);
  nameRun(options, session);
  return runSession(options, session, data, {sources, goesOn ? saver.get() : other.get(), goesOn}, stop, group);
}

}  // namespace

void addMerge(CLI::App& app, Run& run) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command = app.add_subcommand("merge", "Zipper two or more networks layer by layer into one session");
  command->footer(
      "Example:\n  zipper merge --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --init mean --steps 40 --out merged.zipper --report report\n"
      "  zipper merge --model birds.onnx --data birds --name Birds --model cars.pt --data cars \\\n"
      "    --model signs.h5 --data signs --out merged.zipper");
  addModelOptions(*command, options->tasks);
  command->add_option("--out", options->out, "The session file")->required();
  addCommonOptions(*command, options);
  command
      ->add_flag_callback(
          "--exact", [options] { options->preset = exactPreset; },
          "Short for --preset exact: share what is the same in all networks, bit for bit, without "
          "images and without a step of training")
      ->excludes(command->get_option("--preset"))
      ->excludes(command->get_option("--recipe"));
  command->callback([options, &run] { run = [options] { return merge(*options); }; });
}

void addResume(CLI::App& app, Run& run) {
  auto options = std::make_shared<MergeOptions>();
  CLI::App* command =
      app.add_subcommand("resume", "Go on with an interrupted session, or with other options for what comes next");
  command->footer(
      "Example:\n  zipper resume merged.zipper\n  zipper resume merged.zipper --back-to 3 --init b --out try.zipper\n"
      "  zipper resume merged.zipper --task c --data signs");
  command->add_option("SESSION", options->session, "The session file")->required();
  command->add_option("--out", options->out, "Write to another file than the one that is resumed");
  command->add_option("--back-to", options->backTo, "Number of finished steps to keep before going on")
      ->check(CLI::NonNegativeNumber);
  addCommonOptions(*command, options);
  command->callback([options, &run] { run = [options] { return resume(*options); }; });
}

}  // namespace zipper::cli
