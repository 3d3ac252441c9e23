// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QWidget>

#include "core/session/session.h"

class QAction;
class QLabel;
class QTreeView;

namespace zipper {

class HistoryModel;

namespace style {
class ColumnFit;
}

/// The tree of steps with what can be done from it: see HistoryPanel, whose first page it is.
class HistoryTree : public QWidget {
  Q_OBJECT

 public:
  explicit HistoryTree(QWidget* parent = nullptr);

  void setSession(const Session& session);
  void setNavigationEnabled(bool enabled);
  QSet<int> hiddenRuns() const;
  void setRunVisible(int run, bool visible);

 Q_SIGNALS:
  void stepActivated(int step);
  void runVisibilityChanged();
  void runAgainRequested(int step);
  void besideRequested(int step);
  /// Of the run that the selected row belongs to.
  void noteRequested(int run);
  void recipesRequested(int run);
  void commandRequested(int run);

 private:
  void buildView();
  void buildActions();
  void buildLayout();
  int widestStep() const;
  void addShortcut(int key, void (HistoryTree::*method)());
  void activateCurrent();
  void toggleCurrentRun();
  void runAgain();
  /// Of the selected row; -1: none, or the teachers.
  int selectedRun() const;
  QAction* addRunAction(const QString& text, const QString& tip, void (HistoryTree::*signal)(int));
  void refreshActions();

  HistoryModel* model_;
  QTreeView* view_;
  QLabel* hint_;
  QAction* go_;
  QAction* again_;
  QAction* beside_;
  QAction* toggle_;
  QAction *note_, *recipes_, *command_;
  style::ColumnFit* columns_;
  int current_ = -1;
  bool navigation_ = true;
};

}  // namespace zipper
