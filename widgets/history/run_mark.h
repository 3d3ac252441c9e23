// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>

namespace zipper {

/// The swatch of a run, in the colour of its curves.
inline void paintRunSwatch(QPainter& painter, const QRect& room, const QColor& color) {
  const qreal side = room.height() * 0.7;
  QRectF area(0, 0, side, side);
  area.moveCenter(QRectF(room).center());
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawRoundedRect(area, 3, 3);
}

}  // namespace zipper
