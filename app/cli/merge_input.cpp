// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_input.h"

#include <utility>

#include "app/cli/console.h"
#include "app/cli/task_options.h"
#include "app/cli/wrong_usage.h"
#include "core/data/relabelled_dataset.h"
#include "core/models/guesses.h"
#include "core/network/common_width.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/support/printable.h"

namespace zipper::cli {

namespace {

/// What is missing is named for all tasks at once, with the option that each needs.
[[noreturn]] void failForAll(const std::vector<MissingData>& missing) {
  std::string text, options;
  for (const MissingData& gone : missing) {
    text += concat(text.empty() ? "" : "; ", "task ", taskName(gone.task), ": ", gone.reason);
    options += concat(" ", optionOfTask("data", gone.task), " FOLDER");
  }
  fail(text, "; if the images are somewhere else, say where:", options);
}

void tellGuessesOfAll(const Session& session) {
  for (int t = 0; t < session.taskCount(); ++t)
    tellGuesses(session.teachers[std::size_t(t)].source,
                optionOfTask("override", t) + " KEY=VALUE says otherwise, e.g. activation=relu input_size=32");
}

void tellChanges(const std::vector<TaskFindings>& findings) {
  for (const TaskFindings& task : findings)
    for (const ChangedSource& change : task.changed) printWarning(sentenceOn(change));
}

void tellClasses(const std::vector<TaskFindings>& findings) {
  for (std::size_t t = 0; t < findings.size(); ++t)
    if (const std::string& notice = findings[t].classes.notice; !notice.empty())
      printWarning(concat("task ", taskName(int(t)), ": ", notice));
}

/// Why the test images of a task can't be scored on; empty if they can, or aren't there.
std::string whyNoScore(const TaskData& task) { return task.test ? whyNotScorable(*task.test) : std::string(); }

/// Without those that labels can't be scored on: how many classes they have means nothing.
std::vector<TaskData> withLabels(const std::vector<TaskData>& data, bool labels) {
  std::vector<TaskData> all = data;
  for (TaskData& task : all)
    if (!labels || (task.train && !whyNotScorable(*task.train).empty())) task = {};
  return all;
}

/// What `open` does, which says how it can be had all the same where a source is refused.
template <typename Open>
auto withAdvice(const Open& open) {
  try {
    return open();
  } catch (const SourceChanged& error) {
    fail(error.what(), "; give --allow-changed-sources to use it all the same");
  }
}

}  // namespace

void checkLayers(const MergeOptions& options, int layers) {
  try {
    if (options.layers) parseLayers(*options.layers, layers);
  } catch (const Error& error) {
    refuse("--layers: ", withoutField(error.what()));
  }
  StepSettings wanted;
  options.settings.apply(wanted);
  if (wanted.trunk > layers) refuse("--trunk: ", wanted.trunk, " found, but the networks have ", layers, " layers");
}

OpeningWishes wishesOf(const MergeOptions& options) {
  return {options.allowChanged ? ChangedSources::Tell : ChangedSources::Refuse, classWishes(options.tasks),
          [&options](int layers) { checkLayers(options, layers); }, !options.noEval};
}

void leaveOutMeaninglessScores(MergeOptions& options, const std::vector<TaskData>& data) {
  for (std::size_t t = 0; t < data.size() && !options.noEval; ++t)
    if (const std::string why = whyNoScore(data[t]); !why.empty()) {
      options.noEval = true;
      printNote(concat("nothing is scored, as that needs labels of every task: task ", taskName(int(t)), ": ",
                       why.substr(0, why.find(';'))));
    }
}

void tellAgreementCommands(const std::vector<TaskData>& data, const std::string& session) {
  for (std::size_t t = 0; t < data.size(); ++t)
    if (!whyNoScore(data[t]).empty())
      printLine(concat("  task ", taskName(int(t)), " has no top-1; how often it answers as its own network did: ",
                       "zipper eval ", wholePrintable(session), " --task ", taskName(int(t)), " --agreement"));
}

std::vector<TaskData> openImagesOf(const Recipe& recipe, TaskImages images, const StopToken& stop) {
  const TaskLabels labels = needsLabels(recipe) ? TaskLabels::Needed : TaskLabels::IfThereAreAny;
  const TaskDataSets sets = openDataSets(recipe, images, {stop}, labels);
  for (std::size_t t = 0; t < sets.notes.size(); ++t)
    for (const std::string& note : sets.notes[t]) printNote(wholePrintable(recipe.sources[t].data) + ": " + note);
  if (!sets.missing.empty()) failForAll(sets.missing);
  return sets.data;
}

Session readSession(const std::filesystem::path& path) {
  std::vector<std::string> notes;
  Session session = loadSession(path, &notes);
  for (const std::string& note : notes) printWarning(note);
  return session;
}

void tellGuesses(const ModelSource& source, const std::string& remedy) {
  const std::string guesses = guessSummary(source.notes);
  if (guesses.empty()) return;
  printWarning(concat(printable(source.path, 4096), ": guessed, as the file doesn't tell: ", wholePrintable(guesses),
                      "; figures of this network are wrong if one of them is; ", remedy));
}

Session openSession(const Recipe& recipe, std::vector<TaskData>& data, const OpeningWishes& wishes,
                    const StopToken& stop) {
  OpenedTasks opened = withAdvice([&] { return openTasks(recipe, data, wishes, {stop}); });
  makeAbsolute(opened.session.recipe);
  tellChanges(opened.findings);
  tellGuessesOfAll(opened.session);
  tellClasses(opened.findings);
  for (const std::string& note : notesOnWidths(opened.session.specs())) printNote(note);
  const bool labels = wishes.scores || needsLabels(opened.session.recipe);
  for (const std::string& doubt : doubtsAbout(opened.session, withLabels(data, labels))) printWarning(doubt);
  if (const std::string hint = hintAtIdenticalLayers(opened.session); !hint.empty()) printNote(hint);
  return std::move(opened.session);
}

void goOnWith(Session& session, std::vector<TaskData>& data, const OpeningWishes& wishes) {
  const std::vector<TaskFindings> findings = withAdvice([&] { return settleTasks(session, data, wishes); });
  makeAbsolute(session.recipe);
  tellChanges(findings);
  if (needsLabels(session.recipe))
    for (std::size_t t = 0; t < data.size(); ++t)
      if (const std::string why = data[t].train ? whyNotTrainable(*data[t].train) : "it has no images"; !why.empty())
        fail("task ", taskName(int(t)), ": ", why);
  for (const Teacher& teacher : session.teachers)
    tellGuesses(teacher.source, "how the session's networks are read was settled when it was made");
  tellClasses(findings);
}

}  // namespace zipper::cli
