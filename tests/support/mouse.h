// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace zipper::test {

/// Moves the mouse, without a button, to a position in the widget.
inline void hover(QWidget& widget, QPoint position) {
  QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                    Qt::NoModifier);
  QApplication::sendEvent(&widget, &event);
}

}  // namespace zipper::test
