// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/cost_item.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

constexpr double costBarWidth = 12, usualNumberHeight = 16;

}  // namespace

void paintCostBar(QPainter& painter, const QRectF& full, double share, const ZipperTheme& theme) {
  painter.setPen(QPen(blended(theme.background, theme.muted, 0.45), 1));
  painter.setBrush(theme.background);
  painter.drawRect(full);
  const double height = full.height() * share;
  painter.fillRect(QRectF(full.left(), full.bottom() - height, full.width(), height),
                   blended(theme.background, theme.muted, 0.75));
}

void CostItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty()) return;
  for (int layer = 1; layer <= picture().geometry.layers(); ++layer)
    if (picture().showsCost(layer)) paintCost(*painter, layer);
}

void CostItem::paintCost(QPainter& painter, int layer) const {
  const QRectF room = boundingRect();
  const double x = picture().geometry.columnX(layer), pitch = picture().geometry.pitch();
  const double numberHeight = std::min(usualNumberHeight * theme().textScale, room.height() / 2);
  const QRectF bar(x - costBarWidth / 2, room.top(), costBarWidth, room.height() - numberHeight);
  paintCostBar(painter, bar, picture().costShare(layer), theme());
  painter.setPen(theme().muted);
  const QRectF place(x - pitch / 2 + 3, bar.bottom() + 1, pitch - 6, numberHeight - 1);
  const QString number = QString::number(picture().costOf(layer), 'f', 3);
  if (layer == int(std::floor(ZipperGeometry::front(picture().closed))) + 1) {  // the slider's pull hangs beside it
    drawHaloedText(painter, place, Qt::AlignCenter, number, theme().label(12), theme().background);
  } else {
    drawFittedText(painter, place, Qt::AlignCenter, number, theme().label(12));
  }
}

}  // namespace zipper
