// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/overlay.h"

#include <QPainter>

namespace zipper {

void paintCellFrame(QPainter& painter, const QRect& cell, const QPalette& palette, bool strong) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette.color(QPalette::Base), 1));
  painter.drawRect(cell.adjusted(-2, -2, 1, 1));
  painter.setPen(QPen(palette.color(strong ? QPalette::Highlight : QPalette::Text), 1));
  painter.drawRect(cell.adjusted(-1, -1, 0, 0));
  if (strong) painter.drawRect(cell.adjusted(-3, -3, 2, 2));
}

}  // namespace zipper
