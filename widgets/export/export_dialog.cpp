// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/export_dialog.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>
#include <utility>

#include "widgets/export/export_form.h"
#include "widgets/export/export_panel.h"
#include "widgets/export/snippet_view.h"

namespace zipper {

namespace {

constexpr int previewDelay = 300;  ///< milliseconds without a change before anything is measured

QScrollArea* scrolling(QWidget* content, const char* name) {
  auto* area = new QScrollArea;
  area->setObjectName(name);
  area->setWidget(content);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);  // the keys are for what is in it
  return area;
}

QPushButton* dialogButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

ExportDialog::ExportDialog(QWidget* parent)
    : QDialog(parent, Qt::Window),
      form_(new ExportForm),
      panel_(new ExportPanel),
      snippet_(new SnippetView),
      export_(dialogButton(tr("&Export…"), "exportButton", {})),
      cancel_(dialogButton(tr("&Cancel"), "cancelButton", tr("Give up the export in progress; nothing is written"))) {
  setObjectName("exportDialog");
  setWindowTitle(tr("Export merged model"));
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->addWidget(buildLeft());
  splitter->addWidget(buildRight());
  splitter->setChildrenCollapsible(false);
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  auto* column = new QVBoxLayout(this);
  column->addWidget(splitter, 1);
  buildButtons();
  soon_.setSingleShot(true);
  soon_.setInterval(previewDelay);
  connect(&soon_, &QTimer::timeout, this, &ExportDialog::askForPreview);
  connect(form_, &ExportForm::changed, this, &ExportDialog::choiceChanged);
  connect(panel_, &ExportPanel::folderRequested, this, &ExportDialog::folderRequested);
  connect(snippet_, &SnippetView::saveRequested, this, &ExportDialog::snippetSaveRequested);
  updateButtons();
  resize(QSize(1240, 780).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
}

QWidget* ExportDialog::buildLeft() {
  formArea_ = scrolling(form_, "formArea");
  formArea_->setMinimumWidth(form_->minimumSizeHint().width() +
                             formArea_->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  return formArea_;
}

QWidget* ExportDialog::buildRight() {
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(scrolling(panel_, "panelArea"));
  splitter->addWidget(snippet_);
  splitter->setChildrenCollapsible(false);
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 1);
  return splitter;
}

void ExportDialog::buildButtons() {
  QPushButton* close =
      dialogButton(tr("C&lose"), "closeButton", tr("Close this window; an export in progress goes on"));
  connect(export_, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(form_->request()); });
  connect(cancel_, &QPushButton::clicked, this, &ExportDialog::cancelRequested);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  for (QPushButton* button : {export_, cancel_, close}) row->addWidget(button);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void ExportDialog::setSubject(const ExportSubject& subject) {
  form_->setSubject(subject);  // which says that something changed
}

void ExportDialog::setSnippetSource(SnippetSource source) {
  source_ = std::move(source);
  showSnippet();
}

void ExportDialog::setEnabledToExport(bool on) {
  if (on == canExport_) return;
  canExport_ = on;
  if (!panel_->hasPreview()) forgetPreview();
  updateButtons();
}

void ExportDialog::choiceChanged() {
  file_.clear();
  if (!running_) panel_->clearResult();
  forgetPreview();
  showSnippet();
  showProblem();
  updateButtons();
}

void ExportDialog::showProblem() {
  const bool isOld = problem_ == form_->problem();
  problem_ = form_->problem();
  if (isOld || form_->imagesPlaces().isEmpty()) return;
  // When it has got its place. The sentence last: it must be seen whole.
  QTimer::singleShot(0, this, [this] {
    const QList<QWidget*> places = form_->imagesPlaces();
    for (auto place = places.crbegin(); place != places.crend(); ++place) formArea_->ensureWidgetVisible(*place, 0, 8);
  });
}

void ExportDialog::forgetPreview() {
  ++number_;  // an answer that is on its way is none any more
  soon_.stop();
  const bool can = canExport_ && form_->isMeasurable();
  panel_->setWaiting(can          ? tr("Being measured …")
                     : canExport_ ? QString()
                                  : tr("Nothing is measured while something else runs."));
  if (can && isVisible()) soon_.start();
}

void ExportDialog::askForPreview() {
  if (!canExport_ || !form_->isMeasurable()) return;
  Q_EMIT previewRequested(number_, form_->request());
}

void ExportDialog::setPreview(int number, const ExportPreview& preview) {
  if (number == number_) panel_->setPreview(preview);
}

void ExportDialog::setPreviewError(int number, const QString& message) {
  if (number == number_) panel_->setPreviewError(message);
}

void ExportDialog::showSnippet() {
  if (!source_) return snippet_->setSnippet({});
  // Names that can't be have no program: what is wrong with them says more than that there is none.
  snippet_->setSnippet(source_(*form_, file_.empty() ? suggestedExportName(form_->request()) : file_),
                       form_->namesProblem());
}

void ExportDialog::begin() {
  running_ = true;
  panel_->begin();
  updateButtons();
}

void ExportDialog::setProgress(double share) { panel_->setProgress(share); }

void ExportDialog::setResult(const QStringList& sentences, const QString& path, const QStringList& files) {
  panel_->setResult(sentences, path, files);
  file_ = QFileInfo(path).fileName().toStdString();
  finish();
  showSnippet();
}

void ExportDialog::setFailure(const QString& message) {
  panel_->setFailure(message);
  finish();
}

void ExportDialog::finish() {
  running_ = false;
  updateButtons();
}

QString ExportDialog::whyNotExport() const {
  if (running_) return tr("An export is in progress.");
  return canExport_ ? form_->problem() : tr("Nothing can be exported while something else runs.");
}

void ExportDialog::updateButtons() {
  const QString reason = whyNotExport();
  form_->setEnabled(!running_ && canExport_);
  export_->setEnabled(reason.isEmpty());
  // As plain text: a name that was typed may be part of it.
  export_->setToolTip(reason.isEmpty() ? tr("Choose the name of the file and write it") : reason.toHtmlEscaped());
  cancel_->setEnabled(running_);
}

void ExportDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!panel_->hasPreview()) forgetPreview();
}

}  // namespace zipper
