// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/strand_item.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/style/task_cues.h"

namespace zipper {

namespace {

constexpr int fewestPieces = 40;      ///< of a gap,
constexpr double longestPiece = 2.2;  ///< in units: smooth at every zoom that is allowed
constexpr double toothSpacing = 8.6, toothLength = 8.5, shortestTooth = 2.5;
constexpr double tapeWidth = 3;
constexpr double depthwiseShare = 0.66, depthwiseRadius = 4;
constexpr double markerRadius = 3.4, stepAside = 7;  ///< of the depthwise layers of many strands

/// Short strokes from the tape towards the axis, at equal distances along the curve. The teeth from below stand between
/// those from above. `room`: for the teeth at each point of the curve, up to the next strand.
QPainterPath teethOf(const QPolygonF& curve, const std::vector<double>& room, bool above) {
  QPainterPath teeth;
  double next = above ? toothSpacing / 2 : toothSpacing, travelled = 0;
  for (int i = 1; i < curve.size(); ++i) {
    const QPointF step = curve[i] - curve[i - 1];
    const double length = std::hypot(step.x(), step.y());
    // The normal of the curve on the side of the axis.
    const QPointF inward = QPointF(-step.y(), step.x()) * ((above ? 1 : -1) / length);
    const double tooth = std::min(toothLength, room[std::size_t(i)]);
    for (; next <= travelled + length; next += toothSpacing) {
      if (tooth < shortestTooth) continue;
      const QPointF root = curve[i - 1] + step * ((next - travelled) / length);
      teeth.moveTo(root);
      teeth.lineTo(root + inward * tooth);
    }
    travelled += length;
  }
  return teeth;
}

QPen tapePen(const QColor& color) { return QPen(color, tapeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); }

}  // namespace

QRectF StrandItem::placeIn(const ZipperGeometry& geometry) const {
  const QRectF body = geometry.bodyRect();
  return QRectF(QPointF(geometry.columnX(gap_), body.top()), QPointF(geometry.columnX(gap_ + 1), body.bottom()))
      .adjusted(-6, 0, 6, 0);
}

void StrandItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const double together = trunkShare();
  for (int task = 0; task < picture().tasks() && together < 1; ++task) paintStrand(*painter, task);
  if (together > 0) paintTrunk(*painter, together);
  const bool toLayer = !picture().empty() && picture().isLayer(gap_ + 1);  // the head has no depthwise layer
  if (toLayer && picture().layer(gap_ + 1).hasDepthwise()) paintDepthwise(*painter);
}

/// How far the strands of many tasks have become one tape: between columns that they share whole.
double StrandItem::trunkShare() const {
  if (!picture().needsCues() || !picture().isWhole(gap_) || !picture().isWhole(gap_ + 1)) return 0;
  return std::min(picture().togetherShare(gap_), picture().togetherShare(gap_ + 1));
}

void StrandItem::paintTrunk(QPainter& painter, double together) const {
  const ZipperGeometry& geometry = picture().geometry;
  painter.save();
  painter.setOpacity(together);
  painter.setPen(tapePen(theme().merged));
  painter.drawLine(QPointF(geometry.columnX(gap_), geometry.axisY()),
                   QPointF(geometry.columnX(gap_ + 1), geometry.axisY()));
  painter.restore();
}

double StrandItem::offsetAt(double share, int task) const {
  const double offset = picture().geometry.offsetInGap(gap_, share, picture().closed, task);
  if (!picture().needsCues() || !picture().isWhole(gap_) || picture().isWhole(gap_ + 1)) return offset;
  // Out of the one tape of the trunk, which ends here.
  constexpr double fanShare = 0.42;
  const double way = std::min(1.0, share / fanShare), fan = way * way * (3 - 2 * way);
  return offset * (1 - picture().togetherShare(gap_) * (1 - fan));
}

/// Of many tasks only strands that are apart have teeth: those of tapes that lie beside one another would cross them.
double StrandItem::toothRoom(double share, double offset, int task) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double own = picture().needsCues() ? offset - geometry.strandOffset(1, task) : toothLength;
  if (geometry.rank(task) == 0) return own;
  return std::min(own, offset - offsetAt(share, geometry.isAbove(task) ? task + 1 : task - 1) - tapeWidth);
}

void StrandItem::paintStrand(QPainter& painter, int task) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double left = geometry.columnX(gap_), right = geometry.columnX(gap_ + 1);
  const bool above = geometry.isAbove(task);
  const int pieces = std::max(fewestPieces, int(std::ceil((right - left) / longestPiece)));
  QPolygonF curve;
  std::vector<double> room;
  for (int i = 0; i <= pieces; ++i) {
    const double share = double(i) / pieces, offset = offsetAt(share, task);
    curve << QPointF(left + (right - left) * share, geometry.sideY(task, offset));
    room.push_back(toothRoom(share, offset, task));
  }
  const QColor color = theme().task(task);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(blended(theme().background, color, 0.62), 2.6, Qt::SolidLine, Qt::RoundCap));
  painter.drawPath(teethOf(curve, room, above));
  painter.setPen(tapePen(color));
  painter.drawPolyline(curve);
}

void StrandItem::paintDepthwise(QPainter& painter) const {
  const double together = picture().isWhole(gap_ + 1) ? picture().togetherShare(gap_ + 1) : 0;
  painter.setBrush(theme().background);
  for (int task = 0; task < picture().tasks() && together < 1; ++task) paintDepthwise(painter, task);
  if (together <= 0) return;
  painter.setOpacity(together);
  painter.setPen(QPen(theme().merged, 2));
  painter.setBrush(theme().merged);
  painter.drawEllipse(QPointF(depthwiseX(), picture().geometry.axisY()), depthwiseRadius, depthwiseRadius);
}

void StrandItem::paintDepthwise(QPainter& painter, int task) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double left = geometry.columnX(gap_), right = geometry.columnX(gap_ + 1);
  // Neighbours step aside: where the strands have met, there is no room one above the other.
  const double x = depthwiseX() - (geometry.rank(task) % 2) * stepAside;
  const double offset = offsetAt((x - left) / (right - left), task);
  const QPointF middle(x, geometry.sideY(task, offset));
  painter.setPen(QPen(theme().task(task), 2));
  if (picture().needsCues()) {
    painter.drawPath(style::taskMarker(task, middle, markerRadius));
  } else {
    painter.drawEllipse(middle, depthwiseRadius, depthwiseRadius);
  }
}

/// Always at the same distance before its block, in the wide first gap as well.
double StrandItem::depthwiseX() const {
  const ZipperGeometry& geometry = picture().geometry;
  const double clear = geometry.blockWidth() / 2 + depthwiseRadius + 2;
  return geometry.columnX(gap_ + 1) - std::max(clear, (1 - depthwiseShare) * geometry.pitch());
}

}  // namespace zipper
