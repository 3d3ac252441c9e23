// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/drawing_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <algorithm>
#include <utility>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr double strokeWidth = DrawingCanvas::side / 11.0;  ///< about that of MNIST's digits
constexpr double keyStep = DrawingCanvas::side / 28.0;
constexpr int tellingMilliseconds = 150;

/// Half as wide to half as wide again.
double widthFor(double pressure) { return strokeWidth * (0.5 + std::clamp(pressure, 0.0, 1.0)); }

}  // namespace

DrawingCanvas::DrawingCanvas(QWidget* parent)
    : QWidget(parent), drawing_(side, side, QImage::Format_Grayscale8), cursor_(side / 2.0, side / 2.0) {
  drawing_.fill(0);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setAccessibleName(tr("Drawing"));
  setToolTip(
      tr("Draw with the mouse or a pen. With the keyboard: Space lowers and lifts the pen, the arrow keys move it, "
         "Delete clears."));
  lowerPen(false);
  telling_.setSingleShot(true);
  telling_.setInterval(tellingMilliseconds);
  connect(&telling_, &QTimer::timeout, this, &DrawingCanvas::changed);
}

void DrawingCanvas::clear() {
  drawing_.fill(0);
  empty_ = true;
  lowerPen(false);
  telling_.stop();
  update();
  Q_EMIT changed();
}

QRectF DrawingCanvas::square() const {
  const double length = std::max(1, std::min(width(), height()) - 4);
  return {(width() - length) / 2, (height() - length) / 2, length, length};
}

QPointF DrawingCanvas::onDrawing(const QPointF& position) const {
  const QRectF room = square();
  return (position - room.topLeft()) * (side / room.width());
}

void DrawingCanvas::press(const QPointF& position, double pressure) {
  draws_ = true;
  last_ = position;
  drawTo(position, pressure);
}

void DrawingCanvas::drawTo(const QPointF& position, double pressure) {
  QPainter painter(&drawing_);
  painter.setRenderHint(QPainter::Antialiasing);
  const double width = widthFor(pressure);
  if (position == last_) {  // a line without length isn't drawn by all engines
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(position, width / 2, width / 2);
  } else {
    painter.setPen(QPen(Qt::white, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(last_, position);
  }
  last_ = position;
  empty_ = false;
  update();
  tellSoon();
}

void DrawingCanvas::release() {
  if (!std::exchange(draws_, false)) return;
  telling_.stop();
  Q_EMIT changed();
}

void DrawingCanvas::tellSoon() {
  if (!telling_.isActive()) telling_.start();
}

void DrawingCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) press(onDrawing(event->position()), 0.5);
}

void DrawingCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (draws_) drawTo(onDrawing(event->position()), 0.5);
}

void DrawingCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) release();
}

void DrawingCanvas::tabletEvent(QTabletEvent* event) {
  event->accept();  // else the same comes again as a mouse's
  const QPointF position = onDrawing(event->position());
  if (event->type() == QEvent::TabletPress) press(position, event->pressure());
  if (event->type() == QEvent::TabletMove && draws_) drawTo(position, event->pressure());
  if (event->type() == QEvent::TabletRelease) release();
}

void DrawingCanvas::lowerPen(bool down) {
  penDown_ = down;
  setAccessibleDescription(down ? tr("The pen draws.") : tr("The pen is lifted."));
  if (down) {
    last_ = cursor_;
    drawTo(cursor_, 0.5);
  }
  update();
}

void DrawingCanvas::moveCursor(const QPointF& by) {
  const double edge = strokeWidth / 2;
  const auto within = [edge](double place) { return std::clamp(place, edge, side - edge); };
  cursor_ = {within(cursor_.x() + by.x()), within(cursor_.y() + by.y())};
  if (penDown_) drawTo(cursor_, 0.5);
  update();
}

void DrawingCanvas::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveCursor({-keyStep, 0});
    case Qt::Key_Right:
      return moveCursor({keyStep, 0});
    case Qt::Key_Up:
      return moveCursor({0, -keyStep});
    case Qt::Key_Down:
      return moveCursor({0, keyStep});
    case Qt::Key_Space:
      return lowerPen(!penDown_);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      return clear();
    default:
      QWidget::keyPressEvent(event);
  }
}

void DrawingCanvas::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void DrawingCanvas::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  lowerPen(false);
}

void DrawingCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const QRectF room = square();
  painter.drawImage(room, drawing_);
  painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : style::gridColor(palette()), 2));
  painter.drawRect(room.adjusted(-1, -1, 1, 1));
  if (empty_ && !hasFocus()) {
    painter.setPen(Qt::white);
    painter.drawText(room.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("Draw here"));
  }
  if (!hasFocus()) return;
  const double scale = room.width() / side;
  painter.setPen(QPen(style::workColor(palette()), penDown_ ? 3 : 1.5));  // amber is seen on black and on white
  painter.drawEllipse(room.topLeft() + cursor_ * scale, strokeWidth / 2 * scale, strokeWidth / 2 * scale);
}

}  // namespace zipper
