// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/session_jobs.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/models/model_file.h"
#include "core/network/common_width.h"
#include "core/network/identical_layers.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/training/evaluation.h"
#include "core/zippering/convention_fit.h"

namespace zipper {

namespace {

void addSimilarity(OpenedSession& opened) { opened.similarity = weightSimilarity(opened.session); }

/// Byte for byte: a sample that was damaged meanwhile would show other numbers than the documentation.
bool isThere(EmbeddedSample sample, const std::filesystem::path& folder) {
  try {
    const auto& files = sampleFiles(sample);
    return std::all_of(files.begin(), files.end(), [&](const SampleFile& file) {
      return readTextFile(folder / file.name, file.bytes) == std::string_view(file.data, file.bytes);
    });
  } catch (const Error&) {
    return false;
  }
}

void add(std::string& notice, const std::string& more) {
  notice += (notice.empty() || more.empty() ? "" : "; ") + more;
}

std::string otherImages(const std::string& folder) {
  return concat("The images in ", printable(folder, 4096),
                " aren't those that the session was made with; results can't be compared.");
}

/// What is to be said about the classes, and how they are matched.
void takeClasses(SessionData& found, const std::vector<MobileNetSpec>& specs, const std::vector<TaskClasses>& classes) {
  found.notices.resize(specs.size());
  for (std::size_t t = 0; t < classes.size(); ++t) {
    const Dataset& opened = asOpened(*found.data[t].train);
    add(found.notices[t], classes[t].notice);
    if (classes[t].notice.empty()) add(found.notices[t], doubtAboutClasses(specs[t], *found.data[t].train));
    found.classes.push_back({specs[t], opened.classNames(), classes[t].matching});
  }
}

/// Opens what can be opened; `found.data` holds an empty place for the others. A task whose images nobody has chosen
/// misses them, too, in no folder.
void openAll(SessionData& found, const StopToken& stop) {
  TaskDataSets sets = openDataSets(found.recipe, TaskImages::TrainingAndTest, {stop});
  found.data = std::move(sets.data);
  found.missing = std::move(sets.missing);
  for (std::size_t t = 0; t < sets.notes.size(); ++t)
    for (const std::string& note : sets.notes[t])
      found.notes.push_back(wholePrintable(found.recipe.sources[t].data) + ": " + note);
  for (std::size_t t = 0; t < found.recipe.sources.size(); ++t)
    if (found.recipe.sources[t].data.empty()) found.missing.push_back({int(t), "", "no images were chosen"});
}

void finish(SessionData& found, const Session& session) {
  found.notices.resize(session.teachers.size());
  if (!found.missing.empty()) {
    found.data.clear();
    return;
  }
  Session settled = session;
  const std::vector<TaskFindings> findings = settleTasks(settled, found.data);
  found.recipe = settled.recipe;
  std::vector<TaskClasses> classes;
  for (std::size_t t = 0; t < findings.size(); ++t) {
    if (!findings[t].changed.empty()) found.notices[t] = otherImages(found.recipe.sources[t].data);
    classes.push_back(findings[t].classes);
  }
  takeClasses(found, session.specs(), classes);
}

/// What takes no time and no images is done at once.
void mergeExactly(Session& session, const SessionData& found, const StopToken& stop) {
  const RunOptions options{found.missing.empty()};
  if (options.evaluate) session.teacherScores = evaluateTeachers(session, found.data, {}, {stop});
  runSteps(session, remainingSteps(session), found.data, {false}, {}, {}, {stop});
  if (!options.evaluate) return;
  StepResult last = *session.steps.back();
  last.calibrated = evaluateStep(session, session.current, found.data, {}, {stop});
  session.steps.back() = std::make_shared<const StepResult>(std::move(last));
}

}  // namespace

DataSummary summarizeData(const std::string& folder, const ImageReading& reading) {
  TaskSource source;
  source.data = folder;
  source.images = reading;
  const TaskData data = openImages(source, TaskImages::TrainingAndTest);
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
  const TaskData chosen = openImages(source, TaskImages::TrainingAndTest);
  isOther = !changesOf(source, chosen, task).empty();
  if (isOther && !acceptsOther) return found;
  openAll(found, stop);
  if (found.missing.empty()) {
    keepFittedImages(found.data, session.specs());
    takeClasses(found, session.specs(), settleClasses(found.recipe, session.specs(), found.data));
  }
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
  openAll(found, stop);
  for (const MissingData& gone : found.missing)
    if (!gone.folder.empty()) fail(gone.reason);
  OpenedTasks tasks = openTasks(recipe, found.data, {}, {stop});
  opened.session = std::move(tasks.session);
  found.recipe = opened.session.recipe;
  std::vector<TaskClasses> classes;
  for (std::size_t t = 0; t < tasks.findings.size(); ++t) {
    const ModelSource& model = opened.session.teachers[t].source;
    for (const std::string& note : model.notes) opened.warnings.push_back(recipe.sources[t].model + ": " + note);
    for (const ChangedSource& change : tasks.findings[t].changed) opened.warnings.push_back(sentenceOn(change));
    classes.push_back(std::move(tasks.findings[t].classes));
  }
  for (const std::string& note : notesOnWidths(opened.session.specs())) opened.warnings.push_back(note);
  for (const std::string& doubt : doubtsAbout(opened.session, found.data)) opened.warnings.push_back(doubt);
  if (recipe.preset == exactPreset) mergeExactly(opened.session, found, stop);
  found.notices.resize(opened.session.teachers.size());
  if (found.missing.empty())
    takeClasses(found, opened.session.specs(), classes);
  else
    found.data.clear();
  addSimilarity(opened);
  return opened;
}

OpenedSession openSample(const std::filesystem::path& folder, const StopToken& stop, EmbeddedSample sample) {
  if (!isThere(sample, folder)) writeSamples(folder, sample);
  Recipe recipe = presetRecipe("fast");
  for (const std::string& name : taskNamesOf(sample)) {
    TaskSource source;
    source.model = (folder / (name + ".safetensors")).string();
    source.data = (folder / name).string();
    recipe.sources.push_back(source);
  }
  return openSources(recipe, stop);
}

/// A session that was loaded into it gets its images, and what is to be said about them.
void openImagesOf(OpenedSession& opened, const StopToken& stop) {
  opened.data = openSessionData(opened.session, stop);
  opened.session.recipe.sources = opened.data.recipe.sources;
  for (const MissingData& gone : opened.data.missing)
    opened.warnings.push_back(concat("task ", taskName(gone.task), ": ", gone.reason));
  for (std::size_t t = 0; t < opened.data.notices.size(); ++t)
    if (!opened.data.notices[t].empty())
      opened.warnings.push_back(concat("task ", taskName(int(t)), ": ", opened.data.notices[t]));
  addSimilarity(opened);
}

OpenedSession openSessionFile(const std::filesystem::path& path, const StopToken& stop) {
  OpenedSession opened;
  opened.session = loadSession(path, &opened.warnings);
  openImagesOf(opened, stop);
  return opened;
}

OpenedSession openLessonFile(const std::filesystem::path& path, const StopToken& stop) {
  const UnpackedLessonPtr lesson = unpackLesson(path, stop);
  OpenedSession opened;
  opened.session = sessionOf(*lesson, &opened.warnings);
  openImagesOf(opened, stop);
  opened.lesson = lesson;
  const std::vector<LessonImages>& images = lesson->lesson.images;
  for (std::size_t t = 0; t < std::min(images.size(), opened.data.notices.size()); ++t)
    add(opened.data.notices[t], noteOnImages(images[t]));
  return opened;
}

ModelSummary summarizeModel(const std::string& path, const SpecOverrides& overrides) {
  LoadedModel model = loadModel(path, overrides);
  return {model.source.format, model.source.scheme, model.network->spec(),     model.specAsRead,
          model.source.notes,  overrides,           layerHashes(model.network)};
}

TaskLook lookAtTask(const TaskSource& source) {
  TaskData data = openImages(source, TaskImages::TrainingAndTest);
  TaskSource settled = source;
  LoadedModel model = loadModelFor(source.model, settled.overrides, data.train);
  const MobileNetSpec& spec = model.network->spec();
  const std::vector<std::string> names = data.train->classNames();
  const TaskClasses classes = settleClasses(settled, spec, data);
  return {{model.source.format, model.source.scheme, spec, model.specAsRead, model.source.notes, source.overrides,
           layerHashes(model.network)},
          {spec, names, classes.matching}};
}

}  // namespace zipper
