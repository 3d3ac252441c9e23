// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_navigator.h"

#include <cmath>

#include "widgets/plots/custom_plot.h"

namespace zipper::plots {

namespace {

constexpr double keyZoom = 0.8;
constexpr double keyPan = 0.1;  ///< of the width

bool isShown(const QCPAxisRect* rect) { return rect->visible() && rect->layout() != nullptr; }

}  // namespace

bool isKeyboardFocus(const QFocusEvent& event) {
  return event.gotFocus() && (event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason ||
                              event.reason() == Qt::ShortcutFocusReason);
}

PlotNavigator::PlotNavigator(QCustomPlot* plot, QCPAxis* key) : QObject(plot), plot_(plot), key_(key) {
  plot->setFocusPolicy(Qt::StrongFocus);
  plot->setMouseTracking(true);
  plot->installEventFilter(this);
}

bool PlotNavigator::eventFilter(QObject* watched, QEvent* event) {
  if (watched != plot_) return false;
  switch (event->type()) {
    case QEvent::Wheel:
      return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::MouseButtonPress:
      return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
      return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
      return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
      manual_.clear();
      Q_EMIT fitWanted();
      return true;
    case QEvent::KeyPress:
      return key(*static_cast<QKeyEvent*>(event));
    case QEvent::Leave:
      endPointing();
      return false;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
      Q_EMIT focusChanged(isKeyboardFocus(*static_cast<QFocusEvent*>(event)));
      return false;
    default:
      return false;
  }
}

QCPAxisRect* PlotNavigator::rectAt(const QPointF& position) const {
  for (QCPAxisRect* rect : plot_->axisRects())
    if (isShown(rect) && QRectF(rect->rect()).contains(position)) return rect;
  return nullptr;
}

QCPAxis* PlotNavigator::valueAxisAt(const QPointF& position) const {
  for (QCPAxisRect* rect : plot_->axisRects()) {
    const QRectF inner = rect->rect();
    if (!isShown(rect) || position.y() < inner.top() || position.y() > inner.bottom()) continue;
    if (position.x() < inner.left()) return rect->axis(QCPAxis::atLeft);
    QCPAxis* right = rect->axis(QCPAxis::atRight);
    if (position.x() > inner.right() && right->visible()) return right;
  }
  return nullptr;
}

QList<QCPAxis*> PlotNavigator::valueAxesIn(const QCPAxisRect* rect) const {
  QList<QCPAxis*> axes{rect->axis(QCPAxis::atLeft)};
  if (rect->axis(QCPAxis::atRight)->visible()) axes.append(rect->axis(QCPAxis::atRight));
  return axes;
}

void PlotNavigator::zoomX(double factor, double x) {
  const QCPRange range = key_->range();
  Q_EMIT zoomWanted(x + (range.lower - x) * factor, x + (range.upper - x) * factor);
}

void PlotNavigator::zoomValues(const QList<QCPAxis*>& axes, double factor, double y) {
  for (QCPAxis* axis : axes) {
    axis->scaleRange(factor, axis->pixelToCoord(y));
    manual_.insert(axis);
  }
  Q_EMIT valuesChanged();
}

void PlotNavigator::moveX(double pixels) {
  const double shift = pixels * key_->range().size() / std::max(1, key_->axisRect()->width());
  Q_EMIT panWanted(key_->range().lower + shift, key_->range().upper + shift);
}

bool PlotNavigator::wheel(const QWheelEvent& event) {
  const QPoint angle = event.angleDelta();
  const int delta = angle.y() != 0 ? angle.y() : angle.x();  // Shift and Alt swap them on some platforms
  if (delta == 0) return true;
  const double factor = std::pow(0.85, delta / 120.0);
  const QPointF position = event.position();
  if (QCPAxis* axis = valueAxisAt(position)) {
    zoomValues({axis}, factor, position.y());
  } else if (const QCPAxisRect* rect = rectAt(position); rect != nullptr && event.modifiers() & Qt::ShiftModifier) {
    zoomValues(valueAxesIn(rect), factor, position.y());
  } else {
    zoomX(factor, key_->pixelToCoord(position.x()));
  }
  return true;
}

bool PlotNavigator::press(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return false;
  QCPAxis* axis = valueAxisAt(event.position());
  const QCPAxisRect* rect = rectAt(event.position());
  draggedValues_.clear();
  if (axis != nullptr) {
    draggedValues_ = {axis};
  } else if (rect != nullptr) {
    for (QCPAxis* value : valueAxesIn(rect))
      if (isManual(value)) draggedValues_.append(value);
  }
  dragsX_ = axis == nullptr;
  dragging_ = true;
  moved_ = false;
  last_ = event.position();
  plot_->setFocus(Qt::MouseFocusReason);
  return true;
}

bool PlotNavigator::move(const QMouseEvent& event) {
  if (dragging_ && (event.buttons() & Qt::LeftButton)) {
    drag(event.position());
    return true;
  }
  plot_->setCursor(valueAxisAt(event.position()) != nullptr ? Qt::SizeVerCursor : Qt::ArrowCursor);
  if (rectAt(event.position()) != nullptr)
    point(event.position());
  else
    endPointing();
  return true;
}

void PlotNavigator::drag(const QPointF& position) {
  if (!moved_ && (position - last_).manhattanLength() < 3) return;  // a click with an unsteady hand
  moved_ = true;
  plot_->setCursor(Qt::ClosedHandCursor);
  for (QCPAxis* axis : draggedValues_) {
    manual_.insert(axis);
    const double from = axis->pixelToCoord(last_.y()), to = axis->pixelToCoord(position.y());
    const QCPRange range = axis->range();
    if (axis->scaleType() == QCPAxis::stLogarithmic)
      axis->setRange(range.lower * from / to, range.upper * from / to);
    else
      axis->setRange(range.lower + from - to, range.upper + from - to);
  }
  if (!draggedValues_.isEmpty()) Q_EMIT valuesChanged();
  if (dragsX_) moveX(last_.x() - position.x());
  last_ = position;
}

bool PlotNavigator::release(const QMouseEvent& event) {
  if (!dragging_ || event.button() != Qt::LeftButton) return false;
  dragging_ = false;
  plot_->setCursor(Qt::ArrowCursor);
  return true;
}

void PlotNavigator::point(const QPointF& position) {
  points_ = true;
  Q_EMIT hovered(position);
}

void PlotNavigator::endPointing() {
  points_ = false;
  Q_EMIT hoverEnded();
}

bool PlotNavigator::stepKey(const QKeyEvent& event, int direction) {
  if (event.modifiers() & Qt::ControlModifier) {
    points_ = true;
    Q_EMIT cursorStepped(event.modifiers() & Qt::ShiftModifier ? 20 * direction : direction);
  } else {
    moveX(direction * keyPan * key_->axisRect()->width());
  }
  return true;
}

bool PlotNavigator::key(const QKeyEvent& event) {
  const double middle = key_->range().center();
  QCPAxisRect* upper = key_->axisRect();
  switch (event.key()) {
    case Qt::Key_Left:
      return stepKey(event, -1);
    case Qt::Key_Right:
      return stepKey(event, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomX(keyZoom, middle);
      return true;
    case Qt::Key_Minus:
      zoomX(1 / keyZoom, middle);
      return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
      zoomValues(valueAxesIn(upper), event.key() == Qt::Key_Up ? keyZoom : 1 / keyZoom, upper->rect().center().y());
      return true;
    case Qt::Key_Home:
      manual_.clear();
      Q_EMIT fitWanted();
      return true;
    case Qt::Key_End:
      Q_EMIT followWanted();
      return true;
    case Qt::Key_Escape:
      if (!points_) return false;  // it means something else, to the window
      endPointing();
      return true;
    default:
      return false;
  }
}

}  // namespace zipper::plots
