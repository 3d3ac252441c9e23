// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "core/session/session.h"

class QAction;
class QTableView;

namespace zipper {

class RunTableModel;

namespace style {
class ColumnFit;
class RawSortModel;
}  // namespace style

/// The runs of a session side by side: see HistoryPanel, whose second page it is.
class RunComparison : public QWidget {
  Q_OBJECT

 public:
  explicit RunComparison(QWidget* parent = nullptr);

  void setSession(const Session& session);
  /// All runs, in the order shown, raw numbers, with a header line.
  QString csv() const;

 Q_SIGNALS:
  /// Go to the last step of a run: double click or Enter.
  void stepActivated(int step);
  /// Of the selected run.
  void noteRequested(int run);
  void recipesRequested(int run);
  void commandRequested(int run);

 private:
  void buildView();
  void buildActions();
  void activateCurrent();
  QAction* addRunAction(const QString& text, void (RunComparison::*signal)(int));
  void copySelection() const;

  RunTableModel* model_;
  style::RawSortModel* sorted_;
  QTableView* view_;
  style::ColumnFit* columns_;
};

}  // namespace zipper
