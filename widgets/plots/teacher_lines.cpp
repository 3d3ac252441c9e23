// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/teacher_lines.h"

#include <algorithm>

#include "widgets/plots/plot_style.h"
#include "widgets/plots/stroke_scale.h"

namespace zipper::plots {

namespace {

constexpr int bandOpacity = 26;  ///< of 255: two that overlap leave points and lines to be seen

}  // namespace

void TeacherLines::setLevels(std::vector<TeacherLevel> levels) {
  levels_ = std::move(levels);
  std::stable_sort(levels_.begin(), levels_.end(),
                   [](const TeacherLevel& a, const TeacherLevel& b) { return a.percent > b.percent; });
}

int TeacherLines::labelWidth() const {
  const QFontMetrics metrics(smallFont(parentPlot()->font()));
  int width = 0;
  for (const TeacherLevel& level : levels_) width = std::max(width, metrics.horizontalAdvance(level.label));
  return width;
}

void TeacherLines::drawBand(QCPPainter& painter, const TeacherLevel& level, const QRectF& room) const {
  if (level.high <= level.low) return;
  const QRectF band(QPointF(room.left(), value_->coordToPixel(level.high)),
                    QPointF(room.right(), value_->coordToPixel(level.low)));
  QColor color = level.style.color;
  color.setAlpha(bandOpacity);
  painter.fillRect(band & room, color);
}

void TeacherLines::draw(QCPPainter* painter) {
  const QRectF room = value_->axisRect()->rect();
  painter->setFont(smallFont(parentPlot()->font()));
  const QFontMetricsF metrics(painter->font());
  double lowestLabel = room.top() - metrics.height() / 2;
  for (const TeacherLevel& level : levels_) drawBand(*painter, level, room);
  for (const TeacherLevel& level : levels_) {
    const double y = value_->coordToPixel(level.percent);
    painter->setPen(linePen(level.style.color, strokeScale(), {7, 5}, false));
    painter->drawLine(QLineF(room.left(), y, room.right(), y));
    // Beside its line, or as far below as the label of a higher one makes necessary.
    const double top = std::max(lowestLabel, y - metrics.height() / 2);
    painter->setPen(level.style.color);
    painter->drawText(QRectF(room.right() + 7, top, labelWidth() + 2, metrics.height()), Qt::AlignLeft, level.label);
    lowestLabel = top + metrics.height() + 1;
  }
}

}  // namespace zipper::plots
