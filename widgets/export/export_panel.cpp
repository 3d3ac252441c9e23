// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/export_panel.h"

#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include "core/support/text_format.h"
#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/work_bar.h"

namespace zipper {

namespace {

QString megabytes(std::int64_t bytes) { return QString::fromStdString(bytesText(bytes)); }

QString milliseconds(double time, const TimeRange& range) { return style::shown(millisecondsText(time, range)); }

QString sizeText(const ExportPreview& preview) {
  if (preview.separateBytes == 0) return megabytes(preview.bytes);
  return ExportPanel::tr("%1 instead of %2, which the separate networks take in this format")
      .arg(megabytes(preview.bytes), megabytes(preview.separateBytes));
}

QString timeText(const ExportPreview& preview) {
  const QString time = milliseconds(preview.milliseconds, preview.range),
                separate = milliseconds(preview.separateMilliseconds, preview.separateRange);
  if (preview.tasks == 1) return time;
  if (preview.sharesTrunk)
    return ExportPanel::tr("%1 for all tasks on one image, the trunk once; separate networks: %2").arg(time, separate);
  return ExportPanel::tr("%1 for all tasks, an image each; separate networks: %2").arg(time, separate);
}

QString measuringText(const ExportPreview& preview) {
  QStringList sentences{
      ExportPanel::tr(
          "The size is that of a file that was written and removed. The time is that of this program on "
          "this machine, threads: %1; it computes in float32 whatever numbers the file holds. Other programs take "
          "other times.")
          .arg(preview.threads)};
  if (preview.range.isKnown())
    sentences << ExportPanel::tr(
        "Times are medians; in brackets stand the shortest and the longest that were measured.");
  return sentences.join(u' ');
}

}  // namespace

ExportPanel::ExportPanel(QWidget* parent)
    : QWidget(parent), progress_(new style::WorkBar(this)), show_(new QPushButton(tr("&Show in Folder"), this)) {
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  size_ = addRow(form, tr("Size:"), "previewSize");
  time_ = addRow(form, tr("Time of one image:"), "previewTime");
  files_ = addRow(form, tr("Files:"), "previewFiles");
  measuring_ = addText("previewNote");
  result_ = addText("result");
  progress_->setObjectName("exportProgress");
  progress_->setAccessibleName(tr("Progress of the export"));
  progress_->hide();
  show_->setObjectName("showInFolder");
  show_->setToolTip(tr("Open the folder that the file was written to"));
  show_->setAutoDefault(false);
  connect(show_, &QPushButton::clicked, this, [this] { Q_EMIT folderRequested(path_); });
  auto* below = new QHBoxLayout;
  below->addWidget(show_);
  below->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(measuring_);
  column->addWidget(progress_);
  column->addWidget(result_);
  column->addLayout(below);
  column->addStretch(1);
  setWaiting({});
  clearResult();
}

QLabel* ExportPanel::addText(const char* name) {
  auto* label = new QLabel(this);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QLabel* ExportPanel::addRow(QFormLayout* form, const QString& label, const char* name) {
  QLabel* text = addText(name);
  form->addRow(label, text);
  return text;
}

void ExportPanel::setWaiting(const QString& text) {
  hasPreview_ = unmeasured_ = false;
  for (QLabel* label : {size_, time_}) label->setText(QStringLiteral("–"));
  measuredFiles_.clear();
  showFiles();
  measuring_->setText(text);
  recolor();
}

void ExportPanel::setPreview(const ExportPreview& preview) {
  hasPreview_ = true;
  unmeasured_ = false;
  measuredFiles_.clear();
  for (const std::string& file : preview.files) measuredFiles_ << style::shown(file);
  size_->setText(sizeText(preview));
  time_->setText(timeText(preview));
  showFiles();
  measuring_->setText(measuringText(preview));
  recolor();
}

void ExportPanel::setPreviewError(const QString& message) {
  setWaiting(message);
  unmeasured_ = true;
  recolor();
}

void ExportPanel::begin() {
  clearResult();
  progress_->setShare(-1);
  progress_->show();
}

void ExportPanel::setProgress(double share) { progress_->setShare(share); }

void ExportPanel::setResult(const QStringList& sentences, const QString& path, const QStringList& files) {
  path_ = path;
  writtenFiles_ = files.isEmpty() ? QStringList{style::shown(QFileInfo(path).fileName())} : files;
  showResult(sentences.join(QLatin1Char('\n')), false);
}

void ExportPanel::setFailure(const QString& message) {
  path_.clear();
  writtenFiles_.clear();
  showResult(message, true);
}

void ExportPanel::clearResult() {
  path_.clear();
  writtenFiles_.clear();
  showResult({}, false);
}

void ExportPanel::showResult(const QString& text, bool failed) {
  failed_ = failed;
  progress_->hide();
  result_->setText(text);
  result_->setVisible(!text.isEmpty());
  show_->setVisible(!path_.isEmpty());
  showFiles();
  recolor();
}

void ExportPanel::showFiles() {
  const QStringList& names = writtenFiles_.isEmpty() ? measuredFiles_ : writtenFiles_;
  files_->setText(names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", ")));
}

void ExportPanel::recolor() {
  const auto paint = [this](QLabel* label, const QColor& color) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    label->setPalette(colors);
  };
  const QColor plain = palette().color(QPalette::WindowText), wrong = style::errorColor(palette());
  paint(result_, failed_ ? wrong : plain);
  paint(measuring_, unmeasured_ ? wrong : style::mutedText(palette()));
}

void ExportPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) recolor();
}

}  // namespace zipper
