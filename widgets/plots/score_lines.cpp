// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/score_lines.h"

#include "widgets/plots/line_stroke.h"
#include "widgets/plots/stroke_scale.h"

namespace zipper::plots {

ScoreLines::ScoreLines(QCPAxis* key, QCPAxis* value)
    : QCPLayerable(key->parentPlot(), "main"), key_(key), value_(value) {}

QPointF ScoreLines::pixel(const ScorePoint& point) const {
  return {key_->coordToPixel(point.x), value_->coordToPixel(point.percent)};
}

void ScoreLines::drawConnection(QCPPainter& painter, const ScoreLine& line) const {
  QVector<QPointF> pixels;
  for (const ScorePoint& point : line.points)
    if (point.calibrated) pixels.append(pixel(point));
  strokeLine(painter, pixels, {line.style.color, line.style.emphasized ? 2.0 : 1.4, line.style.dashes}, clipRect());
}

void ScoreLines::draw(QCPPainter* painter) {
  for (const ScoreLine& line : lines_) drawConnection(*painter, line);
  painter->setAntialiasing(true);
  const QRectF room = QRectF(clipRect());
  for (const ScoreLine& line : lines_)
    for (const ScorePoint& point : line.points) {
      const QPointF place = pixel(point);
      if (!room.contains(place)) continue;
      if (point.finetuned) {
        painter->setPen(QPen(line.style.color, 1.4 * strokeScale()));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(place, 8.0 * strokeScale(), 8.0 * strokeScale());
      }
      drawMarker(*painter, line.style.marker, place, 4, line.style.color, point.calibrated, background_);
    }
}

}  // namespace zipper::plots
