// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/queue/queue_model.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace zipper {

namespace style {
class ColumnFit;
}

/// What can be done with the queue now.
struct QueueSituation {
  bool canAdd = false;
  QString whyNotAdd;  ///< beside what the button does; empty: it can be
  bool canStart = false;
  bool isAtWork = false;  ///< a recipe of it runs, or is paused
  bool isPaused = false;
  bool canGoTo = false;  ///< to results, in the session
};

/// Recipes that are run one after the other, each with what it will take. It runs nothing: whoever owns it listens to
/// its signals and hands the rows in.
class QueuePanel : public QWidget {
  Q_OBJECT

 public:
  explicit QueuePanel(QWidget* parent = nullptr);

  void setRows(std::vector<QueueRow> rows);
  void setSituation(const QueueSituation& situation);
  /// Beside the rows: that the queue isn't kept, say. Empty: nothing.
  void setNote(const QString& note);
  /// By the button that adds: that the queue has the recipe already, and whether it is to be added nevertheless. Empty:
  /// the question is gone.
  void askAboutSame(const QString& sentence);
  bool asksAboutSame() const;
  /// What the next recipe is to be called; forgotten when it is added.
  QString takeName();
  int currentRow() const;
  void setCurrentRow(int row);

  QSize sizeHint() const override { return {640, 260}; }
  QSize minimumSizeHint() const override { return {200, 120}; }

 Q_SIGNALS:
  void addRequested();
  /// Although the queue has the same one.
  void addAnywayRequested();
  void removeRequested(int row);
  /// One place up (-1) or down (1).
  void moveRequested(int row, int by);
  void startRequested();
  void pauseRequested();
  void resumeRequested();
  void skipRequested();
  /// The user wants to go to what came of it.
  void resultRequested(int row);

 private:
  QWidget* buildTop();
  QWidget* buildQuestion();
  QWidget* buildButtons();
  void buildView();
  QPushButton* button(const char* name, const QString& text, const QString& tip);
  void addKey(const QKeySequence& keys, void (QueuePanel::*method)());
  void refresh();
  void remove();
  void moveUp() { move(-1); }
  void moveDown() { move(1); }
  void move(int by);
  void goToResult();
  bool canChange(int row) const;
  bool canMove(int row, int by) const;
  QString totalText() const;

  QueueModel* model_;
  QTableView* view_;
  style::ColumnFit* columns_ = nullptr;
  QLineEdit* name_;
  QLabel* total_;
  QLabel* note_;
  QWidget* question_ = nullptr;
  QLabel* same_;
  QPushButton *add_, *start_, *pause_, *skip_, *up_, *down_, *remove_, *result_;
  QueueSituation situation_;
};

}  // namespace zipper
