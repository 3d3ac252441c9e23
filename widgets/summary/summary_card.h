// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <optional>

#include "widgets/style/painted_values.h"
#include "widgets/summary/summary.h"

class QAction;
class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace zipper {

class FoldLine;
class MemoryBars;
class TaskTable;

/// What a merge is worth, in one place beside the zipper: memory before and after, accuracy of each task with its 95 %
/// interval, images lost and won, how long it took and what comes next; before anything is merged, what the plan will
/// do and take. Folds to one line: as the user chose, and until then where there is little room. It computes nothing.
class SummaryCard : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  /// Actions that get buttons: exporting the merged network and saving the session.
  SummaryCard(QAction* exportModel, QAction* save, QWidget* parent = nullptr);

  void setSummary(const Summary& summary);
  void setWork(const SummaryWork& work);
  const Summary& shownSummary() const { return summary_; }

  bool isUnfolded() const { return unfolded_; }
  /// Nothing: as there is room.
  void setChoice(std::optional<bool> unfolded);
  /// Whether the numbers of the tasks can be seen.
  bool showsTasks() const;

  QAccessible::Role paintedRole() const override { return QAccessible::Grouping; }
  QString paintedValues() const override;

  QSize sizeHint() const override;
  /// It has, but sizeHint() knows the width, and how much of the height may be taken.
  bool hasHeightForWidth() const override { return false; }
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The user folded or unfolded it: to be remembered.
  void chosen(bool unfolded);
  void seenChanged();  ///< see showsTasks()
  /// What changed is to be looked at; of this task, -1: of any.
  void changesWanted(int task);
  void tryingWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  /// Of the parent, whose height counts, and of the body, which is seen or not.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildBody();
  void buildButtons(QAction* exportModel, QAction* save);
  QPushButton* addButton(const char* name, const QString& text, const QString& tip);
  void render();
  void fold(bool unfolded);
  void foldAsThereIsRoom();
  void arrange();
  void mutePalettes();
  bool isWide() const;
  int bodyHeight() const;
  int mostBodyHeight() const;

  Summary summary_;
  SummaryWork work_;
  std::optional<bool> choice_;
  bool unfolded_ = false;
  FoldLine* line_;
  QBoxLayout* top_;  ///< the line, and the buttons where there is room
  QScrollArea* body_;
  QWidget* content_;
  QVBoxLayout* rows_;
  QBoxLayout* columns_;
  MemoryBars* bars_;
  QLabel *time_, *next_, *result_, *note_;
  TaskTable* tasks_;
  QWidget* buttons_;
};

}  // namespace zipper
