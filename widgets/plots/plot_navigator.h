// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointF>
#include <QSet>

class QCPAxis;
class QCPAxisRect;
class QCustomPlot;
class QFocusEvent;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace zipper::plots {

/// Whether a plot got the focus by a key: a frame around it would only disturb those who use the mouse.
bool isKeyboardFocus(const QFocusEvent& event);

/// Mouse and keys on a plot whose axis rectangles share their x axis. Wheel: zooms x about the pointer; with Shift, or
/// over a value axis, the value axis. Drag: moves x, and value axes that were zoomed; over a value axis, that one.
/// Double-click: everything in view. Keys: Left and Right move, + and - zoom, Up and Down zoom the values, Home fits
/// all, End follows the newest, Ctrl+Left and Ctrl+Right move the crosshair, Escape hides it. It changes value axes
/// itself and asks for the x range, which has its own rules.
class PlotNavigator : public QObject {
  Q_OBJECT

 public:
  PlotNavigator(QCustomPlot* plot, QCPAxis* key);

  /// Whether the user has set the range of a value axis; it isn't fitted to the data then.
  bool isManual(const QCPAxis* axis) const { return manual_.contains(axis); }
  void resetValueAxes() { manual_.clear(); }

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void zoomWanted(double lower, double upper);
  void panWanted(double lower, double upper);
  void fitWanted();
  void followWanted();
  /// A value axis has changed.
  void valuesChanged();
  void hovered(const QPointF& position);
  void hoverEnded();
  /// The crosshair is to move by so many pixels.
  void cursorStepped(int pixels);
  /// The plot has got the keyboard focus by a key, or lost it.
  void focusChanged(bool byKey);

 private:
  bool wheel(const QWheelEvent& event);
  bool press(const QMouseEvent& event);
  bool move(const QMouseEvent& event);
  bool release(const QMouseEvent& event);
  bool key(const QKeyEvent& event);
  bool stepKey(const QKeyEvent& event, int direction);
  void point(const QPointF& position);
  void endPointing();
  void drag(const QPointF& position);
  void zoomX(double factor, double x);
  void zoomValues(const QList<QCPAxis*>& axes, double factor, double y);
  void moveX(double pixels);
  QList<QCPAxis*> valueAxesIn(const QCPAxisRect* rect) const;
  QCPAxisRect* rectAt(const QPointF& position) const;
  QCPAxis* valueAxisAt(const QPointF& position) const;

  QCustomPlot* plot_;
  QCPAxis* key_;
  QSet<const QCPAxis*> manual_;
  bool dragging_ = false, moved_ = false;
  bool points_ = false;  ///< the crosshair stands somewhere
  QPointF last_;
  QList<QCPAxis*> draggedValues_;
  bool dragsX_ = false;
};

}  // namespace zipper::plots
