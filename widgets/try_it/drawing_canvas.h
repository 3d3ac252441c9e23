// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPointF>
#include <QTimer>
#include <QWidget>

#include "widgets/style/painted_values.h"

namespace zipper {

/// A black square to draw on in white: with the mouse, a finger, a pen (its pressure makes lines thicker), or with the
/// arrow keys: Space lowers and lifts the pen, Delete clears.
class DrawingCanvas : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  static constexpr int side = 224;  ///< of the drawing, in its own pixels

  explicit DrawingCanvas(QWidget* parent = nullptr);

  /// side × side, grey, white on black.
  const QImage& drawing() const { return drawing_; }
  bool isEmpty() const { return empty_; }
  void clear();
  QAccessible::Role paintedRole() const override { return QAccessible::Canvas; }
  QString paintedValues() const override { return isEmpty() ? tr("Nothing is drawn.") : tr("Something is drawn."); }

  QSize sizeHint() const override { return {150, 150}; }
  QSize minimumSizeHint() const override { return {100, 100}; }

 Q_SIGNALS:
  /// While a line is drawn not more often than a few times a second.
  void changed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void tabletEvent(QTabletEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  /// The square of the widget that shows the drawing.
  QRectF square() const;
  QPointF onDrawing(const QPointF& position) const;
  void press(const QPointF& position, double pressure);
  void drawTo(const QPointF& position, double pressure);
  void release();
  void moveCursor(const QPointF& by);
  void lowerPen(bool down);
  void tellSoon();

  QImage drawing_;
  bool empty_ = true;
  bool draws_ = false;  ///< a button is held, or the pen touches
  QPointF last_;        ///< on the drawing
  QPointF cursor_;      ///< of the keyboard, on the drawing
  bool penDown_ = false;
  QTimer telling_;
};

}  // namespace zipper
