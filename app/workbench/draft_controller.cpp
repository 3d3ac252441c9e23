// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/draft_controller.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/jobs/session_jobs.h"
#include "core/lesson/lesson_file.h"
#include "core/models/folder_kind.h"
#include "core/network/task_names.h"
#include "core/session/session_file.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// Which of the dropped paths are what.
struct Dropped {
  QStringList sessions, models, folders;  ///< lessons are among the sessions
};

Dropped classify(const QStringList& paths) {
  Dropped dropped;
  for (const QString& path : paths) {
    if (QFileInfo(path).isDir() && !isNetworkFolder(path.toStdString()))
      dropped.folders << path;
    else if (!QFileInfo(path).isDir() && (isLessonFile(path.toStdString()) || isSessionFile(path.toStdString())))
      dropped.sessions << path;
    else
      dropped.models << path;
  }
  return dropped;
}

/// A session doesn't hold how a model would have been read without the overrides; they are fields of the draft anyway.
void fill(TaskDraft& task, const TaskSource& source, const Teacher& teacher) {
  task.name = style::shown(source.name);
  task.model = style::unchanged(source.model);
  task.data = style::unchanged(source.data);
  task.summary = ModelSummary{teacher.source.format, teacher.source.scheme, teacher.spec,
                              teacher.spec,          teacher.source.notes,  source.overrides};
  task.reading = source.images;
  task.outputs = source.classes;
}

std::string keyOf(const char* what, int id) { return what + ("." + std::to_string(id)); }

}  // namespace

DraftController::DraftController(JobRunner& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {}

void DraftController::addTask() {
  draft_.add();
  Q_EMIT changed();
}

void DraftController::removeTask(int task) {
  draft_.remove(task);
  grew();
}

void DraftController::setName(int task, const QString& name) {
  TaskDraft* draft = taskAt(task);
  if (draft == nullptr) return;
  draft->name = name;
  Q_EMIT changed();
}

TaskDraft* DraftController::taskAt(int task) {
  return task >= 0 && task < int(draft_.tasks.size()) ? &draft_.tasks[std::size_t(task)] : nullptr;
}

std::function<void(const QString&)> DraftController::failing(int id, const std::function<QString(const QString&)>& what,
                                                             const std::function<void(TaskDraft&)>& ended) {
  return [this, id, what, ended](const QString& message) {
    TaskDraft* task = draft_.find(id);
    if (task == nullptr) return;
    ended(*task);
    Q_EMIT failed(what(taskLetter(int(task - draft_.tasks.data()))), message);
  };
}

void DraftController::changeConventions(int task, const SpecOverrides& overrides) {
  if (const TaskDraft* draft = taskAt(task)) chooseModel(task, draft->model, overrides);
}

void DraftController::chooseModel(int task, const QString& path, const SpecOverrides& overrides) {
  TaskDraft* draft = taskAt(task);
  if (draft == nullptr) return;
  draft->modelIsRead = true;
  jobs_.query(
      keyOf("model", draft->id),
      [this, id = draft->id, path, overrides]() -> Answer {
        return
            [this, id, path, summary = summarizeModel(path.toStdString(), overrides)] { takeModel(id, path, summary); };
      },
      failing(
          draft->id, [](const QString& letter) { return tr("Model %1 can't be used.").arg(letter); },
          [](TaskDraft& failed) { failed.modelIsRead = false; }));
}

void DraftController::takeModel(int id, const QString& path, const ModelSummary& summary) {
  TaskDraft* task = draft_.find(id);
  if (task == nullptr) return;
  for (const std::string& note : summary.notes) Q_EMIT warned(style::shown(path) + ": " + style::engineText(note));
  task->modelIsRead = false;
  if (task->model != path) task->outputs.reset();  // said of another network
  task->model = path;
  task->summary = summary;
  task->classes.reset();
  Q_EMIT wasRead(path);
  lookAt(*task);
  grew();
}

void DraftController::chooseData(int task, const QString& folder) {
  if (const TaskDraft* draft = taskAt(task)) readData(task, folder, draft->reading);
}

void DraftController::changeReading(int task, const ImageReading& reading) {
  if (const TaskDraft* draft = taskAt(task)) readData(task, draft->data, reading);
}

void DraftController::readData(int task, const QString& folder, const ImageReading& reading) {
  TaskDraft* draft = taskAt(task);
  if (draft == nullptr) return;
  draft->dataIsRead = true;
  jobs_.query(
      keyOf("data", draft->id),
      [this, id = draft->id, folder, reading]() -> Answer {
        return [this, id, folder, summary = summarizeData(folder.toStdString(), reading)] {
          takeData(id, folder, summary);
        };
      },
      failing(
          draft->id, [](const QString& letter) { return tr("Data %1 can't be used.").arg(letter); },
          [](TaskDraft& failed) { failed.dataIsRead = false; }));
}

void DraftController::takeData(int id, const QString& folder, const DataSummary& summary) {
  TaskDraft* task = draft_.find(id);
  if (task == nullptr) return;
  for (const std::string& note : summary.notes) Q_EMIT noted(style::shown(folder) + ": " + style::engineText(note));
  task->dataIsRead = false;
  if (task->data != folder) task->outputs.reset();
  task->data = folder;
  task->dataSummary = summary;
  task->reading = summary.reading;
  task->classes.reset();
  Q_EMIT wasRead(folder);
  lookAt(*task);
  grew();
}

void DraftController::lookAt(const TaskDraft& task) {
  if (!task.isComplete()) return;
  jobs_.query(
      keyOf("look", task.id),
      [this, id = task.id, source = task.source()]() -> Answer {
        return [this, id, source, look = lookAtTask(source)] { takeLook(id, source, look.summary, look.classes); };
      },
      failing(
          task.id, [](const QString& letter) { return tr("Model and data %1 don't fit together.").arg(letter); },
          [](TaskDraft&) {}));
}

void DraftController::takeLook(int id, const TaskSource& source, const ModelSummary& summary,
                               const ClassView& classes) {
  TaskDraft* task = draft_.find(id);
  const bool isCurrent = task != nullptr && task->model.toStdString() == source.model &&
                         task->data.toStdString() == source.data && task->summary.has_value();
  if (!isCurrent) return;
  task->summary = summary;
  task->classes = classes;
  const ClassMatching& found = classes.matching;
  const std::string& doubt = found.problem.empty() ? found.doubt : found.problem;
  const int letter = int(task - draft_.tasks.data());
  if (!doubt.empty()) Q_EMIT warned(tr("Task %1: %2").arg(taskLetter(letter), style::engineText(doubt)));
  Q_EMIT changed();
}

void DraftController::chooseClasses(int task, const std::vector<int>& outputs) {
  TaskDraft* draft = taskAt(task);
  if (draft == nullptr) return;
  draft->outputs = asSaid(outputs);
  lookAt(*draft);
}

int DraftController::useTrained(int task, const QString& model, const QString& data, const ImageReading& reading) {
  const int place = task >= 0 ? task : freePlace([](const TaskDraft& draft) { return draft.isEmpty(); });
  TaskDraft* draft = taskAt(place);
  if (draft == nullptr) return -1;
  draft->outputs.reset();
  chooseModel(place, model);
  readData(place, data, reading);
  Q_EMIT changed();
  return place;
}

void DraftController::grew() {
  Q_EMIT changed();
  if (!opensWhenComplete_ || !draft_.isComplete() || !draft_.misfit().empty()) return;
  opensWhenComplete_ = false;
  Q_EMIT completed();
}

void DraftController::openWhenComplete(const QStringList& models, const QStringList& folders,
                                       const QStringList& names) {
  opensWhenComplete_ = true;
  const qsizetype count = std::min<qsizetype>(std::max(models.size(), folders.size()), mostTasks);
  while (qsizetype(draft_.tasks.size()) < count) draft_.add();
  for (int task = 0; task < count; ++task) {
    draft_.tasks[std::size_t(task)].name = names.value(task);
    if (!models.value(task).isEmpty()) chooseModel(task, models[task]);
    if (!folders.value(task).isEmpty()) chooseData(task, folders[task]);
  }
  Q_EMIT changed();
}

void DraftController::takeDropped(const QStringList& paths) {
  jobs_.query(
      "drop",
      [this, paths]() -> Answer {
        return [this, dropped = classify(paths)] {
          if (!dropped.sessions.isEmpty()) return Q_EMIT sessionDropped(dropped.sessions.front());
          distribute(dropped.models, dropped.folders);
        };
      },
      [this](const QString& message) { Q_EMIT failed(tr("What was dropped can't be used."), message); });
}

int DraftController::freePlace(const std::function<bool(const TaskDraft&)>& isFree) {
  const auto found = std::find_if(draft_.tasks.begin(), draft_.tasks.end(), isFree);
  if (found != draft_.tasks.end()) return int(found - draft_.tasks.begin());
  const std::size_t before = draft_.tasks.size();
  draft_.add();
  return draft_.tasks.size() > before ? int(before) : -1;
}

void DraftController::distribute(const QStringList& models, const QStringList& folders) {
  const std::size_t before = draft_.tasks.size();
  for (const QString& model : models) {
    const int task = freePlace([](const TaskDraft& draft) { return draft.model.isEmpty() && !draft.modelIsRead; });
    if (task >= 0) chooseModel(task, model);
  }
  for (const QString& folder : folders) {
    const int task = freePlace([](const TaskDraft& draft) { return draft.data.isEmpty() && !draft.dataIsRead; });
    if (task >= 0) chooseData(task, folder);
  }
  if (draft_.tasks.size() > before) Q_EMIT changed();
}

void DraftController::takeFrom(const Session& session, const std::vector<ClassView>& classes) {
  draft_.clear(session.teachers.size());
  for (std::size_t task = 0; task < draft_.tasks.size(); ++task)
    fill(draft_.tasks[task], session.recipe.sources[task], session.teachers[task]);
  for (std::size_t task = 0; task < std::min(classes.size(), draft_.tasks.size()); ++task)
    draft_.tasks[task].classes = classes[task];
  Q_EMIT changed();
}

void DraftController::drop() {
  opensWhenComplete_ = false;
  draft_.clear();
  Q_EMIT changed();
}

}  // namespace zipper
