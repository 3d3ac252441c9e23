// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/style/painted_values.h"

namespace zipper {

/// The picture at the head of the start page: a zipper, closed where two strands have become one.
class ZipperMotif : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit ZipperMotif(QWidget* parent = nullptr);
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  QString paintedValues() const override { return accessibleName(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  /// Distance of the strands' centres from the middle line at x: 0 left of the slider, then opening like a zipper.
  double opening(double x) const;
  double sliderX() const { return 0.4 * width(); }
  void drawTape(QPainter& painter, int side) const;
  void drawTeeth(QPainter& painter) const;
  void drawSlider(QPainter& painter) const;
};

}  // namespace zipper
