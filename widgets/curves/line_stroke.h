#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QVector>

class QCPPainter;

namespace zipper::curves {

struct LineLook {
  QColor color;
  double width = 1;       ///< in points
  QVector<qreal> dashes;  ///< in widths; empty: solid
};

/// Draws a line through points in pixels from left to right; points that aren't finite interrupt it. Short lines get
/// smooth broad strokes. Those take tens of milliseconds for long, noisy lines (see pitfalls.md), of which nothing but
/// their extent in each column of pixels can be seen anyway: they are drawn as such columns.
void strokeLine(QCPPainter& painter, const QVector<QPointF>& points, const LineLook& look, const QRectF& room);

/// Pixels of the device per point of the painter.
double deviceRatio(const QCPPainter& painter);

}  // namespace zipper::curves
