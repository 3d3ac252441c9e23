// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

#include "core/zippering/comparison.h"
#include "widgets/compare/compare_choice.h"

class QWidget;

namespace zipper {

class CompareDialog;
class Document;
class JobRunner;
class RunController;
struct CompareNews;

/// Compares strategies in the worker, beside the session, and shows them in a dialog.
class CompareLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  CompareLink(Document& document, RunController& run, JobRunner& jobs, QWidget& window);

  /// Shows the dialog, with what it showed last.
  void open();
  /// `then` is called when the report is written.
  void exportReport(const QString& folder, const std::function<void()>& then = {});
  /// Whether there are finished runs that no report holds: another session and the next comparison drop them.
  bool hasUnsavedRuns() const { return finished_ && finished_ != exported_; }
  /// Calls `then` when there are none, or after asking and writing a report if that is wanted.
  void withoutUnsavedRuns(QWidget* parent, const std::function<void()>& then);
  /// What its messages belong in front of: the dialog while it is seen, else the window.
  QWidget* front() const;

 Q_SIGNALS:
  void exported(const QString& path);
  void ended(const QString& text);  ///< a comparison, as `text` says
  void failed(const QString& what, const QString& message);

 private:
  void build();
  void refresh();
  void start(const CompareChoice& choice);
  CompareNews news();
  /// `target`: of the step that the run at hand does; nothing: none.
  void showStatus(std::optional<StepTarget> target);
  void stateChanged();
  /// exportReport() unless files would be replaced that are to stay.
  void askAndExport(QWidget* parent, const QString& folder, const std::function<void()>& then = {});

  Document& document_;
  RunController& run_;
  JobRunner& jobs_;
  QWidget& window_;
  CompareDialog* dialog_ = nullptr;             ///< belongs to the window; null until it is asked for
  std::shared_ptr<const Comparison> finished_;  ///< runs so far; null if there are none
  std::shared_ptr<const Comparison> exported_;  ///< those in the last report
  QString runTitle_;
  int runs_ = 0;
};

}  // namespace zipper
