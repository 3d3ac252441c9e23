// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/block_painter.h"

#include <QLineF>
#include <QVector>
#include <QtMath>
#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

constexpr double rounding = 3.5;
constexpr double hatchSpacing = 7;

/// Rising lines, cut at the rectangle: neither pattern brushes nor clipping survive in an SVG.
QVector<QLineF> hatching(const QRectF& rect, double phase) {
  QVector<QLineF> lines;
  for (double x = rect.left() - rect.height() + phase * hatchSpacing; x < rect.right(); x += hatchSpacing) {
    const double from = std::max(x, rect.left()), to = std::min(x + rect.height(), rect.right());
    if (from < to) lines << QLineF(from, rect.bottom() - (from - x), to, rect.bottom() - (to - x));
  }
  return lines;
}

void paintInWork(QPainter& painter, const QRectF& rect, const BlockLook& look, const ZipperTheme& theme) {
  const double pulse = 0.5 - 0.5 * std::cos(2 * M_PI * look.phase);
  painter.setPen(Qt::NoPen);
  painter.setBrush(blended(theme.background, theme.work, 0.12 + 0.14 * pulse));
  painter.drawRoundedRect(rect, rounding, rounding);
  QRectF done = rect;
  done.setWidth(rect.width() * std::clamp(look.progress, 0.0, 1.0));
  painter.setBrush(blended(theme.background, theme.work, 0.5));
  if (done.width() > 0) painter.drawRoundedRect(done, rounding, rounding);
  painter.setPen(QPen(blended(theme.background, theme.work, 0.8), 1.3));
  painter.drawLines(hatching(rect.adjusted(1.5, 1.5, -1.5, -1.5), look.phase));
  painter.setPen(QPen(theme.work, 2 + 0.8 * pulse));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(rect, rounding, rounding);
}

}  // namespace

void paintBlock(QPainter& painter, const QRectF& rect, const BlockLook& look, const ZipperTheme& theme) {
  switch (look.state) {
    case LayerState::InWork:
      paintInWork(painter, rect, look, theme);
      return;
    case LayerState::Merged:
      painter.setPen(QPen(theme.merged, 2));
      painter.setBrush(theme.merged);
      break;
    case LayerState::Separate:
      painter.setPen(QPen(look.color, 2));
      painter.setBrush(blended(theme.background, look.color, 0.16));
      break;
    case LayerState::LeftOut:
      painter.setPen(QPen(blended(theme.background, look.color, 0.8), 1.5, Qt::CustomDashLine));
      painter.setBrush(theme.background);
      break;
  }
  if (look.state == LayerState::LeftOut) {
    QPen pen = painter.pen();
    pen.setDashPattern({3, 2.2});
    painter.setPen(pen);
  }
  painter.drawRoundedRect(rect, rounding, rounding);
}

}  // namespace zipper
