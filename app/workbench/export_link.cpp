// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/export_link.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <memory>
#include <utility>
#include <vector>

#include "app/workbench/document.h"
#include "app/workbench/jobs/export_job.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/session_controller.h"
#include "core/exports/export_formats.h"
#include "core/exports/export_snippet.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/zippering/session_snippet.h"
#include "widgets/export/export_dialog.h"
#include "widgets/export/export_form.h"
#include "widgets/export/export_names.h"
#include "widgets/export/export_result_text.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

std::vector<SnippetFile> filesOf(const ExportSnippet& snippet) {
  std::vector<SnippetFile> files{{snippet.fileName, snippet.text}};
  files.insert(files.end(), snippet.files.begin(), snippet.files.end());
  return files;
}

}  // namespace

ExportLink::ExportLink(Document& document, RunController& run, SessionController& files, JobRunner& jobs,
                       QWidget& window)
    : QObject(&window), document_(document), run_(run), files_(files), jobs_(jobs), window_(window) {
  connect(&document_, &Document::opened, this, [this] {  // what was measured and written were other networks
    stopMeasuring();
    delete dialog_;
    dialog_ = nullptr;
  });
  connect(&document_, &Document::stepsChanged, this, &ExportLink::showSubject);
  connect(&document_, &Document::dataChanged, this, &ExportLink::showSubject);
  connect(&files_, &SessionController::modelExported, this, &ExportLink::showResult);
  connect(&run_, &RunController::stateChanged, this, &ExportLink::stateChanged);
  connect(&run_, &RunController::progressChanged, this, [this] {
    if (dialog_ != nullptr && dialog_->isRunning()) dialog_->setProgress(run_.progress().share);
  });
  connect(&run_, &RunController::failed, this,
          [this](const QString&, const QString& message) { showFailure(message); });
  connect(&run_, &RunController::cancelled, this, [this] { showFailure(tr("Cancelled. Nothing was written.")); });
}

ExportLink::~ExportLink() { stopMeasuring(); }

void ExportLink::build() {
  dialog_ = new ExportDialog(&window_);
  dialog_->setSnippetSource(
      [this](const ExportForm& chosen, const std::string& file) { return snippet(chosen, file); });
  connect(dialog_, &ExportDialog::snippetSaveRequested, this, &ExportLink::chooseFolder);
  connect(dialog_, &ExportDialog::previewRequested, this, &ExportLink::measure);
  connect(dialog_, &ExportDialog::exportRequested, this, &ExportLink::chooseFile);
  connect(&dialog_->form(), &ExportForm::imagesWanted, this, [this] {
    style::askFolder(dialog_, tr("Folder with images to find the ranges on"),
                     [form = &dialog_->form()](const QString& folder) { form->setImages(folder); });
  });
  connect(dialog_, &ExportDialog::cancelRequested, &run_, &RunController::cancel);
  connect(dialog_, &ExportDialog::folderRequested, this,
          [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
  showSubject();
  stateChanged();
}

void ExportLink::open() {
  if (!document_.isOpen()) return;
  if (dialog_ == nullptr) build();
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
}

QWidget* ExportLink::front() const {
  return dialog_ != nullptr && dialog_->isVisible() && dialog_->isActiveWindow() ? dialog_ : nullptr;
}

void ExportLink::showSubject() {
  if (dialog_ == nullptr) return;
  stopMeasuring();
  measuredFiles_.clear();
  dialog_->setSubject(subject());
}

ExportSubject ExportLink::subject() const {
  const Session& session = document_.session();
  ExportSubject subject;
  subject.tasks = document_.taskTitles();
  for (const Teacher& teacher : session.teachers) subject.heads.push_back(teacher.spec.classes > 0);
  subject.hasTrunk = session.trunk() > 0;
  subject.trainingImages = document_.smallestTrainingSet();
  subject.names = namesOf(session.recipe.sources);
  return subject;
}

ExportSnippet ExportLink::snippet(const ExportForm& chosen, const std::string& file) const {
  try {
    return exportSnippet(chosen.target(), chosen.choice(), file,
                         snippetOfSession(document_.session(), chosen.request()));
  } catch (const Error&) {
    return {};  // features without a head have no class to print
  }
}

void ExportLink::chooseFolder(const ExportSnippet& snippet) {
  QStringList names;
  for (const SnippetFile& file : filesOf(snippet)) names << style::unchanged(file.name);
  style::askTargetFolder(dialog_, tr("Folder for the program"), [this, names, snippet](const QString& folder) {
    style::askBeforeReplacing(dialog_, folder, names, [this, folder, snippet] { save(folder, snippet); });
  });
}

void ExportLink::save(const QString& folder, const ExportSnippet& snippet) {
  const std::vector<SnippetFile> files = filesOf(snippet);
  for (const SnippetFile& file : files) {
    const QString path = QDir(folder).filePath(style::unchanged(file.name));
    if (const QString reason = files_.whyNotReplace(path, false); !reason.isEmpty()) {
      Q_EMIT failed(tr("The program couldn't be written."), reason);
      return;
    }
  }
  jobs_.query(
      "export program",
      [this, folder, files]() -> std::function<void()> {
        const std::filesystem::path place = QFile::encodeName(folder).toStdString();
        for (const SnippetFile& file : files) writeFileAtomically(place / file.name, file.text);
        return [this, folder] {
          style::rememberFolder(folder);
          Q_EMIT programSaved(folder);
        };
      },
      [this](const QString& message) { Q_EMIT failed(tr("The program couldn't be written."), message); });
}

void ExportLink::measure(int number, const ExportRequest& request) {
  stopMeasuring();
  measuring_ = StopSource();
  measuredFiles_.clear();
  const auto isLate = [this, question = question_] { return question != question_ || dialog_ == nullptr; };
  jobs_.query(
      "export preview",
      [this, number, isLate, request, session = document_.session(),
       stop = measuring_.token()]() -> std::function<void()> {
        const auto preview = std::make_shared<const ExportPreview>(measureExport(session, request, stop));
        return [this, number, isLate, preview] {
          if (isLate()) return;
          for (const std::string& name : preview->files) measuredFiles_ << style::unchanged(name);
          dialog_->setPreview(number, *preview);
        };
      },
      [this, number, isLate](const QString& message) {
        if (!isLate()) dialog_->setPreviewError(number, message);
      });
}

void ExportLink::stopMeasuring() {
  ++question_;
  measuring_.requestStop();
}

void ExportLink::chooseFile(const ExportRequest& request) {
  const QString extension = style::unchanged(exportFormat(request.format).extension);
  const QString suggestion = style::unchanged(suggestedExportName(request));
  style::askSaveName(dialog_, tr("Export merged model"), suggestion, QString("*.%1").arg(extension), extension,
                     [this, request, images = dialog_->form().images()](const QString& path) {
                       style::askBeforeReplacing(dialog_, QFileInfo(path).path(), namesBeside(request, path),
                                                 [this, request, path, images] { write(request, path, images); });
                     });
}

QStringList ExportLink::namesBeside(const ExportRequest& request, const QString& path) const {
  QStringList names = files_.filesBeside(request, path);
  if (measuredFiles_.isEmpty()) return names;
  const QString measured = QFileInfo(measuredFiles_.front()).completeBaseName();
  for (QString name : measuredFiles_.mid(1)) {
    if (name.startsWith(measured)) name.replace(0, measured.size(), QFileInfo(path).completeBaseName());
    if (!names.contains(name)) names << name;
  }
  return names;
}

void ExportLink::write(const ExportRequest& request, const QString& path, const QString& images) {
  if (dialog_ == nullptr || run_.state() != RunState::Idle) return;
  writes_ = true;
  dialog_->begin();
  files_.exportMerged(request, path, images);
}

void ExportLink::showResult(const QString& path, const ExportRequest& request,
                            const std::shared_ptr<const ExportCheck>& check) {
  if (!writes_) return;  // by a short cut of the menu
  writes_ = false;
  if (dialog_ == nullptr) return;
  QStringList written;
  for (const std::filesystem::path& file : check->files) written << style::shown(file.filename().string());
  dialog_->setResult(exportResultTexts(path, *check, request.task), path, written);
}

void ExportLink::stateChanged() {
  const bool idle = run_.state() == RunState::Idle;
  if (!idle) stopMeasuring();  // it would only be in the way
  if (dialog_ == nullptr) return;
  dialog_->setEnabledToExport(idle);
}

void ExportLink::showFailure(const QString& message) {
  if (!std::exchange(writes_, false) || dialog_ == nullptr) return;
  dialog_->setFailure(message);
}

}  // namespace zipper
