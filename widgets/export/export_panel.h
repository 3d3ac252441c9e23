// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include "core/analysis/export_preview.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace zipper {

namespace style {
class WorkBar;
}

/// What an export will be, and what became of it: measured size and time, then how far it is, then what was written and
/// how it was checked.
class ExportPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ExportPanel(QWidget* parent = nullptr);

  /// What was measured doesn't hold any more; `text` says what is done about it.
  void setWaiting(const QString& text);
  void setPreview(const ExportPreview& preview);
  /// Nothing could be measured, as the message says.
  void setPreviewError(const QString& message);
  bool hasPreview() const { return hasPreview_; }

  /// An export is on its way; what was said of the last one goes.
  void begin();
  /// How much of it is done, 0...1; negative: unknown.
  void setProgress(double share);
  /// It was written, as these sentences say. `path`: to show in its folder; `files`: names of all that were written;
  /// none: that one.
  void setResult(const QStringList& sentences, const QString& path, const QStringList& files = {});
  /// It wasn't, as the message says.
  void setFailure(const QString& message);
  /// Nothing was written yet.
  void clearResult();

 Q_SIGNALS:
  void folderRequested(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QLabel* addText(const char* name);
  QLabel* addRow(QFormLayout* form, const QString& label, const char* name);
  void showResult(const QString& text, bool failed);
  /// Names of files that were written, or else of those that will be.
  void showFiles();
  void recolor();

  QLabel *size_, *time_, *files_, *measuring_, *result_;
  style::WorkBar* progress_;
  QPushButton* show_;
  QString path_;
  QStringList measuredFiles_, writtenFiles_;
  bool hasPreview_ = false, failed_ = false, unmeasured_ = false;
};

}  // namespace zipper
