// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/session_controller.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/workbench/document.h"
#include "app/workbench/jobs/session_jobs.h"
#include "app/workbench/recovery.h"
#include "app/workbench/run_controller.h"
#include "core/analysis/inference_time.h"
#include "core/models/folder_kind.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/report/report.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/zippering/session_export.h"
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

/// Which of the dropped paths are what.
struct Dropped {
  QStringList sessions, models, folders;
};

Dropped classify(const QStringList& paths) {
  Dropped dropped;
  for (const QString& path : paths) {
    if (QFileInfo(path).isDir() && !isNetworkFolder(path.toStdString()))
      dropped.folders << path;
    else if (!QFileInfo(path).isDir() && isSessionFile(path.toStdString()))
      dropped.sessions << path;
    else
      dropped.models << path;
  }
  return dropped;
}

/// A session doesn't hold how a model would have been read without the overrides; they are fields of the draft anyway.
PairDraft::Task draftOf(const TaskSource& source, const Teacher& teacher) {
  return {style::unchanged(source.model),
          style::unchanged(source.data),
          ModelSummary{teacher.source.format, teacher.source.scheme, teacher.spec, teacher.spec, teacher.source.notes,
                       source.overrides},
          std::nullopt,
          source.images,
          std::nullopt,
          source.classes};
}

QString shownName(const QString& path) { return style::shown(QFileInfo(path).fileName()); }

}  // namespace

SessionController::SessionController(Document& document, RunController& run, JobRunner& jobs, Recovery& recovery,
                                     QObject* parent)
    : QObject(parent), document_(document), run_(run), jobs_(jobs), recovery_(recovery) {
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
  dropDraft();
  Q_EMIT sessionOpened();
}

void SessionController::openSample(const QString& folder) {
  openBy(
      tr("Opening the sample"), tr("The sample can't be opened."),
      [folder = folder.toStdString()](const StopToken& stop) { return zipper::openSample(folder, stop); }, {}, false);
}

void SessionController::openSession(const QString& path) {
  openBy(
      tr("Opening %1").arg(shownName(path)), tr("%1 can't be opened.").arg(shownName(path)),
      [file = path.toStdString()](const StopToken& stop) { return openSessionFile(file, stop); },
      QFileInfo(path).absoluteFilePath(), false);
}

void SessionController::recover(const QString& path) {
  openBy(
      tr("Recovering the session"), tr("The session can't be recovered."),
      [file = path.toStdString()](const StopToken& stop) { return openSessionFile(file, stop); }, path, true);
}

void SessionController::openPair() {
  if (!draft_.isComplete()) return;
  opensWhenComplete_ = false;
  openBy(
      tr("Opening the pair"), tr("The pair can't be opened."),
      [recipe = draft_.recipe()](const StopToken& stop) { return openSources(recipe, stop); }, {}, false);
}

QString SessionController::holder() const { return claim_ ? style::engineText(claim_->holder()) : QString(); }

void SessionController::closeSession() {
  recovery_.discard();
  claim_.reset();
  document_.close();
  dropDraft();
}

void SessionController::takeDraftFromSession() {
  draft_ = {};
  const Session& session = document_.session();
  for (std::size_t task = 0; task < session.teachers.size() && task < draft_.tasks.size(); ++task)
    draft_.tasks[task] = draftOf(session.recipe.sources[task], session.teachers[task]);
  for (std::size_t task = 0; task < document_.classes().size() && task < draft_.tasks.size(); ++task)
    draft_.tasks[task].classes = document_.classes()[task];
  Q_EMIT draftChanged();
}

void SessionController::dropDraft() {
  draft_ = {};
  Q_EMIT draftChanged();
}

void SessionController::changeConventions(int task, const SpecOverrides& overrides) {
  chooseModel(task, draft_.tasks[std::size_t(task)].model, overrides);
}

void SessionController::chooseModel(int task, const QString& path, const SpecOverrides& overrides) {
  const QString what = tr("Model %1 can't be used.").arg(taskLetter(task));
  jobs_.query(
      "model." + taskName(task),
      [this, task, path, overrides]() -> std::function<void()> {
        return [this, task, path, summary = summarizeModel(path.toStdString(), overrides)] {
          for (const std::string& note : summary.notes)
            Q_EMIT warned(style::shown(path) + ": " + style::engineText(note));
          PairDraft::Task& chosen = draft_.tasks[std::size_t(task)];
          if (chosen.model != path) chosen.outputs.reset();  // said of another network
          chosen.model = path;
          chosen.summary = summary;
          chosen.classes.reset();
          Q_EMIT wasRead(path);
          lookAt(task);
          draftGrew();
        };
      },
      [this, what](const QString& message) { Q_EMIT failed(what, message); });
}

void SessionController::draftGrew() {
  Q_EMIT draftChanged();
  if (opensWhenComplete_ && draft_.isComplete() && draft_.misfit().empty()) openPair();
}

void SessionController::openWhenComplete(const QStringList& models, const QStringList& folders) {
  opensWhenComplete_ = true;
  for (int task = 0; task < 2; ++task) {
    if (!models[task].isEmpty()) chooseModel(task, models[task]);
    if (!folders[task].isEmpty()) chooseData(task, folders[task]);
  }
}

void SessionController::chooseData(int task, const QString& folder) {
  readData(task, folder, draft_.tasks[std::size_t(task)].reading);
}

void SessionController::changeReading(int task, const ImageReading& reading) {
  readData(task, draft_.tasks[std::size_t(task)].data, reading);
}

void SessionController::readData(int task, const QString& folder, const ImageReading& reading) {
  jobs_.query(
      "data." + taskName(task),
      [this, task, folder, reading]() -> std::function<void()> {
        const std::string path = folder.toStdString();
        return [this, task, folder, summary = summarizeData(openTaskData(path, reading), reading)] {
          for (const std::string& note : summary.notes)
            Q_EMIT noted(style::shown(folder) + ": " + style::engineText(note));
          PairDraft::Task& chosen = draft_.tasks[std::size_t(task)];
          if (chosen.data != folder) chosen.outputs.reset();
          chosen.data = folder;
          chosen.dataSummary = summary;
          chosen.reading = summary.reading;
          chosen.classes.reset();
          Q_EMIT wasRead(folder);
          lookAt(task);
          draftGrew();
        };
      },
      [this, what = tr("Data %1 can't be used.").arg(taskLetter(task))](const QString& message) {
        Q_EMIT failed(what, message);
      });
}

void SessionController::lookAt(int task) {
  const PairDraft::Task& draft = draft_.tasks[std::size_t(task)];
  if (!draft.summary || draft.summary->spec.classes == 0 || draft.data.isEmpty()) return;
  jobs_.query(
      "look." + taskName(task),
      [this, task, source = draft.source()]() -> std::function<void()> {
        return [this, task, source, look = lookAtTask(source)] {
          PairDraft::Task& chosen = draft_.tasks[std::size_t(task)];
          const bool isCurrent = chosen.model.toStdString() == source.model && chosen.data.toStdString() == source.data;
          if (!isCurrent || !chosen.summary) return;
          chosen.summary = look.summary;
          chosen.classes = look.classes;
          const ClassMatching& found = look.classes.matching;
          const std::string& doubt = found.problem.empty() ? found.doubt : found.problem;
          if (!doubt.empty()) Q_EMIT warned(tr("Task %1: %2").arg(taskLetter(task)).arg(style::engineText(doubt)));
          Q_EMIT draftChanged();
        };
      },
      [this, what = tr("Model and data %1 don't fit together.").arg(taskLetter(task))](const QString& message) {
        Q_EMIT failed(what, message);
      });
}

void SessionController::chooseClasses(int task, const std::vector<int>& outputs) {
  draft_.tasks[std::size_t(task)].outputs = asSaid(outputs);
  lookAt(task);
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

void SessionController::openDropped(const QStringList& paths) {
  jobs_.query(
      "drop",
      [this, paths]() -> std::function<void()> {
        return [this, dropped = classify(paths)] {
          if (!dropped.sessions.isEmpty()) return Q_EMIT sessionDropped(dropped.sessions.front());
          distributeDropped(dropped.folders, dropped.models);
        };
      },
      [this](const QString& message) { Q_EMIT failed(tr("What was dropped can't be used."), message); });
}

void SessionController::distributeDropped(const QStringList& folders, const QStringList& models) {
  const auto place = [this](const QStringList& paths, QString PairDraft::Task::*slot, auto choose) {
    QList<int> order{0, 1};  // empty places first
    if (!(draft_.tasks[0].*slot).isEmpty() && (draft_.tasks[1].*slot).isEmpty()) order = {1, 0};
    for (qsizetype i = 0; i < paths.size() && i < order.size(); ++i) choose(order[i], paths[i]);
  };
  place(models, &PairDraft::Task::model, [this](int task, const QString& path) { chooseModel(task, path); });
  place(folders, &PairDraft::Task::data, [this](int task, const QString& folder) { chooseData(task, folder); });
}

std::vector<ProtectedFile> SessionController::protectedFiles(bool withSession) const {
  std::vector<ProtectedFile> files = sourceFiles(document_.session().recipe);
  for (std::size_t task = 0; task < draft_.tasks.size(); ++task) {
    files.push_back({"the network of task " + taskName(int(task)), fileName(draft_.tasks[task].model)});
    files.push_back({"the data of task " + taskName(int(task)), fileName(draft_.tasks[task].data)});
  }
  if (withSession) files.push_back({"the session itself", fileName(document_.path())});
  return files;
}

QString SessionController::whyNotReplace(const QString& path, bool isSession) const {
  try {
    refuseToReplace(fileName(path), protectedFiles(!isSession));
  } catch (const Error& error) {
    return style::engineText(error.what());
  }
  return {};
}

void SessionController::save(const QString& path, bool replace) {
  const int revision = document_.revision();
  jobs_.query(
      "save",
      [this, path, replace, revision, session = document_.session(), sources = protectedFiles(false),
       old = claim_]() -> std::function<void()> {
        refuseToReplace(fileName(path), sources);
        const std::shared_ptr<ClaimedFile> claim = claimOf(path, old);
        claim->tryAgain();
        if (!replace && (!claim->holder().empty() || claim->hasChanged()))
          return [this, path, claim] { Q_EMIT conflicted(path, style::engineText(claim->holder())); };
        saveSession(fileName(path), session);
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

void SessionController::exportMerged(const QString& format, const QString& task, const QString& path) {
  run_.startBusy(tr("Exporting %1").arg(shownName(path)), tr("The merged model couldn't be exported."),
                 [this, format, task, path, session = document_.session(), data = document_.data(),
                  sources = protectedFiles(true)](JobContext& context) {
                   refuseToReplace(fileName(path), sources);
                   checkCanWrite(fileName(path));
                   const ExportCheck check =
                       exportSession(session, format.toStdString(), task.toStdString(), path.toStdString(), data);
                   const QString text = tr("read back and run on %n image(s) per task, largest relative difference %1",
                                           nullptr, int(check.images))
                                            .arg(check.largestDifference, 0, 'g', 2);
                   context.deliver([this, path, text] { Q_EMIT exported(path, text); });
                 });
}

void SessionController::exportReport(const QString& folder) {
  run_.startBusy(tr("Writing the report"), tr("The report couldn't be written."),
                 [this, folder, session = document_.session(), sources = protectedFiles(true)](JobContext& context) {
                   refuseToReplaceIn(fileName(folder), reportFileNames(), sources);
                   createFolderToWrite(fileName(folder));
                   std::vector<InferenceTime> times{measureInference(session, 1, 20), measureInference(session, 8, 10)};
                   writeReport(folder.toStdString(), session, times);
                   context.deliver([this, folder] { Q_EMIT exported(QDir(folder).filePath("report.html"), {}); });
                 });
}

}  // namespace zipper
