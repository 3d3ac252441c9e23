// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/open_tasks.h"

#include <utility>

#include "core/data/fingerprint.h"
#include "core/data/fitted_dataset.h"
#include "core/data/relabelled_dataset.h"
#include "core/network/common_width.h"
#include "core/network/plan.h"
#include "core/network/widened_network.h"
#include "core/session/session_network.h"
#include "core/zippering/convention_fit.h"

namespace zipper {

namespace {

/// Bytes of images as networks read them, for all tasks together.
constexpr std::size_t fittedBudget = std::size_t(512) << 20;

/// Bytes of images as they were decoded: the few that a network's conventions are tried with and that fingerprints are
/// of, which are read more than once before it is known how the networks read them.
constexpr std::size_t decodedBudget = std::size_t(64) << 20;

using Part = ChangedSource::Part;

std::string sourceName(const ChangedSource& change) {
  switch (change.part) {
    case Part::Model:
      return "the model " + change.path;
    case Part::Data:
      return "the data set " + change.path;
    case Part::ValidationImages:
      return "what validation images the data set " + change.path + " has";
  }
  return {};
}

/// Hashes that differ, where one is expected.
void addIfChanged(std::vector<ChangedSource>& changes, ChangedSource change) {
  if (!change.expected.empty() && change.found != change.expected) changes.push_back(std::move(change));
}

/// Networks of different widths get the channels of the widest.
void widenTeachers(std::vector<Teacher>& teachers) {
  std::vector<MobileNetSpec> specs;
  for (const Teacher& teacher : teachers) specs.push_back(teacher.spec);
  const std::vector<MobileNetSpec> common = atCommonWidth(specs);
  for (std::size_t t = 0; t < teachers.size(); ++t) {
    if (specs[t].width == common[t].width && specs[t].channels == common[t].channels) continue;
    MobileNet network = teacherNetwork(teachers[t]);
    MobileNet wide = widened(network, common[t]);
    teachers[t] = makeTeacher(wide, teachers[t].source);
  }
}

void addChanges(TaskFindings& findings, const std::vector<ChangedSource>& changes, const OpeningWishes& wishes) {
  if (!changes.empty() && wishes.changed == ChangedSources::Refuse) throw SourceChanged(sentenceOn(changes.front()));
  findings.changed.insert(findings.changed.end(), changes.begin(), changes.end());
}

/// All data sets of a task.
std::vector<DatasetPtr*> dataSetsOf(TaskData& data) { return {&data.train, &data.test, &data.validation}; }

/// What was settled about the sources against what the recipe held before.
std::vector<ChangedSource> changesBetween(const TaskSource& settled, const TaskSource& before, int task) {
  std::vector<ChangedSource> changes;
  addIfChanged(changes, {task, Part::Data, before.data, settled.dataFingerprint, before.dataFingerprint});
  addIfChanged(changes, {task, Part::ValidationImages, before.data, settled.validationFingerprint,
                         before.validationFingerprint});
  return changes;
}

/// settleClasses(), which leaves the images as they are where nobody asks for their labels.
std::vector<TaskClasses> settleWished(Recipe& recipe, const std::vector<MobileNetSpec>& specs,
                                      std::vector<TaskData>& data, const OpeningWishes& wishes) {
  if (wishes.scores || needsLabels(recipe)) return settleClasses(recipe, specs, data, wishes.classes);
  std::vector<TaskData> labelled = data;
  settleClasses(recipe, specs, labelled, wishes.classes);
  return std::vector<TaskClasses>(data.size());
}

}  // namespace

std::string sentenceOn(const ChangedSource& change) {
  return concat(sourceName(change), " isn't the one that the recipe was made with (", change.found.substr(0, 12),
                "... found, ", change.expected.substr(0, 12), "... expected)");
}

TaskData openImages(const TaskSource& source, TaskImages images, TaskLabels labels) {
  if (source.data.empty()) return {};
  OpenOptions options;
  options.labels = labels == TaskLabels::Needed;
  options.images = source.images;
  options.cacheBytes = decodedBudget;
  TaskData data;
  data.train = openDataset(source.data, options);
  options.cacheBytes = 0;
  data.validation = openValidation(source.data, options);
  if (images == TaskImages::Training) return data;
  options.split = Split::Test;
  data.test = openDataset(source.data, options);
  return data;
}

TaskDataSets openDataSets(const Recipe& recipe, TaskImages images, const Work& work, TaskLabels labels) {
  TaskDataSets sets;
  for (const TaskSource& source : recipe.sources) {
    const int task = int(sets.data.size());
    work.stop.throwIfStopped();
    work.tell(task, int(recipe.sources.size()));
    sets.data.emplace_back();
    sets.notes.emplace_back();
    try {
      TaskData opened = openImages(source, images, labels);
      sets.notes.back() = notesOf({opened.train, opened.validation, opened.test});
      sets.data.back() = std::move(opened);
    } catch (const Error& error) {
      sets.missing.push_back({task, source.data, error.what()});
    }
  }
  return sets;
}

void keepFittedImages(std::vector<TaskData>& data, const std::vector<MobileNetSpec>& specs) {
  std::vector<std::size_t> needs;
  for (std::size_t t = 0; t < data.size(); ++t)
    for (DatasetPtr* dataset : dataSetsOf(data[t])) {
      *dataset = asOpened(*dataset);
      needs.push_back(fittedBytes(*dataset, specs.at(t)));
    }
  auto share = dividedBudget(needs, fittedBudget);
  std::size_t next = 0;
  for (std::size_t t = 0; t < data.size(); ++t)
    for (DatasetPtr* dataset : dataSetsOf(data[t])) {
      const std::size_t bytes = share[next++];
      if (*dataset) *dataset = fittedDataset(*dataset, specs.at(t), bytes);
    }
}

OpenedTasks openTasks(const Recipe& recipe, std::vector<TaskData>& data, const OpeningWishes& wishes,
                      const Work& work) {
  Recipe settled = recipe;
  std::vector<Teacher> teachers;
  std::vector<MobileNetSpec> specs;
  OpenedTasks opened;
  opened.findings.resize(settled.sources.size());
  for (std::size_t t = 0; t < settled.sources.size(); ++t) {
    work.stop.throwIfStopped();
    work.tell(int(t), int(settled.sources.size()));
    TaskSource& source = settled.sources[t];
    LoadedModel model = loadModelFor(source.model, source.overrides, data.at(t).train, work);
    std::vector<ChangedSource> changes;
    addIfChanged(changes, {int(t), Part::Model, source.model, model.source.sha256, source.modelSha256});
    addChanges(opened.findings[t], changes, wishes);
    teachers.push_back(makeTeacher(model.network, model.source));
    specs.push_back(teachers.back().spec);
    if (t == 0 && wishes.layersKnown) wishes.layersKnown(layersOf(specs.front()));
  }
  widenTeachers(teachers);
  keepFittedImages(data, specs);
  std::vector<TaskClasses> classes = settleWished(settled, specs, data, wishes);
  opened.session = startSession(settled, std::move(teachers), data);
  for (std::size_t t = 0; t < opened.findings.size(); ++t) {
    addChanges(opened.findings[t], changesBetween(opened.session.recipe.sources[t], recipe.sources[t], int(t)), wishes);
    opened.findings[t].classes = std::move(classes[t]);
  }
  return opened;
}

std::vector<TaskFindings> settleTasks(Session& session, std::vector<TaskData>& data, const OpeningWishes& wishes) {
  std::vector<TaskFindings> findings(data.size());
  for (std::size_t t = 0; t < data.size(); ++t)
    addChanges(findings[t], changesOf(session.recipe.sources.at(t), data[t], int(t)), wishes);
  keepFittedImages(data, session.specs());
  std::vector<TaskClasses> classes = settleWished(session.recipe, session.specs(), data, wishes);
  for (std::size_t t = 0; t < data.size(); ++t) findings[t].classes = std::move(classes[t]);
  return findings;
}

std::vector<ChangedSource> changesOf(const TaskSource& source, const TaskData& data, int task) {
  TaskSource found = source;
  if (!data.train) return {};
  if (!source.dataFingerprint.empty()) found.dataFingerprint = fingerprint(*data.train);
  if (!source.validationFingerprint.empty())
    found.validationFingerprint = data.validation ? fingerprint(*data.validation) : "";
  return changesBetween(found, source, task);
}

}  // namespace zipper
