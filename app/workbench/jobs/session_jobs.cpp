// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/session_jobs.h"

#include <algorithm>
#include <string_view>

#include "core/formats/model_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/zippering/network_values.h"
#include "core/zippering/session_file.h"
#include "resources/samples/sample_files.h"

namespace zipper {

namespace {

void addSimilarity(OpenedSession& opened) { opened.similarity = weightSimilarity(opened.session); }

Teacher loadTeacher(const TaskSource& source) {
  LoadedModel model = loadModel(source.model, source.overrides);
  return makeTeacher(model.network, model.source);
}

/// Byte for byte: a sample that was damaged meanwhile would show other numbers than the documentation.
bool samplesAreThere(const std::filesystem::path& folder) {
  try {
    const auto& files = sampleFiles();
    return std::all_of(files.begin(), files.end(), [&](const SampleFile& file) {
      return readTextFile(folder / file.name, file.bytes) == std::string_view(file.data, file.bytes);
    });
  } catch (const Error&) {
    return false;
  }
}

/// What is worth saying about how the data that was opened last was read.
void addNotes(OpenedSession& opened, const std::string& folder) {
  const TaskData& data = opened.data.back();
  for (const std::string& note : notesOf({data.train, data.validation, data.test}))
    opened.notes.push_back(wholePrintable(folder) + ": " + note);
}

/// The data of a session's task, or a warning.
bool reopenData(OpenedSession& opened, std::size_t task) {
  const TaskSource& source = opened.session.recipe.sources[task];
  try {
    opened.data.push_back(openTaskData(source.data, source.images));
  } catch (const Error& error) {
    opened.warnings.push_back(concat("task ", taskName(int(task)), ": ", error.what(),
                                     "; choose its data with File > Open Data to go on merging"));
    return false;
  }
  addNotes(opened, source.data);
  const TaskData& data = opened.data.back();
  const bool sameValidation = source.validationFingerprint.empty() ||
                              (data.validation && fingerprint(*data.validation) == source.validationFingerprint);
  if (!source.dataFingerprint.empty() && (!sameValidation || fingerprint(*data.train) != source.dataFingerprint))
    opened.warnings.push_back(concat("task ", taskName(int(task)), ": the data set ", source.data,
                                     " isn't the one that the session was made with; results won't be comparable"));
  return true;
}

}  // namespace

TaskData openTaskData(const std::string& folder, const ImageReading& reading) {
  OpenOptions options;
  options.images = reading;
  TaskData data;
  data.train = openDataset(folder, options);
  data.validation = openValidation(folder, options);
  options.split = Split::Test;
  data.test = openDataset(folder, options);
  return data;
}

DataSummary summarizeData(const TaskData& data, const ImageReading& reading) {
  return {data.train->size(),       data.validation ? data.validation->size() : 0,     data.test->size(),
          data.train->classNames(), notesOf({data.train, data.validation, data.test}), reading};
}

OpenedSession openSources(const Recipe& recipe, const StopToken& stop) {
  OpenedSession opened;
  std::vector<Teacher> teachers;
  for (const TaskSource& source : recipe.sources) {
    stop.throwIfStopped();
    teachers.push_back(loadTeacher(source));
    for (const std::string& note : teachers.back().source.notes) opened.warnings.push_back(source.model + ": " + note);
  }
  for (const TaskSource& source : recipe.sources) {
    stop.throwIfStopped();
    opened.data.push_back(openTaskData(source.data, source.images));
    addNotes(opened, source.data);
  }
  opened.session = startSession(recipe, std::move(teachers), opened.data);
  for (const std::string& doubt : doubtsAbout(opened.session, opened.data)) opened.warnings.push_back(doubt);
  addSimilarity(opened);
  return opened;
}

OpenedSession openSample(const std::filesystem::path& folder, const StopToken& stop) {
  if (!samplesAreThere(folder)) writeSamples(folder);
  Recipe recipe = presetRecipe("fast");
  for (const char* name : {"fashion", "digits"}) {
    TaskSource source;
    source.model = (folder / (std::string(name) + ".safetensors")).string();
    source.data = (folder / name).string();
    recipe.sources.push_back(source);
  }
  return openSources(recipe, stop);
}

OpenedSession openSessionFile(const std::filesystem::path& path, const StopToken& stop) {
  OpenedSession opened;
  opened.session = loadSession(path, &opened.warnings);
  for (std::size_t task = 0; task < opened.session.recipe.sources.size(); ++task) {
    stop.throwIfStopped();
    if (!reopenData(opened, task)) {
      opened.data.clear();
      break;
    }
  }
  addSimilarity(opened);
  return opened;
}

ModelSummary summarizeModel(const std::string& path, const SpecOverrides& overrides) {
  const LoadedModel model = loadModel(path, overrides);
  return {model.source.format, model.source.scheme, model.network->spec(),
          model.specAsRead,    model.source.notes,  overrides};
}

}  // namespace zipper
