// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QWidget>

namespace zipper {

/// Lies over a window and draws a frame around a part of it and an arrow from a card to that. All mouse events go
/// through it: what is framed can be pressed.
class TourOverlay : public QWidget {
  Q_OBJECT

 public:
  explicit TourOverlay(QWidget* window);

  /// Both in coordinates of the window. An empty target: nothing is drawn.
  void setPlaces(const QRect& target, const QRect& card);
  const QRect& target() const { return target_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect target_, card_;
};

}  // namespace zipper
