// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/strands.h"

#include <QPainter>
#include <algorithm>

namespace zipper::style {

void paintStrands(QPainter& painter, const QRectF& area, const std::vector<QColor>& colors) {
  const qreal width = area.width() / qreal(2 * colors.size() - 1);
  const qreal radius = std::min(1.5, width / 2);
  painter.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < colors.size(); ++i) {
    painter.setBrush(colors[i]);
    painter.drawRoundedRect(QRectF(area.left() + qreal(2 * i) * width, area.top(), width, area.height()), radius,
                            radius);
  }
}

}  // namespace zipper::style
