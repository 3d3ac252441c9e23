// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <vector>

#include "app/workbench/session_draft.h"

namespace zipper {

class JobRunner;
struct Session;

/// Puts models and data into the draft of a new session, after the worker has read each once. Nothing here asks the
/// user; it says through signals what went well and what didn't.
class DraftController : public QObject {
  Q_OBJECT

 public:
  explicit DraftController(JobRunner& jobs, QObject* parent = nullptr);

  const SessionDraft& draft() const { return draft_; }

  /// Tasks that aren't there (any more) are ignored, here and below.
  void addTask();
  void removeTask(int task);
  void setName(int task, const QString& name);
  void chooseModel(int task, const QString& path, const SpecOverrides& overrides = {});
  void chooseData(int task, const QString& folder);
  /// Reads the data of a task again, its images in another way.
  void changeReading(int task, const ImageReading& reading);
  /// Reads the model of a task again with other conventions.
  void changeConventions(int task, const SpecOverrides& overrides);
  /// Which output of a task's model each class of its data is.
  void chooseClasses(int task, const std::vector<int>& outputs);
  /// Takes a network that was just trained, and what it was trained on, for a task (-1: a new one, or one of which
  /// nothing is chosen). Returns the task; -1 if there can't be one more.
  int useTrained(int task, const QString& model, const QString& data, const ImageReading& reading);
  /// Chooses all that isn't empty, for tasks A, B, ...; completed() comes as soon as nothing is missing.
  void openWhenComplete(const QStringList& models, const QStringList& folders, const QStringList& names = {});
  /// Files and folders that were dropped: models and data go where there is none yet, and then into new tasks.
  void takeDropped(const QStringList& paths);
  /// The draft becomes what the session is made of. `classes`: of each task, as far as they are known.
  void takeFrom(const Session& session, const std::vector<ClassView>& classes);
  void drop();

 Q_SIGNALS:
  void changed();
  void completed();
  /// A model or a folder with data that was chosen could be read.
  void wasRead(const QString& path);
  void warned(const QString& text);
  void noted(const QString& text);  ///< worth knowing, and no reason to worry
  void failed(const QString& what, const QString& message);
  /// A session was dropped: the window asks first whether there is unsaved work.
  void sessionDropped(const QString& path);

 private:
  /// What is to be done with an answer of the worker, in the window's thread.
  using Answer = std::function<void()>;
  /// Null if there is none.
  TaskDraft* taskAt(int task);
  /// Tells the failures of a query about a task that is still there; `ended` gets that task.
  std::function<void(const QString&)> failing(int id, const std::function<QString(const QString&)>& what,
                                              const std::function<void(TaskDraft&)>& ended);
  void readData(int task, const QString& folder, const ImageReading& reading);
  void takeModel(int id, const QString& path, const ModelSummary& summary);
  void takeData(int id, const QString& folder, const DataSummary& summary);
  /// Looks at model and data of a task together once both are chosen.
  void lookAt(const TaskDraft& task);
  void takeLook(int id, const TaskSource& source, const ModelSummary& summary, const ClassView& classes);
  void distribute(const QStringList& models, const QStringList& folders);
  /// The first task for which that is so; one more if it is so for none, -1 if there can't be one more.
  int freePlace(const std::function<bool(const TaskDraft&)>& isFree);
  void grew();

  JobRunner& jobs_;
  SessionDraft draft_;
  bool opensWhenComplete_ = false;
};

}  // namespace zipper
