// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_input.h"

#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/models/guesses.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/printable.h"
#include "core/zippering/convention_fit.h"
#include "core/zippering/task_classes.h"

namespace zipper::cli {

namespace {

TaskData openTask(const TaskSource& source, bool evaluate) {
  OpenOptions options;
  options.images = source.images;
  TaskData data;
  data.train = openDataset(source.data, options);
  data.validation = openValidation(source.data, options);
  if (evaluate) {
    options.split = Split::Test;
    data.test = openDataset(source.data, options);
  }
  tellNotes(source.data, {data.train, data.validation, data.test});
  return data;
}

/// What is missing is named for all tasks at once, with the option that each needs.
[[noreturn]] void failForAll(const std::vector<std::string>& problems) {
  std::string text, options;
  int count = 0;
  for (std::size_t t = 0; t < problems.size(); ++t) {
    if (problems[t].empty()) continue;
    text += concat(count == 0 ? "" : "; ", "task ", taskName(int(t)), ": ", problems[t]);
    options += concat(" --data-", taskName(int(t)), " FOLDER");
    ++count;
  }
  fail(text, "; if the images are somewhere else, say where:", options);
}

void tellClasses(const std::vector<TaskClasses>& classes) {
  for (std::size_t t = 0; t < classes.size(); ++t)
    if (!classes[t].notice.empty()) printWarning(concat("task ", taskName(int(t)), ": ", classes[t].notice));
}

void tellAllGuesses(const Session& session, const std::string& remedy, bool perTask) {
  for (int t = 0; t < session.taskCount(); ++t)
    tellGuesses(session.teachers[std::size_t(t)].source, perTask ? concat("--override-", taskName(t), remedy) : remedy);
}

}  // namespace

const char* const classesHelp =
    "Which class of the images is which output of the network: names (the default: by name, else by position), "
    "position, "
    "or a text file with a line per class, \"class = output\" (also with tab or comma; the output by name or by number "
    "from 0, - for none), or with a name per output";

std::vector<TaskData> openTasks(const Recipe& recipe, bool evaluate, const StopToken& stop) {
  std::vector<TaskData> data;
  std::vector<std::string> problems;
  bool missing = false;
  for (const TaskSource& source : recipe.sources) {
    stop.throwIfStopped();
    try {
      data.push_back(openTask(source, evaluate));
      problems.emplace_back();
    } catch (const Error& error) {
      problems.emplace_back(error.what());
      missing = true;
    }
  }
  if (missing) failForAll(problems);
  return data;
}

void checkHash(bool allowChanged, const std::string& what, const std::string& found, const std::string& expected) {
  if (expected.empty() || found == expected) return;
  const std::string text = concat(what, " isn't the one that the recipe was made with (", found.substr(0, 12),
                                  "... found, ", expected.substr(0, 12), "... expected)");
  if (!allowChanged) fail(text, "; give --allow-changed-sources to use it all the same");
  printWarning(text);
}

Session readSession(const std::filesystem::path& path) {
  std::vector<std::string> notes;
  Session session = loadSession(path, &notes);
  for (const std::string& note : notes) printWarning(note);
  return session;
}

void checkData(bool allowChanged, const TaskSource& found, const TaskSource& expected) {
  checkHash(allowChanged, "the data set " + expected.data, found.dataFingerprint, expected.dataFingerprint);
  checkHash(allowChanged, "what validation images the data set " + expected.data + " has", found.validationFingerprint,
            expected.validationFingerprint);
}

void tellGuesses(const ModelSource& source, const std::string& remedy) {
  const std::string guesses = guessSummary(source.notes);
  if (guesses.empty()) return;
  printWarning(concat(printable(source.path, 4096), ": guessed, as the file doesn't tell: ", wholePrintable(guesses),
                      "; figures of this network are wrong if one of them is; ", remedy));
}

Session openSession(const Recipe& recipe, std::vector<TaskData>& data, bool allowChanged,
                    const std::vector<std::string>& classes, const StopToken& stop) {
  Recipe settled = recipe;
  std::vector<Teacher> teachers;
  std::vector<MobileNetSpec> specs;
  for (std::size_t t = 0; t < settled.sources.size(); ++t) {
    stop.throwIfStopped();
    TaskSource& source = settled.sources[t];
    LoadedModel model = loadModelFor(source.model, source.overrides, data.at(t).train, stop);
    checkHash(allowChanged, "the model " + source.model, model.source.sha256, source.modelSha256);
    teachers.push_back(makeTeacher(model.network, model.source));
    specs.push_back(teachers.back().spec);
  }
  const std::vector<TaskClasses> found = settleClasses(settled, specs, data, classes);
  Session session = startSession(settled, std::move(teachers), data);
  makeAbsolute(session.recipe);
  for (std::size_t t = 0; t < recipe.sources.size(); ++t)
    checkData(allowChanged, session.recipe.sources[t], recipe.sources[t]);
  tellAllGuesses(session, " KEY=VALUE says otherwise, e.g. activation=relu input_size=32", true);
  tellClasses(found);
  for (const std::string& doubt : doubtsAbout(session, data)) printWarning(doubt);
  return session;
}

void goOnWith(Session& session, std::vector<TaskData>& data, bool allowChanged,
              const std::vector<std::string>& classes) {
  for (std::size_t t = 0; t < data.size(); ++t) {
    TaskSource found = session.recipe.sources[t];
    found.dataFingerprint = fingerprint(*data[t].train);
    found.validationFingerprint = data[t].validation ? fingerprint(*data[t].validation) : "";
    checkData(allowChanged, found, session.recipe.sources[t]);
  }
  const std::vector<TaskClasses> found = settleClasses(session.recipe, session.specs(), data, classes);
  makeAbsolute(session.recipe);
  if (needsLabels(session.recipe))
    for (std::size_t t = 0; t < data.size(); ++t)
      if (const std::string why = whyNotTrainable(*data[t].train); !why.empty())
        fail("task ", taskName(int(t)), ": ", why);
  tellAllGuesses(session, "how the session's networks are read was settled when it was made", false);
  tellClasses(found);
}

}  // namespace zipper::cli
