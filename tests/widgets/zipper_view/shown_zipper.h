// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>
#include <algorithm>
#include <cstdlib>
#include <vector>

#include "widgets/zipper_view/zipper_view.h"

namespace zipper::test {

/// A view on the screen with layers in it, without animations.
struct ShownZipper {
  explicit ShownZipper(const std::vector<LayerOverview>& layers, const QSize& size = {800, 450}) {
    view.setLayers(layers);
    view.resize(size);
    view.show();
    view.setFocus();
    if (!QTest::qWaitForWindowActive(&view)) qFatal("the window doesn't become active");
  }
  void wheel(const QPoint& at, int turned) {
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), QPoint(), QPoint(0, turned), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &event);
  }
  QMenu* menuAt(const QPoint& at) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(view.viewport(), &event);
    return view.findChild<QMenu*>();
  }
  QString toolTipAt(const QPoint& at) {
    QHelpEvent event(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(view.viewport(), &event);
    return QToolTip::text();
  }
  QImage image() { return view.viewport()->grab().toImage(); }
  QPoint middleOf(int layer) { return view.columnRect(layer).center(); }

  ZipperView view;
};

/// Pixels of the picture that are near this colour, within the rectangle.
inline int pixelsLike(const QImage& image, const QRect& rect, const QColor& color) {
  int count = 0;
  for (int y = std::max(0, rect.top()); y <= std::min(image.height() - 1, rect.bottom()); ++y)
    for (int x = std::max(0, rect.left()); x <= std::min(image.width() - 1, rect.right()); ++x) {
      const QColor found = image.pixelColor(x, y);
      if (std::abs(found.red() - color.red()) + std::abs(found.green() - color.green()) +
              std::abs(found.blue() - color.blue()) <
          24)
        ++count;
    }
  return count;
}

}  // namespace zipper::test
