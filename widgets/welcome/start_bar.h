// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/welcome/lack.h"

class QHBoxLayout;
class QLabel;

namespace zipper {

class ActionButton;

/// The way on from the cards: one more network, or Start, and what is in the way of that. It stands below what scrolls:
/// however much there is to say of the networks, it stays in view. Its columns are those of the page: what is in the
/// way on the left, the buttons below the cards.
class StartBar : public QWidget {
  Q_OBJECT

 public:
  explicit StartBar(QWidget* parent = nullptr);

  /// What each of the tasks lacks. Start is grey, and says why, until none lacks anything and there is no problem.
  void setLacks(const std::vector<Lack>& lacks);
  /// Why what is chosen can't be started; empty: nothing but what tasks lack. It is said instead of that.
  void setProblem(const QString& problem);
  /// What will be done to the networks so that they fit each other, a line each; said unless there is a problem.
  void setAdjustments(const QStringList& lines);
  /// How many layers, of how many, are the same in all networks, bit for bit: merging those exactly is offered, which
  /// needs no images. 0: none.
  void setIdentical(int depth, int layers);
  /// As wide as the columns of the page are at most.
  void setColumnsWidth(int most);
  /// Scroll bars and long words make the columns another width than their share of the page: these are the widths that
  /// they have, and what a scroll bar takes beside them.
  void alignWith(int left, int right, int scrollBar);
  /// To the button that adds a network.
  void focusAdd();

 Q_SIGNALS:
  void addRequested();
  void startRequested();
  void exactRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeLine();
  QWidget* makeButtons();
  QString identicalText() const;
  void showState();
  void recolor();

  std::vector<Lack> lacks_;
  QString problem_;
  QStringList adjustments_;
  int identical_ = 0, layers_ = 0;
  QWidget* column_;
  QHBoxLayout* columns_ = nullptr;
  QLabel* line_ = nullptr;  ///< what can be done exactly, and what is in the way
  ActionButton* add_ = nullptr;
  ActionButton* start_ = nullptr;
  ActionButton* exact_ = nullptr;  ///< only where it is possible
};

}  // namespace zipper
