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

/// Compares strategies in the worker, beside the session's steps, shows them in a dialog, and keeps them in the
/// session.
class CompareLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  CompareLink(Document& document, RunController& run, JobRunner& jobs, QWidget& window);

  /// Shows the dialog, with what it showed last.
  void open();
  /// The same with one of those that the session keeps.
  void openKept(int place);
  /// Of what the dialog shows. `then` is called when the report is written.
  void exportReport(const QString& folder, const std::function<void()>& then = {});
  /// What its messages belong in front of: the dialog while it is seen, else the window.
  QWidget* front() const;

 Q_SIGNALS:
  void exported(const QString& path);
  void ended(const QString& text);  ///< a comparison, as `text` says
  void kept();                      ///< the session holds another finished run
  void failed(const QString& what, const QString& message);

 private:
  void build();
  void refresh();
  void start(const CompareChoice& choice);
  CompareNews news();
  /// `target`: of the step that the run at hand does; nothing: none.
  void showStatus(std::optional<StepTarget> target);
  void stateChanged();
  /// Puts the runs that are finished so far into the session.
  void keep();
  void askAndRemove(int place);
  void rename(int place, const QString& name);
  /// What the dialog shows; null: nothing that is finished.
  std::shared_ptr<const Comparison> shown() const;
  /// exportReport() unless files would be replaced that are to stay.
  void askAndExport(QWidget* parent, const QString& folder, const std::function<void()>& then = {});

  Document& document_;
  RunController& run_;
  JobRunner& jobs_;
  QWidget& window_;
  CompareDialog* dialog_ = nullptr;             ///< belongs to the window; null until it is asked for
  std::shared_ptr<const Comparison> finished_;  ///< runs so far; null if there are none
  std::optional<std::size_t> place_;            ///< of these among the session's comparisons
  QString runTitle_;
  int runs_ = 0;
};

}  // namespace zipper
