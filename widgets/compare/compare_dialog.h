// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "core/zippering/comparison.h"
#include "widgets/compare/compare_choice.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace zipper {

class CompareForm;
class ComparisonPlot;
class ComparisonTable;
class KeptRow;

/// Strategies side by side: what is compared, the curves while it runs, and the table at the end. It computes nothing:
/// whoever owns it listens to its wishes and hands the results in.
class CompareDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CompareDialog(QWidget* parent = nullptr);

  /// The recipe whose plan and other settings all runs have.
  void setPlan(const Recipe& recipe);
  /// Whether a comparison can be started now.
  void setEnabledToStart(bool on);

  /// A comparison begins: curves and table are empty. `teachers` may be empty.
  void begin(const CompareChoice& choice, const Scores& teachers);
  /// What is being done, in words, and the share of the whole, 0...1.
  void setStatus(const QString& text);
  void setProgress(double share);
  /// Runs that are finished so far.
  void setComparison(const Comparison& soFar);
  /// It is over; `text` says how. What isn't finished is dropped from the curves. `place`: of what came of it among the
  /// comparisons that the session keeps; -1: it keeps nothing.
  void end(const QString& text, int place = -1);
  /// Those that the session keeps. What is shown stays, unless it is gone.
  void setKept(const std::vector<std::shared_ptr<const KeptComparison>>& kept);
  /// Shows one of them; -1: none, as before a new one. Not while one runs.
  void showKept(int place);
  /// Of the one that is shown; -1: none, or it runs.
  int shownPlace() const;
  bool isRunning() const { return running_; }

  CompareForm& form() { return *form_; }
  ComparisonPlot& plot() { return *plot_; }
  ComparisonTable& table() { return *table_; }

 Q_SIGNALS:
  void startRequested(const zipper::CompareChoice& choice);
  void cancelRequested();
  /// A report of what is shown is wanted, maybe while other runs go on.
  void exportRequested();
  void renameRequested(int place, const QString& name);
  void removeRequested(int place);

 private:
  void buildLeft();
  void buildRight();
  void showNothing();
  void showChosen();
  void updateButtons();

  CompareForm* form_;
  KeptRow* kept_;
  ComparisonPlot* plot_;
  ComparisonTable* table_;
  QLabel* status_;
  QProgressBar* progress_;
  QPushButton *start_, *cancel_, *export_;
  Recipe recipe_;
  std::vector<ComparisonRun> finished_;
  bool running_ = false, canStart_ = true;
};

}  // namespace zipper
