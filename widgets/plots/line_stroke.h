// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QVector>
#include <cmath>

class QCPPainter;

namespace zipper::plots {

inline bool isFinite(const QPointF& point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }

struct LineLook {
  QColor color;
  double width = 1;       ///< in points, before strokeScale()
  QVector<qreal> dashes;  ///< in widths; empty: solid
};

/// Draws a line through points in pixels; points that aren't finite interrupt it. On screen it doesn't use broad pens:
/// Qt takes 7 ms for a broad line through 300 points and 400 ms for a noisy one through 1200, but 0.05 to 0.5 ms for
/// lines as thin as a pixel. Several of these beside each other look the same.
void strokeLine(QCPPainter& painter, const QVector<QPointF>& points, const LineLook& look, const QRectF& room);

}  // namespace zipper::plots
