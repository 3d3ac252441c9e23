#include "widgets/zipper_view/slider_item.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>

namespace zipper {

namespace {

constexpr double reach = 20, pullEnd = 56;

QPointF sliderPoint(const ZipperPicture& picture) {
  return {picture.geometry.sliderX(ZipperGeometry::front(picture.closed)), picture.geometry.axisY()};
}

/// One strand comes out at the left, two go in at the right, on both sides of the wedge.
void paintBody(QPainter& painter, const ZipperTheme& theme) {
  QLinearGradient metal(0, -reach, 0, reach);
  metal.setColorAt(0, theme.metalLight);
  metal.setColorAt(1, theme.metalDark);
  const QPolygonF outline{{{-9, -10}, {-2, -11}, {9, -17}, {9, 17}, {-2, 11}, {-9, 10}}};
  painter.setPen(QPen(theme.background, 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(theme.background);
  painter.drawPolygon(outline);
  painter.setPen(QPen(QBrush(metal), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(metal);
  painter.drawPolygon(outline);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.background);
  painter.drawPolygon(QPolygonF{{{11.5, -6}, {3, 0}, {11.5, 6}}});
}

void paintPull(QPainter& painter, const ZipperTheme& theme) {
  painter.setPen(QPen(theme.background, 2));
  painter.setBrush(theme.metalDark);
  painter.drawRoundedRect(QRectF(-5.5, 14, 11, pullEnd - 16), 5, 5);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.background);
  painter.drawRoundedRect(QRectF(-2, pullEnd - 18, 4, 11), 2, 2);
  painter.setPen(QPen(theme.background, 1.6));
  painter.setBrush(theme.metalLight);
  painter.drawRoundedRect(QRectF(-6, -4, 8, 24), 4, 4);
}

}  // namespace

QRectF SliderItem::placeIn(const ZipperGeometry&) const {
  return QRectF(-reach, -reach - 4, 2 * reach, reach + pullEnd + 4).translated(sliderPoint(picture()));
}

void SliderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->translate(sliderPoint(picture()));
  paintBody(*painter, theme());
  paintPull(*painter, theme());
}

}  // namespace zipper
