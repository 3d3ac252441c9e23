// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_input.h"

#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "core/formats/model_file.h"
#include "core/zippering/network_values.h"
#include "core/zippering/session_file.h"

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

}  // namespace

std::vector<TaskData> openTasks(const Recipe& recipe, bool evaluate, const StopToken& stop) {
  std::vector<TaskData> data;
  for (const TaskSource& source : recipe.sources) {
    stop.throwIfStopped();
    data.push_back(openTask(source, evaluate));
  }
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

Session openSession(const Recipe& recipe, const std::vector<TaskData>& data, bool allowChanged, const StopToken& stop) {
  std::vector<Teacher> teachers;
  for (const TaskSource& source : recipe.sources) {
    stop.throwIfStopped();
    LoadedModel model = loadModel(source.model, source.overrides);
    checkHash(allowChanged, "the model " + source.model, model.source.sha256, source.modelSha256);
    teachers.push_back(makeTeacher(model.network, model.source));
  }
  Session session = startSession(recipe, std::move(teachers), data);
  for (std::size_t t = 0; t < recipe.sources.size(); ++t)
    checkData(allowChanged, session.recipe.sources[t], recipe.sources[t]);
  for (const std::string& doubt : doubtsAbout(session, data)) printWarning(doubt);
  return session;
}

}  // namespace zipper::cli
