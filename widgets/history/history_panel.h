// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QWidget>

#include "core/session/session.h"

class QTabWidget;

namespace zipper {

class HistoryTree;
class RunComparison;

/// The steps of the session as a tree, to step back and to try again from anywhere, and its runs side by side.
class HistoryPanel : public QWidget {
  Q_OBJECT

 public:
  explicit HistoryPanel(QWidget* parent = nullptr);

  /// To be called after each step and whenever the session's current step has changed. Expansion, selection and hidden
  /// runs stay as long as the session grows; another session begins with everything shown.
  void setSession(const Session& session);
  /// Whether the user may go to other steps; not while a step runs.
  void setNavigationEnabled(bool enabled);

  /// Runs (numbers from 0) whose check box is off.
  QSet<int> hiddenRuns() const;
  /// Sets the check box of a run; a run that has no step yet has none.
  void setRunVisible(int run, bool visible);
  /// The comparison of the runs, raw numbers, with a header line.
  QString runsCsv() const;

 Q_SIGNALS:
  /// The user wants to go to this step (-1: the teachers).
  void stepActivated(int step);
  /// hiddenRuns() has changed.
  void runVisibilityChanged();
  /// The user wants to go to the parent of this step, to try another strategy from there.
  void runAgainRequested(int step);
  /// The user wants to see this step beside the one where the session stands.
  void besideRequested(int step);
  /// The user wants to name a run (number from 0), to compare its recipe, or its command on the clipboard.
  void noteRequested(int run);
  void recipesRequested(int run);
  void commandRequested(int run);

 private:
  void activate(int step);

  QTabWidget* pages_;
  HistoryTree* steps_;
  RunComparison* runs_;
  int current_ = -1;
  bool navigation_ = true;
};

}  // namespace zipper
