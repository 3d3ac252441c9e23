// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <vector>

#include "widgets/tour/tour_situation.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace zipper {

/// The text of a station, what it asks for, and the way on. A screen reader is told whenever it says something new.
class TourCard : public QFrame {
  Q_OBJECT

 public:
  explicit TourCard(QWidget* window);

  void setMoment(TourStation station, const TourMoment& moment);
  /// Shows a widget below the text, null for none. The card doesn't own it, its parent becomes the card.
  void setExtra(QWidget* extra);
  /// Offers to begin anew, for a tour that was taken up again.
  void setStartOver(bool offered);
  /// As large as its texts need, at most as large as that.
  QSize sizeWithin(const QSize& most) const;
  /// That size first, then narrower and wider ones that show all texts within it as well.
  std::vector<QSize> shapesWithin(const QSize& most) const;
  /// All that it says, in the order of reading.
  QString text() const;
  /// To what goes on: the offer, Next.
  void focusAction();

 Q_SIGNALS:
  void backRequested();
  void nextRequested();
  void leaveRequested();
  void startOverRequested();
  void offerAccepted(zipper::TourOffer offer);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  int leastWidth() const;
  QSize sizeAt(int width) const;
  void buildTexts();
  void buildButtons();
  void applyFonts();
  void announce();

  TourMoment moment_;
  TourStation station_ = TourStation::Why;
  QString said_;
  QLabel *place_, *title_, *text_, *ask_;
  QWidget* extra_ = nullptr;
  QWidget* body_;
  QVBoxLayout* bodyLayout_ = nullptr;
  QScrollArea* scroll_;
  QWidget* buttons_ = nullptr;
  QPushButton *offer_, *back_, *next_;
  QToolButton *startOver_, *leave_;
};

}  // namespace zipper
