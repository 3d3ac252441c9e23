// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QTimer>
#include <functional>
#include <string>

#include "core/analysis/export_preview.h"
#include "core/exports/export_snippet.h"
#include "widgets/export/export_subject.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace zipper {

class ExportForm;
class ExportPanel;
class SnippetView;

/// The export page: for whom, in which format, what is in it; what it will weigh and take; what became of it, and how
/// it is used. It computes and writes nothing: whoever owns it listens to its wishes and hands the results in.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// A program for what is chosen, without a text if there is none; `file`: the name of the file that it loads.
  using SnippetSource = std::function<ExportSnippet(const ExportForm& chosen, const std::string& file)>;

  explicit ExportDialog(QWidget* parent = nullptr);

  /// The session is another one, or at another step: what was measured and written doesn't hold any more.
  void setSubject(const ExportSubject& subject);
  void setSnippetSource(SnippetSource source);
  /// Whether something can be exported now. Off while anything runs; an export on its way stays to be seen.
  void setEnabledToExport(bool on);

  /// What was asked for by previewRequested() under this number; an answer to an older question is ignored.
  void setPreview(int number, const ExportPreview& preview);
  void setPreviewError(int number, const QString& message);

  /// An export begins.
  void begin();
  void setProgress(double share);
  /// It was written to `path`, as these sentences say. `files`: names of all that were written; none: that one.
  void setResult(const QStringList& sentences, const QString& path, const QStringList& files = {});
  /// It wasn't.
  void setFailure(const QString& message);
  bool isRunning() const { return running_; }

  ExportForm& form() { return *form_; }
  ExportPanel& panel() { return *panel_; }
  SnippetView& snippet() { return *snippet_; }

 Q_SIGNALS:
  /// What is chosen is to be measured; what was asked for before isn't needed any more.
  void previewRequested(int number, const zipper::ExportRequest& request);
  void exportRequested(const zipper::ExportRequest& request);
  void cancelRequested();
  void folderRequested(const QString& path);
  void snippetSaveRequested(const zipper::ExportSnippet& snippet);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildLeft();
  QWidget* buildRight();
  void buildButtons();
  void choiceChanged();
  /// Asks for a preview soon: a name is typed letter by letter.
  void forgetPreview();
  void askForPreview();
  void showSnippet();
  /// What keeps it from being written is no use out of sight.
  void showProblem();
  /// A sentence; empty if it can be.
  QString whyNotExport() const;
  void updateButtons();
  void finish();

  ExportForm* form_;
  QScrollArea* formArea_ = nullptr;
  ExportPanel* panel_;
  SnippetView* snippet_;
  QPushButton *export_, *cancel_;
  QTimer soon_;
  SnippetSource source_;
  QString problem_;   ///< that was seen last
  std::string file_;  ///< that was written last, as long as it is what is chosen; empty: none
  int number_ = 0;    ///< of the preview that was asked for last
  bool running_ = false, canExport_ = true;
};

}  // namespace zipper
