// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/strand_item.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <cmath>

namespace zipper {

namespace {

constexpr int pieces = 40;  ///< of a gap: more than one per two units, smooth at every zoom that is allowed
constexpr double toothSpacing = 8.6, toothLength = 8.5;
constexpr double depthwiseShare = 0.66, depthwiseRadius = 4;

/// Short strokes from the tape towards the axis, at equal distances along the curve. The teeth of B stand between
/// those of A.
QPainterPath teethOf(const QPolygonF& curve, int task) {
  QPainterPath teeth;
  double next = task == 0 ? toothSpacing / 2 : toothSpacing, travelled = 0;
  for (int i = 1; i < curve.size(); ++i) {
    const QPointF step = curve[i] - curve[i - 1];
    const double length = std::hypot(step.x(), step.y());
    // Downwards from A, upwards from B: the normal of the curve on the side of the axis.
    const QPointF inward = QPointF(-step.y(), step.x()) * ((task == 0 ? 1 : -1) / length);
    for (; next <= travelled + length; next += toothSpacing) {
      const QPointF root = curve[i - 1] + step * ((next - travelled) / length);
      teeth.moveTo(root);
      teeth.lineTo(root + inward * toothLength);
    }
    travelled += length;
  }
  return teeth;
}

}  // namespace

QRectF StrandItem::placeIn(const ZipperGeometry& geometry) const {
  const QRectF body = geometry.bodyRect();
  return QRectF(QPointF(geometry.columnX(gap_), body.top()), QPointF(geometry.columnX(gap_ + 1), body.bottom()))
      .adjusted(-6, 0, 6, 0);
}

void StrandItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  for (int task = 0; task < 2; ++task) paintStrand(*painter, task);
  if (gap_ >= layerCount) return;  // the head has no depthwise layer before it
  paintDepthwise(*painter);
}

void StrandItem::paintStrand(QPainter& painter, int task) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double left = geometry.columnX(gap_), right = geometry.columnX(gap_ + 1), sign = task == 0 ? -1 : 1;
  QPolygonF curve;
  for (int i = 0; i <= pieces; ++i) {
    const double share = double(i) / pieces;
    curve << QPointF(left + (right - left) * share,
                     geometry.axisY() + sign * geometry.offsetInGap(gap_, share, picture().closed));
  }
  const QColor color = theme().tasks[std::size_t(task)];
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(blended(theme().background, color, 0.62), 2.6, Qt::SolidLine, Qt::RoundCap));
  painter.drawPath(teethOf(curve, task));
  painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(curve);
}

void StrandItem::paintDepthwise(QPainter& painter) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double left = geometry.columnX(gap_), right = geometry.columnX(gap_ + 1);
  // Always at the same distance before its block, in the wide first gap as well.
  const double x = right - (1 - depthwiseShare) * geometry.pitch();
  const double offset = geometry.offsetInGap(gap_, (x - left) / (right - left), picture().closed);
  const double together = picture().isWhole(gap_ + 1) ? picture().togetherShare(gap_ + 1) : 0;
  painter.setBrush(theme().background);
  for (int task = 0; task < 2 && together < 1; ++task) {
    painter.setPen(QPen(theme().tasks[std::size_t(task)], 2));
    painter.drawEllipse(QPointF(x, geometry.axisY() + (task == 0 ? -offset : offset)), depthwiseRadius,
                        depthwiseRadius);
  }
  if (together <= 0) return;
  painter.setOpacity(together);
  painter.setPen(QPen(theme().merged, 2));
  painter.setBrush(theme().merged);
  painter.drawEllipse(QPointF(x, geometry.axisY()), depthwiseRadius, depthwiseRadius);
}

}  // namespace zipper
