// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/session_controller.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/workbench/document.h"
#include "app/workbench/jobs/export_job.h"
#include "app/workbench/jobs/session_jobs.h"
#include "app/workbench/recovery.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/session_draft.h"
#include "core/analysis/answer_pass.h"
#include "core/analysis/inference_time.h"
#include "core/lesson/make_lesson.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/report/report.h"
#include "core/session/session_file.h"
#include "core/support/compute_device.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/export/export_result_text.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

std::string fileName(const QString& path) { return QFile::encodeName(path).toStdString(); }

/// The claim of a file: the one that this window has, if it is the same file. Null if there is no file.
std::shared_ptr<ClaimedFile> claimOf(const QString& path, const std::shared_ptr<ClaimedFile>& old) {
  if (path.isEmpty()) return nullptr;
  if (old && (old->path() == fileName(path) || isSameFile(old->path(), fileName(path)))) return old;
  return std::make_shared<ClaimedFile>(fileName(path));
}

QString shownName(const QString& path) { return style::shown(QFileInfo(path).fileName()); }

}  // namespace

SessionController::SessionController(Document& document, const SessionDraft& draft, RunController& run, JobRunner& jobs,
                                     Recovery& recovery, QObject* parent)
    : QObject(parent), document_(document), draft_(draft), run_(run), jobs_(jobs), recovery_(recovery) {
  run_.setRecoveryFile([this] { return recoveryFile(); });
}

QString SessionController::recoveryFile() {
  recovery_.tryAgain();
  if (!recovery_.trouble().isEmpty())
    Q_EMIT warned(tr("Finished steps aren't kept for the case of a crash: %1").arg(recovery_.trouble()));
  return recovery_.file();
}

void SessionController::openBy(const QString& title, const QString& failure,
                               const std::function<OpenedSession(const StopToken&)>& opener, const QString& path,
                               bool recovered) {
  const QString file = recovered ? Recovery::originOf(path) : path;
  run_.startBusy(title, failure, [this, opener, path, file, recovered, old = claim_](JobContext& context) {
    // Taken before it is read, so that nobody writes it meanwhile.
    const std::shared_ptr<ClaimedFile> claim = claimOf(file, old);
    const FileStamp stamp = stampOf(fileName(file));
    auto opened = std::make_shared<OpenedSession>(opener(context.stop()));
    if (claim) claim->remember(stamp);
    context.deliver([this, opened, path, recovered, claim] { take(std::move(*opened), path, recovered, claim); });
  });
}

void SessionController::take(OpenedSession opened, const QString& path, bool recovered,
                             std::shared_ptr<ClaimedFile> claim) {
  for (const std::string& warning : opened.warnings) Q_EMIT warned(style::engineText(warning));
  for (const std::string& note : opened.data.notes) Q_EMIT noted(style::engineText(note));
  const QString saved = recovered ? Recovery::originOf(path) : path;
  claim_ = saved.isEmpty() ? nullptr : std::move(claim);
  if (claim_ && !claim_->holder().empty())
    Q_EMIT warned(tr("%1 is open in another program, %2: it can be looked at here, and saved as a copy.")
                      .arg(saved, style::engineText(claim_->holder())));
  if (claim_ && !claim_->doubt().empty())
    Q_EMIT warned(tr("Other programs can't be kept from writing %1: %2. A change will be noticed.")
                      .arg(saved, style::engineText(claim_->doubt())));
  recovery_.discard();
  if (recovered && !recovery_.file().isEmpty() && QFile::rename(path, recovery_.file())) Recovery::removeOrphan(path);
  recovery_.setOrigin(saved);
  document_.open(std::move(opened), saved, recovered);
  Q_EMIT sessionOpened();
}

void SessionController::openSample(const QString& folder, EmbeddedSample sample) {
  openBy(
      tr("Opening the sample"), tr("The sample can't be opened."),
      [folder = folder.toStdString(), sample](const StopToken& stop) {
        return zipper::openSample(folder, stop, sample);
      },
      {}, false);
}

void SessionController::openSession(const QString& path) {
  openBy(
      tr("Opening %1").arg(shownName(path)), tr("%1 can't be opened.").arg(shownName(path)),
      [file = path.toStdString()](const StopToken& stop) { return openSessionFile(file, stop); },
      QFileInfo(path).absoluteFilePath(), false);
}

void SessionController::openLesson(const QString& path) {
  openBy(
      tr("Opening %1").arg(shownName(path)), tr("%1 can't be opened.").arg(shownName(path)),
      [file = fileName(path)](const StopToken& stop) { return openLessonFile(file, stop); }, {}, false);
}

void SessionController::saveLesson(const QString& path, const Lesson& lesson, ImagesPerClass perClass) {
  run_.startBusy(tr("Writing the lesson"), tr("The lesson couldn't be written."),
                 [this, path, lesson, perClass, session = document_.session(),
                  sources = protectedFiles(true, false)](JobContext& context) {
                   refuseToReplace(fileName(path), sources);
                   checkCanWrite(fileName(path));
                   Work work = context.work();
                   work.progress = [&context](int done, int total) { context.progress(done, total); };
                   makeLesson(fileName(path), session, lesson, perClass, work);
                   context.deliver([this, path] { Q_EMIT exported(path, {}); });
                 });
}

void SessionController::recover(const QString& path) {
  openBy(
      tr("Recovering the session"), tr("The session can't be recovered."),
      [file = path.toStdString()](const StopToken& stop) { return openSessionFile(file, stop); }, path, true);
}

void SessionController::openSources(const Recipe& recipe) {
  openBy(
      tr("Opening the networks"), tr("The networks can't be opened."),
      [recipe](const StopToken& stop) { return zipper::openSources(recipe, stop); }, {}, false);
}

QString SessionController::holder() const { return claim_ ? style::engineText(claim_->holder()) : QString(); }

void SessionController::closeSession() {
  recovery_.discard();
  claim_.reset();
  document_.close();
}

void SessionController::replaceData(int task, const QString& folder, bool acceptsOther) {
  run_.startBusy(tr("Opening data %1").arg(taskLetter(task)), tr("Data %1 can't be used.").arg(taskLetter(task)),
                 [this, task, folder, acceptsOther, session = document_.session()](JobContext& context) {
                   bool isOther = false;
                   const auto found = std::make_shared<SessionData>(
                       replaceSessionData(session, task, folder.toStdString(), acceptsOther, isOther, context.stop()));
                   if (isOther && !acceptsOther)
                     return context.deliver([this, task, folder] { Q_EMIT otherDataChosen(task, folder); });
                   context.deliver([this, folder, found, isOther] {
                     for (const std::string& note : found->notes) Q_EMIT noted(style::engineText(note));
                     document_.setTaskData(std::move(*found), !isOther);
                     Q_EMIT wasRead(folder);
                   });
                 });
}

void SessionController::matchClasses(int task, const std::vector<int>& outputs) {
  run_.startBusy(tr("Matching the classes of task %1").arg(taskLetter(task)), tr("The classes can't be matched so."),
                 [this, task, outputs, session = document_.session()](JobContext& context) {
                   const auto found =
                       std::make_shared<SessionData>(matchSessionClasses(session, task, outputs, context.stop()));
                   context.deliver([this, found] { document_.setTaskData(std::move(*found)); });
                 });
}

std::vector<ProtectedFile> SessionController::protectedFiles(bool withSession, bool withLesson) const {
  std::vector<ProtectedFile> files = sourceFiles(document_.session().recipe);
  for (std::size_t task = 0; task < draft_.tasks.size(); ++task) {
    files.push_back({"the network of task " + taskName(int(task)), fileName(draft_.tasks[task].model)});
    files.push_back({"the data of task " + taskName(int(task)), fileName(draft_.tasks[task].data)});
  }
  if (withSession) files.push_back({"the session itself", fileName(document_.path())});
  // A lesson is unpacked as a whole before anything is done with it, so that it can be made anew.
  if (withLesson && document_.lesson()) files.push_back({"the lesson", document_.lesson()->file});
  return files;
}

QString SessionController::whyNotReplace(const QString& path, bool isSession, bool isLesson) const {
  try {
    refuseToReplace(fileName(path), protectedFiles(!isSession, !isLesson));
  } catch (const Error& error) {
    return style::engineText(error.what());
  }
  return {};
}

void SessionController::save(const QString& path, bool replace) {
  const int revision = document_.revision();
  jobs_.query(
      "save",
      [this, path, replace, revision, session = document_.session(), lesson = document_.lesson(),
       sources = protectedFiles(false), old = claim_]() -> std::function<void()> {
        refuseToReplace(fileName(path), sources);
        const std::shared_ptr<ClaimedFile> claim = claimOf(path, old);
        claim->tryAgain();
        if (!replace && (!claim->holder().empty() || claim->hasChanged()))
          return [this, path, claim] { Q_EMIT conflicted(path, style::engineText(claim->holder())); };
        saveSession(fileName(path), lesson ? withImagesBeside(session, *lesson, fileName(path)) : session);
        claim->rememberWritten();
        return [this, path, revision, claim] {
          claim_ = claim;
          document_.markSaved(path, revision);
          if (!document_.isModified()) recovery_.discard();
          recovery_.setOrigin(path);
          Q_EMIT saved(path);
        };
      },
      [this](const QString& message) { Q_EMIT failed(tr("The session couldn't be saved."), message); });
}

void SessionController::keepForRecovery() {
  const QString file = recoveryFile();
  if (file.isEmpty() || !document_.isModified()) return;
  jobs_.query(
      "recovery",
      [file, session = document_.session()]() -> std::function<void()> {
        saveSession(fileName(file), session);
        return [] {};
      },
      [this](const QString& message) {
        Q_EMIT warned(tr("The comparison isn't kept for the case of a crash: %1").arg(message));
      });
}

void SessionController::exportMerged(const QString& format, const QString& task, const QString& path) {
  ExportRequest request;
  request.format = format.toStdString();
  request.task = task.toStdString();
  exportMerged(request, path);
}

void SessionController::exportMerged(const ExportRequest& request, const QString& path, const QString& images) {
  run_.startBusy(tr("Exporting %1").arg(shownName(path)), tr("The merged model couldn't be exported."),
                 [this, path,
                  job = ExportJob{document_.session(), document_.data(), request, fileName(path), protectedFiles(true),
                                  fileName(images)}](JobContext& context) {
                   const auto check = std::make_shared<const ExportCheck>(carryOut(context, job));
                   context.deliver([this, path, request = job.request, check] {
                     Q_EMIT exported(path, exportCheckText(*check));
                     for (const QString& text : exportAccuracyTexts(*check, request.task)) Q_EMIT noted(text);
                     for (const std::string& note : check->notes) Q_EMIT noted(style::engineText(note));
                     Q_EMIT modelExported(path, request, check);
                   });
                 });
}

QStringList SessionController::filesBeside(const ExportRequest& request, const QString& path) const {
  QStringList names;
  for (const std::string& name : labelFilesOfExport(document_.session(), request, fileName(path)))
    names << style::unchanged(name);
  return names;
}

/// The session of a report has no step that was scored on a sample alone; what is scored for it stays known.
Session SessionController::sessionForReport(JobContext& context, const ScoreRequest& request) {
  if (request.data.empty() || scoresLeft(request.session, request.data, request.first).steps.empty())
    return request.session;
  ScoreNews news;
  news.teachersScored = [this](const Scores& scores) { document_.setTeacherScores(scores); };
  news.stepScored = [this](const auto& before, const auto& now) { document_.setStepScores(before, now); };
  return scoreTheRest(context, request, news);
}

void SessionController::exportReport(const QString& folder) {
  run_.startBusy(tr("Writing the report"), tr("The report couldn't be written."),
                 [this, folder, request = run_.scoreRequest(), sources = protectedFiles(true)](JobContext& context) {
                   refuseToReplaceIn(fileName(folder), reportFileNames(), sources);
                   createFolderToWrite(fileName(folder));
                   const Session session = sessionForReport(context, request);
                   const std::vector<TaskAnswers> answers =
                       answersOfAllTasks(session, session.current, request.data, context.work(),
                                         computeDeviceFromString(session.recipe.device));
                   writeReport(folder.toStdString(), session, measureInference(session), answers);
                   context.deliver([this, folder] { Q_EMIT exported(QDir(folder).filePath("report.html"), {}); });
                 });
}

}  // namespace zipper
