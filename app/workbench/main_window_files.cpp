// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the main window that asks about files: opening, saving, exporting, closing.

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

#include "app/workbench/main_window.h"
#include "app/workbench/recent_sessions.h"
#include "core/analysis/export_preview.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/report/report.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

const char* const openFilter =
    QT_TRANSLATE_NOOP("zipper::MainWindow", "Sessions and lessons (*.zipper *.zipperlesson);;All files (*)");
const char* const sessionFilter = QT_TRANSLATE_NOOP("zipper::MainWindow", "Sessions (*.zipper);;All files (*)");

}  // namespace

void MainWindow::connectFiles() {
  connect(actions_.save, &QAction::triggered, this, [this] { save(); });
  connect(actions_.saveAs, &QAction::triggered, this, [this] { saveAs(); });
  connect(actions_.quit, &QAction::triggered, this, &MainWindow::close);
  connect(actions_.exportModel, &QAction::triggered, &exports_, &ExportLink::open);
  connect(&exports_, &ExportLink::failed, this, &MainWindow::showFailure);
  connect(&exports_, &ExportLink::programSaved, this,
          [this](const QString& folder) { tell(tr("Wrote the program to %1").arg(style::shown(folder))); });
  connect(&actions_, &Actions::exportRequested, this, &MainWindow::chooseExport);
  connect(actions_.exportReport, &QAction::triggered, this, [this] {
    style::askTargetFolder(this, tr("Folder for the report"), [this](const QString& folder) { exportReport(folder); });
  });
  connect(actions_.exportFigures, &QAction::triggered, this, [this] {
    style::askTargetFolder(this, tr("Folder for the figures"),
                           [this](const QString& folder) { exportFigures(folder); });
  });
  connect(&files_, &SessionController::saved, this, [this](const QString& path) {
    recent::add(path);
    style::rememberFolder(path);
    updateRecent();
    tell(tr("Saved %1").arg(style::shown(path)));
    if (const auto then = std::exchange(afterSave_, nullptr)) then();
  });
  connect(&files_, &SessionController::exported, this, [this](const QString& path, const QString& check) {
    style::rememberFolder(path);
    tell(check.isEmpty() ? tr("Wrote %1").arg(style::shown(path)) : tr("Wrote %1: %2").arg(style::shown(path), check));
  });
  connect(&files_, &SessionController::failed, this, [this](const QString& what, const QString& message) {
    afterSave_ = nullptr;
    showFailure(what, message);
  });
  connect(&files_, &SessionController::conflicted, this, [this](const QString& path, const QString& holder) {
    askAboutConflict(path, holder, std::exchange(afterSave_, nullptr));
  });
  style::setSaveRefusal([this](const QString& path, const QString& extension) {
    return files_.whyNotReplace(path, extension == "zipper", extension == "zipperlesson");
  });
  connect(&document_, &Document::opened, &figureWriter_, &FigureWriter::cancel);  // what is shown is another session
  connect(&figureWriter_, &FigureWriter::written, this, [this](const QString& folder) {
    style::rememberFolder(folder);
    tell(tr("Wrote the figures to %1").arg(folder));
  });
  connect(&figureWriter_, &FigureWriter::failed, this,
          [this](const QString& message) { showFailure(tr("The figures couldn't be written."), message); });
  connect(&figureWriter_, &FigureWriter::cancelled, this,
          [this] { tell(tr("Cancelled. Figures that were written already stay.")); });
  connect(&files_, &SessionController::warned, this, &MainWindow::warn);
  connect(&files_, &SessionController::noted, this,
          [this](const QString& text) { panels_.log->append(LogLevel::Info, text); });
  connect(&notices_, &NoticeLink::copyRequested, this, [this] { saveAs(); });
  connect(&document_, &Document::modifiedChanged, this, &MainWindow::updateTitle);
}

void MainWindow::connectOpening() {
  connect(actions_.newSession, &QAction::triggered, this, [this] {
    withoutUnsavedWork(tr("Save this session before it is closed?"), [this] { files_.closeSession(); });
  });
  connect(actions_.openSample, &QAction::triggered, this, [this] { openSample(EmbeddedSample::Digits); });
  connect(actions_.openPhotographs, &QAction::triggered, this, [this] { openSample(EmbeddedSample::Photographs); });
  connect(actions_.openSession, &QAction::triggered, this, &MainWindow::chooseSession);
  connect(&actions_, &Actions::modelRequested, &welcome_, &WelcomeLink::chooseModel);
  connect(&actions_, &Actions::dataRequested, &welcome_, &WelcomeLink::chooseData);
  connect(&files_, &SessionController::wasRead, this, [](const QString& path) { style::rememberFolder(path); });
  connect(&files_, &SessionController::sessionOpened, this, [this] {
    if (!document_.path().isEmpty()) {
      recent::add(document_.path());
      style::rememberFolder(document_.path());
    }
    if (document_.lesson() != nullptr) {
      const QString lesson = style::unchanged(document_.lesson()->file.string());
      recent::add(lesson);
      style::rememberFolder(lesson);
    }
    updateRecent();
    tell(tr("Opened %1").arg(document_.title()));
  });
  connect(&document_, &Document::opened, this, [this] {
    document_.isOpen() ? panels_.showSession() : panels_.showWelcome();
    // Sizes of docks only hold once these are shown in a window that has its size.
    if (document_.isOpen() && !std::exchange(arranged_, true))
      QTimer::singleShot(0, this, [this] { panels_.fitSizes(); });
    selectLayer(document_.isOpen() ? 1 : -1);
    updateTitle();
    updateTaskCounts();
  });
}

void MainWindow::connectDraft() {
  connect(&drafts_, &DraftController::sessionDropped, this, &MainWindow::openSession);
  connect(&drafts_, &DraftController::completed, this, [this] { files_.openSources(drafts_.draft().recipe()); });
  connect(&drafts_, &DraftController::wasRead, this, [](const QString& path) { style::rememberFolder(path); });
  connect(&drafts_, &DraftController::failed, this, &MainWindow::showFailure);
  connect(&drafts_, &DraftController::warned, this, &MainWindow::warn);
  connect(&drafts_, &DraftController::noted, this,
          [this](const QString& text) { panels_.log->append(LogLevel::Info, text); });
  connect(&welcome_, &WelcomeLink::taskCountChanged, this, &MainWindow::updateTaskCounts);
}

void MainWindow::connectWelcome() {
  WelcomePage* page = panels_.welcome;
  connect(panels_.center, &QStackedWidget::currentChanged, this, &MainWindow::updateCommands);
  connect(page, &WelcomePage::sampleRequested, this, [this] { openSample(EmbeddedSample::Digits); });
  connect(page, &WelcomePage::photographsRequested, this, [this] { openSample(EmbeddedSample::Photographs); });
  connect(page, &WelcomePage::openSessionRequested, this, &MainWindow::chooseSession);
  connect(page, &WelcomePage::sessionChosen, this, &MainWindow::openSession);
  connect(page, &WelcomePage::removeRecentRequested, this, [this](const QString& path) {
    recent::remove(path);
    updateRecent();
  });
  connect(page, &WelcomePage::startRequested, this, [this] {
    withoutUnsavedWork(tr("Save the session that is open before the new one starts?"), [this] {
      if (drafts_.draft().isComplete()) files_.openSources(drafts_.draft().recipe());
    });
  });
  connect(page, &WelcomePage::exactRequested, this, [this] {
    withoutUnsavedWork(tr("Save the session that is open before the new one starts?"), [this] {
      if (drafts_.draft().identicalLayers() > 0) files_.openSources(drafts_.draft().recipe(exactPreset));
    });
  });
}

void MainWindow::openSample(EmbeddedSample sample) {
  withoutUnsavedWork(tr("Save this session before the sample is opened?"),
                     [this, sample] { files_.openSample(places_.sample, sample); });
}

void MainWindow::openSession(const QString& path) {
  withoutUnsavedWork(tr("Save this session before another one is opened?"), [this, path] {
    isLessonFile(QFile::encodeName(path).toStdString()) ? files_.openLesson(path) : files_.openSession(path);
  });
}

void MainWindow::chooseSession() {
  style::askOpenName(this, tr("Open session or lesson"), tr(openFilter),
                     [this](const QString& path) { openSession(path); });
}

void MainWindow::openTasks(const QStringList& models, const QStringList& folders, const QStringList& names) {
  drafts_.openWhenComplete(models, folders, names);
}

void MainWindow::withoutUnsavedWork(const QString& text, const std::function<void()>& then) {
  if (!document_.isOpen() || !document_.isModified()) return then();
  QMessageBox* box =
      style::question(this, text, tr("%1 has steps or settings that aren't saved.").arg(document_.title()));
  box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
  box->setDefaultButton(QMessageBox::Save);
  connect(box, &QMessageBox::finished, this, [this, then](int button) {
    if (button == QMessageBox::Save) save(then);
    if (button == QMessageBox::Discard) then();
  });
  box->open();
}

void MainWindow::save(const std::function<void()>& then) {
  if (document_.path().isEmpty()) return saveAs(then);
  afterSave_ = then;
  files_.save(document_.path());
}

void MainWindow::saveAs(const std::function<void()>& then, const QString& name) {
  const QString before = document_.path().isEmpty() ? tr("merged.zipper") : document_.path();
  const QString suggestion = name.isEmpty() ? before : name;
  style::askSaveName(this, tr("Save session"), suggestion, tr(sessionFilter), "zipper",
                     [this, then](const QString& path) {
                       afterSave_ = then;
                       files_.save(path);
                     });
}

void MainWindow::askAboutConflict(const QString& path, const QString& holder, const std::function<void()>& then) {
  const QString name = QFileInfo(path).fileName();
  QMessageBox* box =
      holder.isEmpty()
          ? style::question(
                this, tr("%1 was changed by another program since it was opened.").arg(name),
                tr("Replacing it drops what that program wrote; loading it again drops what isn't saved here. "
                   "A copy keeps both."))
          : style::question(this, tr("%1 is open in another program.").arg(name),
                            tr("%1 may still write it, and one of you would drop the steps of the other. A copy keeps "
                               "both.")
                                .arg(holder));
  QPushButton* copy = box->addButton(tr("Save a &copy…"), QMessageBox::AcceptRole);
  QPushButton* reload = box->addButton(tr("&Load again"), QMessageBox::DestructiveRole);
  QPushButton* replace = box->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
  box->addButton(QMessageBox::Cancel);
  box->setDefaultButton(copy);
  reload->setEnabled(run_.state() == RunState::Idle && !then);
  connect(box, &QMessageBox::buttonClicked, this, [this, path, then, copy, reload, replace](QAbstractButton* button) {
    if (button == copy) saveAs(then, style::unchanged(freeNameBeside(path.toStdString()).string()));
    if (button == reload) files_.openSession(path);
    if (button != replace) return;
    afterSave_ = then;
    files_.save(path, true);
  });
  box->open();
}

void MainWindow::chooseExport(const QString& format, const QString& task, const QString& extension) {
  ExportRequest request;
  request.format = format.toStdString();
  request.task = task.toStdString();
  style::askSaveName(this, tr("Export merged model"), style::unchanged(suggestedExportName(request)),
                     QString("*.%1").arg(extension), extension, [this, request](const QString& path) {
                       style::askBeforeReplacing(this, QFileInfo(path).path(), files_.filesBeside(request, path),
                                                 [this, request, path] { files_.exportMerged(request, path); });
                     });
}

std::vector<PlannedFigure> MainWindow::figures() const {
  std::vector<PlannedFigure> all;
  const auto add = [&all](auto* panel, const QString& name) {
    for (const bool vectors : {true, false})
      all.push_back({name + (vectors ? ".svg" : ".png"), [panel, vectors] { return panel->drawn(vectors); }});
  };
  add(panels_.zipper, "zipper");
  add(panels_.curves, "curves");
  add(panels_.accuracy, "accuracy");
  if (!document_.mergeCosts().empty()) add(panels_.costs, "merge-costs");
  return all;
}

void MainWindow::exportFigures(const QString& folder) {
  QStringList names;
  for (const PlannedFigure& figure : figures()) names << figure.file;
  style::askBeforeReplacing(this, folder, names, [this, folder] { figureWriter_.write(folder, figures()); });
}

void MainWindow::exportReport(const QString& folder) {
  QStringList names;
  for (const std::string& name : reportFileNames()) names << style::unchanged(name);
  style::askBeforeReplacing(this, folder, names, [this, folder] { files_.exportReport(folder); });
}

QString MainWindow::whatWasKept(const QString& path, bool& readable) const {
  const QString when = QLocale::system().toString(QFileInfo(path).lastModified(), QLocale::ShortFormat);
  try {
    const Session session = loadSessionOutline(path.toStdString());
    readable = true;
    return tr("A session with unsaved work was kept on %1: %2, %n layer(s) merged.", nullptr,
              int(session.mergedLayers().size()))
        .arg(when, sessionTitle(session));
  } catch (...) {
    readable = false;
    return tr("A session with unsaved work was kept on %1, but it can't be read: %2")
        .arg(when, style::engineText(describeCurrentException()));
  }
}

void MainWindow::offerRecovery() {
  if (!recovery_.trouble().isEmpty())
    panels_.log->append(
        LogLevel::Warning,
        tr("Finished steps can't be kept for the case of a crash, which is tried again with every run: %1")
            .arg(recovery_.trouble()));
  QString path, kept;  // the newest that can be read, or else the newest
  bool readable = false;
  for (const QString& orphan : recovery_.orphans()) {
    const QString what = whatWasKept(orphan, readable);
    if (path.isEmpty() || readable) path = orphan, kept = what;
    if (readable) break;
    panels_.log->append(LogLevel::Warning, what);
  }
  if (path.isEmpty()) return;
  QMessageBox* box =
      style::question(this,
                      readable ? tr("The workbench didn't close in order. Recover the last finished step?")
                               : tr("The workbench didn't close in order, and what it kept can't be read. Discard it?"),
                      kept);
  QPushButton* recover = readable ? box->addButton(tr("&Recover"), QMessageBox::AcceptRole) : nullptr;
  QPushButton* discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  QPushButton* later = box->addButton(tr("&Later"), QMessageBox::RejectRole);
  box->setDefaultButton(readable ? recover : later);
  connect(box, &QMessageBox::buttonClicked, this, [this, path, recover, discard](QAbstractButton* button) {
    if (button == discard)
      Recovery::removeOrphan(path);
    else if (button == recover)
      files_.recover(path);
  });
  box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  const RunState state = run_.state();
  const bool running = state == RunState::Running || state == RunState::Paused || state == RunState::Cancelling ||
                       run_.isComparing() || run_.isTraining();
  if (closing_ || (!running && !document_.isModified())) {
    saveSettings();
    jobs_.cancel();
    recovery_.discard();
    return event->accept();
  }
  event->ignore();
  closeWhenIdle_ = false;
  if (running) return confirmRunningQuit();
  withoutUnsavedWork(tr("Save this session before the workbench closes?"), [this] {
    closing_ = true;
    close();
  });
}

void MainWindow::confirmRunningQuit() {
  const bool comparing = run_.isComparing(), training = run_.isTraining();
  QMessageBox* box =
      training    ? style::question(this, tr("A network is being trained. Stop that and close?"),
                                    tr("The best of the finished epochs is kept in its file."))
      : comparing ? style::question(this, tr("A comparison is running. Cancel it and close?"),
                                    tr("The run in progress is lost; the session keeps the finished ones."))
      : queue_.isAtWork()
          ? style::question(this, tr("The queue is at work. Stop it and close?"),
                            tr("Finished steps stay; the step in progress is lost. %Ln recipe(s) that wait are kept, "
                               "and are there again when these networks are opened.",
                               nullptr, queue_.waiting()))
          : style::question(this, tr("A step is running. Cancel it and close?"),
                            tr("Finished steps stay; the step in progress is lost."));
  QPushButton* stop = box->addButton(training    ? tr("St&op the training and close")
                                     : comparing ? tr("C&ancel the comparison and close")
                                                 : tr("C&ancel the step and close"),
                                     QMessageBox::AcceptRole);
  box->setDefaultButton(box->addButton(tr("&Keep working"), QMessageBox::RejectRole));  // Enter loses nothing
  connect(box, &QMessageBox::buttonClicked, this, [this, stop](QAbstractButton* button) {
    if (button != stop) return;
    closeWhenIdle_ = true;  // the question about unsaved work comes when the step or run has ended
    if (run_.state() == RunState::Idle || run_.state() == RunState::Empty) return void(close());
    run_.cancel();
  });
  box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const RunState state = run_.state();
  const bool free = state == RunState::Idle || state == RunState::Empty;
  if (free && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  if (paths.isEmpty()) return;
  event->acceptProposedAction();
  drafts_.takeDropped(paths);
}

}  // namespace zipper
