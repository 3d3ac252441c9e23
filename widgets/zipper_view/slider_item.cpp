// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/slider_item.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace zipper {

namespace {

constexpr double reach = 22, pullEnd = 54;

QPointF sliderPoint(const ZipperPicture& picture) {
  return {picture.geometry.sliderX(ZipperGeometry::front(picture.closed)), picture.geometry.axisY()};
}

/// One strand comes out at the left, two go in at the right, on both sides of the wedge.
QPainterPath bodyPath() {
  QPainterPath path(QPointF(-10, -8.5));
  path.cubicTo(-3, -9.5, 0, -13, 3, -17.5);
  path.cubicTo(5, -20.5, 8, -20.5, 10, -19);
  path.lineTo(10, -9);
  path.lineTo(4, 0);
  path.lineTo(10, 9);
  path.lineTo(10, 19);
  path.cubicTo(8, 20.5, 5, 20.5, 3, 17.5);
  path.cubicTo(0, 13, -3, 9.5, -10, 8.5);
  path.closeSubpath();
  return path;
}

/// A plate that widens downwards, with a hole.
QPainterPath pullPath() {
  QPainterPath path(QPointF(-3, 8));
  path.lineTo(3, 8);
  path.lineTo(6, pullEnd - 8);
  path.cubicTo(6, pullEnd - 1, -6, pullEnd - 1, -6, pullEnd - 8);
  path.closeSubpath();
  path.addEllipse(QPointF(0, pullEnd - 10), 2.6, 3.6);
  return path;  // odd-even: the hole is one
}

void paintSlider(QPainter& painter, const ZipperTheme& theme) {
  QLinearGradient metal(0, -reach, 0, reach);
  metal.setColorAt(0, theme.metalLight);
  metal.setColorAt(1, theme.metalDark);
  painter.setPen(QPen(theme.background, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(theme.background);
  painter.drawPath(bodyPath());
  painter.setPen(QPen(QBrush(metal), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(metal);
  painter.drawPath(bodyPath());
  painter.translate(-3, 0);  // clear of the wedge
  painter.setPen(QPen(theme.background, 1.6));
  painter.setBrush(theme.metalDark);
  painter.drawPath(pullPath());
  painter.setBrush(theme.metalLight);
  painter.drawRoundedRect(QRectF(-3.5, -6, 7, 18), 3.5, 3.5);  // the bridge that holds the pull
}

}  // namespace

QRectF SliderItem::placeIn(const ZipperGeometry&) const {
  return QRectF(-reach, -reach - 4, 2 * reach, reach + pullEnd + 4).translated(sliderPoint(picture()));
}

void SliderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->translate(sliderPoint(picture()));
  paintSlider(*painter, theme());
}

}  // namespace zipper
