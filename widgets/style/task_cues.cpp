// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/task_cues.h"

#include <QPolygonF>
#include <QRectF>
#include <algorithm>
#include <array>

namespace zipper::style {

namespace {

std::size_t lookOf(int task) { return std::size_t(std::max(0, task) % taskLooks); }

/// Corners of the markers from the third on, with radius 1.
const std::array<QPolygonF, 4>& markerCorners() {
  static const std::array<QPolygonF, 4> corners{
      QPolygonF({{0, -1.15}, {1.1, 0.8}, {-1.1, 0.8}}),
      QPolygonF({{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}),
      QPolygonF({{0, 1.15}, {1.1, -0.8}, {-1.1, -0.8}}),
      QPolygonF({{-0.4, -1.2},
                 {0.4, -1.2},
                 {0.4, -0.4},
                 {1.2, -0.4},
                 {1.2, 0.4},
                 {0.4, 0.4},
                 {0.4, 1.2},
                 {-0.4, 1.2},
                 {-0.4, 0.4},
                 {-1.2, 0.4},
                 {-1.2, -0.4},
                 {-0.4, -0.4}}),
  };
  return corners;
}

}  // namespace

QVector<qreal> taskDash(int task) {
  static const std::array<QVector<qreal>, taskLooks> dashes{QVector<qreal>{}, {5, 2.5}, {1.5, 1.5},
                                                            {7, 2, 1.5, 2},   {12, 3},  {6, 2, 1.5, 2, 1.5, 2}};
  return dashes[lookOf(task)];
}

QPainterPath taskMarker(int task, const QPointF& center, double radius) {
  QPainterPath path;
  const std::size_t look = lookOf(task);
  if (look == 0) {
    path.addEllipse(center, radius, radius);
  } else if (look == 1) {
    const QPointF half(0.88 * radius, 0.88 * radius);
    path.addRect(QRectF(center - half, center + half));
  } else {
    QPolygonF corners = markerCorners()[look - 2];
    for (QPointF& corner : corners) corner = center + radius * corner;
    path.addPolygon(corners);
    path.closeSubpath();
  }
  return path;
}

}  // namespace zipper::style
