// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/tour/guess_content.h"

namespace zipper {

/// What each layer lost: a bar per layer with its 95 % interval; the guess and the worst layer are marked.
class GuessChart : public QWidget {
  Q_OBJECT

 public:
  explicit GuessChart(QWidget* parent = nullptr);
  void setAnswer(const GuessAnswer& answer);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRectF plotArea() const;
  QString describe(const LayerDrop& drop) const;
  void drawBar(QPainter& painter, const LayerDrop& drop, const QRectF& column, double unit, double zero) const;

  GuessAnswer answer_;
  int worst_ = 0;
  double least_ = 0, most_ = 0;  ///< of the changes shown, in points
};

}  // namespace zipper
