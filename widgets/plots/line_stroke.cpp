// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/line_stroke.h"

#include <algorithm>
#include <cmath>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/series_style.h"
#include "widgets/plots/stroke_scale.h"

namespace zipper::plots {

namespace {

/// Longer lines, in pixels of the device, are drawn without antialiasing. They are noisy: nobody sees the difference.
constexpr double longestSmooth = 20000;

double lengthOf(const QVector<QPointF>& points, const QRectF& room) {
  const auto inside = [&room](double y) { return std::clamp(y, room.top(), room.bottom()); };
  double length = 0;
  for (qsizetype i = 1; i < points.size(); ++i)
    if (isFinite(points[i]) && isFinite(points[i - 1]))
      length +=
          std::abs(points[i].x() - points[i - 1].x()) + std::abs(inside(points[i].y()) - inside(points[i - 1].y()));
  return length;
}

void drawPolylines(QCPPainter& painter, const QVector<QPointF>& points) {
  qsizetype begin = 0;
  for (qsizetype i = 0; i <= points.size(); ++i) {
    if (i < points.size() && isFinite(points[i])) continue;
    if (i - begin == 1) {  // a lone value between two interruptions
      const QPointF point = points[begin];
      painter.drawLine(QLineF(point.x() - 1, point.y(), point.x() + 1, point.y()));
    } else if (i > begin) {
      painter.drawPolyline(points.constData() + begin, int(i - begin));
    }
    begin = i + 1;
  }
}

/// Where thin lines must lie, in pixels of the device, to look like one of this width: no gaps in any direction.
QVector<QPointF> offsetsFor(double width, bool smooth) {
  if (width < 1.3) return {{0, 0}};
  if (!smooth) return width < 2.6 ? QVector<QPointF>{{0, 0}, {0, 1}} : QVector<QPointF>{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  const double radius = (width - 1) / 2;
  const int around = radius < 0.6 ? 3 : 6;
  QVector<QPointF> offsets;
  if (around > 3) offsets.append({0, 0});
  for (int i = 0; i < around; ++i)
    offsets.append(radius * QPointF(std::sin(2 * M_PI * i / around), std::cos(2 * M_PI * i / around)));
  return offsets;
}

void drawThinLines(QCPPainter& painter, QVector<QPointF> points, const LineLook& look, const QRectF& room) {
  const double ratio = painter.device()->devicePixelRatioF(), width = look.width * strokeScale() * ratio;
  const bool smooth = lengthOf(points, room) * ratio <= longestSmooth;
  QVector<qreal> dashes;
  for (const qreal dash : look.dashes) dashes.append(dash * width);
  painter.setPen(linePen(look.color, 1, dashes, true));
  painter.setAntialiasing(smooth);
  QPointF before;
  for (const QPointF& offset : offsetsFor(width, smooth)) {
    const QPointF step = (offset - before) / ratio;
    for (QPointF& point : points) point += step;
    before = offset;
    drawPolylines(painter, points);
  }
  painter.setAntialiasing(false);
}

}  // namespace

void strokeLine(QCPPainter& painter, const QVector<QPointF>& points, const LineLook& look, const QRectF& room) {
  if (!painter.modes().testFlag(QCPPainter::pmVectorized)) return drawThinLines(painter, points, look, room);
  painter.setPen(linePen(look.color, look.width * strokeScale(), look.dashes, false));
  drawPolylines(painter, points);
}

}  // namespace zipper::plots
