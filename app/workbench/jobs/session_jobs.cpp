// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/session_jobs.h"

#include <algorithm>
#include <string_view>

#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/models/model_file.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/training/evaluation.h"
#include "core/zippering/convention_fit.h"
#include "resources/samples/sample_files.h"

namespace zipper {

namespace {

void addSimilarity(OpenedSession& opened) { opened.similarity = weightSimilarity(opened.session); }

Teacher loadTeacher(TaskSource& source, const TaskData& data, const StopToken& stop) {
  LoadedModel model = loadModelFor(source.model, source.overrides, data.train, stop);
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

/// What is worth saying about how data was read.
void addNotes(std::vector<std::string>& notes, const TaskData& data, const std::string& folder) {
  for (const std::string& note : notesOf({data.train, data.validation, data.test}))
    notes.push_back(wholePrintable(folder) + ": " + note);
}

void add(std::string& notice, const std::string& more) {
  notice += (notice.empty() || more.empty() ? "" : "; ") + more;
}

std::string otherImages(const std::string& folder) {
  return concat("The images in ", printable(folder, 4096),
                " aren't those that the session was made with; results can't be compared.");
}

/// Whether the images are those that the source was made with, as far as it says.
bool isSameData(const TaskSource& source, const TaskData& data) {
  const bool sameValidation = source.validationFingerprint.empty() ||
                              (data.validation && fingerprint(*data.validation) == source.validationFingerprint);
  return sameValidation && (source.dataFingerprint.empty() || fingerprint(*data.train) == source.dataFingerprint);
}

/// Puts the labels in order; what is to be said goes into the notices.
void settle(SessionData& found, const std::vector<MobileNetSpec>& specs) {
  found.notices.resize(specs.size());
  const std::vector<TaskClasses> classes = settleClasses(found.recipe, specs, found.data);
  for (std::size_t t = 0; t < classes.size(); ++t) {
    const Dataset& opened = asOpened(*found.data[t].train);
    add(found.notices[t], classes[t].notice);
    if (classes[t].notice.empty()) add(found.notices[t], doubtAboutClasses(specs[t], *found.data[t].train));
    found.classes.push_back({specs[t], opened.classNames(), classes[t].matching});
  }
}

/// Opens what can be opened; `found.data` holds an empty place for the others.
void openAll(SessionData& found, const StopToken& stop) {
  for (std::size_t t = 0; t < found.recipe.sources.size(); ++t) {
    stop.throwIfStopped();
    const TaskSource& source = found.recipe.sources[t];
    found.data.emplace_back();
    try {
      found.data.back() = openTaskData(source.data, source.images);
      addNotes(found.notes, found.data.back(), source.data);
    } catch (const Error& error) {
      found.missing.push_back({int(t), source.data, error.what()});
    }
  }
}

void finish(SessionData& found, const Session& session) {
  found.notices.resize(session.teachers.size());
  if (!found.missing.empty()) {
    found.data.clear();
    return;
  }
  for (std::size_t t = 0; t < found.data.size(); ++t)
    if (!isSameData(found.recipe.sources[t], found.data[t]))
      found.notices[t] = otherImages(found.recipe.sources[t].data);
  settle(found, session.specs());
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

SessionData openSessionData(const Session& session, const StopToken& stop) {
  SessionData found;
  found.recipe = session.recipe;
  openAll(found, stop);
  finish(found, session);
  return found;
}

SessionData replaceSessionData(const Session& session, int task, const std::string& folder, bool acceptsOther,
                               bool& isOther, const StopToken& stop) {
  SessionData found;
  found.recipe = session.recipe;
  TaskSource& source = found.recipe.sources.at(std::size_t(task));
  source.data = folder;
  const TaskData chosen = openTaskData(folder, source.images);
  isOther = !isSameData(source, chosen);
  if (isOther && !acceptsOther) return found;
  openAll(found, stop);
  if (found.missing.empty()) settle(found, session.specs());
  const TaskSource before = source;
  if (isOther) {
    source.dataFingerprint = fingerprint(*chosen.train);
    source.validationFingerprint = chosen.validation ? fingerprint(*chosen.validation) : "";
  }
  if (found.missing.empty())
    found.recipe.sources = startSession(found.recipe, session.teachers, found.data).recipe.sources;
  else
    found.data.clear();
  found.notices.resize(session.teachers.size());
  if (isOther && !session.steps.empty()) {
    // Finished steps were made with the other images: that is said now, and whenever the session is opened.
    TaskSource& changed = found.recipe.sources.at(std::size_t(task));
    changed.dataFingerprint = before.dataFingerprint;
    changed.validationFingerprint = before.validationFingerprint;
    add(found.notices[std::size_t(task)], otherImages(folder));
  }
  return found;
}

SessionData matchSessionClasses(const Session& session, int task, const std::vector<int>& outputs,
                                const StopToken& stop) {
  Session changed = session;
  changed.recipe.sources.at(std::size_t(task)).classes = asSaid(outputs);
  SessionData found = openSessionData(changed, stop);
  if (found.missing.empty()) startSession(found.recipe, session.teachers, found.data);
  return found;
}

OpenedSession openSources(const Recipe& recipe, const StopToken& stop) {
  OpenedSession opened;
  SessionData& found = opened.data;
  found.recipe = recipe;
  std::vector<Teacher> teachers;
  std::vector<MobileNetSpec> specs;
  for (TaskSource& source : found.recipe.sources) {
    stop.throwIfStopped();
    found.data.push_back(openTaskData(source.data, source.images));
    addNotes(found.notes, found.data.back(), source.data);
    teachers.push_back(loadTeacher(source, found.data.back(), stop));
    specs.push_back(teachers.back().spec);
    for (const std::string& note : teachers.back().source.notes) opened.warnings.push_back(source.model + ": " + note);
  }
  settle(found, specs);
  opened.session = startSession(found.recipe, std::move(teachers), found.data);
  for (const std::string& doubt : doubtsAbout(opened.session, found.data)) opened.warnings.push_back(doubt);
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
  opened.data = openSessionData(opened.session, stop);
  opened.session.recipe.sources = opened.data.recipe.sources;
  for (const MissingData& gone : opened.data.missing)
    opened.warnings.push_back(concat("task ", taskName(gone.task), ": ", gone.reason));
  for (std::size_t t = 0; t < opened.data.notices.size(); ++t)
    if (!opened.data.notices[t].empty())
      opened.warnings.push_back(concat("task ", taskName(int(t)), ": ", opened.data.notices[t]));
  addSimilarity(opened);
  return opened;
}

ModelSummary summarizeModel(const std::string& path, const SpecOverrides& overrides) {
  const LoadedModel model = loadModel(path, overrides);
  return {model.source.format, model.source.scheme, model.network->spec(),
          model.specAsRead,    model.source.notes,  overrides};
}

TaskLook lookAtTask(const TaskSource& source) {
  TaskData data = openTaskData(source.data, source.images);
  TaskSource settled = source;
  const LoadedModel model = loadModelFor(source.model, settled.overrides, data.train);
  const MobileNetSpec& spec = model.network->spec();
  const std::vector<std::string> names = data.train->classNames();
  const TaskClasses classes = settleClasses(settled, spec, data);
  return {{model.source.format, model.source.scheme, spec, model.specAsRead, model.source.notes, source.overrides},
          {spec, names, classes.matching}};
}

}  // namespace zipper
