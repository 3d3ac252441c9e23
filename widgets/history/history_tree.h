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

 private:
  void buildView();
  void buildActions();
  void buildLayout();
  int widestStep() const;
  void addShortcut(int key, void (HistoryTree::*method)());
  void activateCurrent();
  void toggleCurrentRun();
  void runAgain();
  void refreshActions();

  HistoryModel* model_;
  QTreeView* view_;
  QLabel* hint_;
  QAction* go_;
  QAction* again_;
  QAction* toggle_;
  style::ColumnFit* columns_;
  int current_ = -1;
  bool navigation_ = true;
};

}  // namespace zipper
