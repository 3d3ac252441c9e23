// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/jobs/score_job.h"
#include "core/lesson/lesson_images.h"
#include "core/recipe/recipe.h"
#include "core/support/claimed_file.h"
#include "core/support/protected_files.h"
#include "core/zippering/session_export.h"
#include "resources/samples/sample_files.h"

namespace zipper {

class Document;
class Recovery;
class RunController;
class SessionDraft;
struct OpenedSession;

/// Everything between the session in the window and files: opening, saving, exporting. Nothing here asks the user; it
/// says through signals what went well and what didn't.
class SessionController : public QObject {
  Q_OBJECT

 public:
  /// `draft`: whose sources are never written over either.
  SessionController(Document& document, const SessionDraft& draft, RunController& run, JobRunner& jobs,
                    Recovery& recovery, QObject* parent = nullptr);

  /// The program that has the session's file open, if it is another one; empty otherwise.
  QString holder() const;

  /// Writes it below the folder first, where it isn't there.
  void openSample(const QString& folder, EmbeddedSample sample);
  void openSession(const QString& path);
  /// A lesson file: its session, as one that was never saved.
  void openLesson(const QString& path);
  /// A session that a crashed program left, as unsaved work of the file it was saved to; it stays protected until it is
  /// saved.
  void recover(const QString& path);
  /// A fresh session of these sources.
  void openSources(const Recipe& recipe);
  void closeSession();

  /// Another data folder for a task of the session at hand. If the images aren't those that it was made with,
  /// otherDataChosen() asks for agreement, which `acceptsOther` is.
  void replaceData(int task, const QString& folder, bool acceptsOther = false);
  /// Which output of its network each class of a task of the session at hand is.
  void matchClasses(int task, const std::vector<int>& outputs);

  /// Saves the session there. If another program has it open or has changed it, nothing is written and conflicted() is
  /// emitted, unless `replace`.
  void save(const QString& path, bool replace = false);
  /// What is never written over: the sources of the session and of the draft, and, unless a session is to be saved, its
  /// file. Says why `path` is one of them; empty if it isn't.
  QString whyNotReplace(const QString& path, bool isSession, bool isLesson = false) const;
  /// With the usual names, as float32. `task`: "all", "a", "b", ...
  void exportMerged(const QString& format, const QString& task, const QString& path);
  /// `images`: a data set to find the ranges of integers on, for tasks whose training images aren't open; empty: none.
  void exportMerged(const ExportRequest& request, const QString& path, const QString& images = {});
  /// Names of files that exportMerged() writes beside the one that is asked for.
  QStringList filesBeside(const ExportRequest& request, const QString& path) const;
  void exportReport(const QString& folder);
  /// Makes a lesson of the session; exported() tells that it was written.
  void saveLesson(const QString& path, const Lesson& lesson, ImagesPerClass perClass);
  /// Keeps the session as it is for the case of a crash, as is done after every step.
  void keepForRecovery();

 Q_SIGNALS:
  void sessionOpened();
  /// A folder with data that was chosen could be read.
  void wasRead(const QString& path);
  void saved(const QString& path);
  /// `check`: what was found when the file was read back; may be empty.
  void exported(const QString& path, const QString& check);
  /// The merged network was, after exported(): all that is known of it.
  void modelExported(const QString& path, const zipper::ExportRequest& request,
                     const std::shared_ptr<const zipper::ExportCheck>& check);
  void warned(const QString& text);
  void noted(const QString& text);  ///< worth knowing, and no reason to worry
  void failed(const QString& what, const QString& message);
  /// The session can't be saved there without asking. `holder`: the program that has it open; empty: it was changed by
  /// one.
  void conflicted(const QString& path, const QString& holder);
  void otherDataChosen(int task, const QString& folder);

 private:
  void openBy(const QString& title, const QString& failure,
              const std::function<OpenedSession(const StopToken&)>& opener, const QString& path, bool recovered);
  void take(OpenedSession opened, const QString& path, bool recovered, std::shared_ptr<ClaimedFile> claim);
  QString recoveryFile();
  Session sessionForReport(JobContext& context, const ScoreRequest& request);
  std::vector<ProtectedFile> protectedFiles(bool withSession, bool withLesson = true) const;

  Document& document_;
  const SessionDraft& draft_;
  RunController& run_;
  JobRunner& jobs_;
  Recovery& recovery_;
  std::shared_ptr<ClaimedFile> claim_;  ///< of the document's file; null if it has none
};

}  // namespace zipper
