// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/style/colors.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

void drawLetter(QPainter& painter, const QRectF& square, const QString& letter) {
  QFont font = painter.font();
  font.setPixelSize(qMax(6, int(square.height() * 0.62)));
  font.setBold(true);
  painter.setFont(font);
  painter.drawText(square, Qt::AlignCenter, letter);
}

/// One strand that parts into two: what a session holds.
void drawStrands(QPainter& painter, const QRectF& square) {
  const QPointF left(square.left() + 0.18 * square.width(), square.center().y()), fork = square.center();
  for (const double side : {-1.0, 1.0}) {
    QPainterPath path(left);
    path.lineTo(fork);
    const QPointF end(square.left() + 0.84 * square.width(), fork.y() + side * 0.25 * square.height());
    path.cubicTo(fork + QPointF(0.14 * square.width(), 0), end - QPointF(0.14 * square.width(), 0), end);
    painter.drawPath(path);
  }
}

void drawTriangle(QPainter& painter, const QRectF& square) {
  const auto at = [&](double x, double y) {
    return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
  };
  painter.drawPolygon(QPolygonF({at(0.3, 0.2), at(0.8, 0.5), at(0.3, 0.8)}));
}

}  // namespace

QColor textOn(const QColor& color) {
  return style::contrast(color, Qt::white) >= style::contrast(color, Qt::black) ? Qt::white : Qt::black;
}

void drawSign(QPainter& painter, const QRectF& square, const Sign& sign, const QPalette& palette) {
  if (sign.glyph == Glyph::None) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor badge = sign.glyph == Glyph::Task ? style::taskColor(sign.task, palette) : style::mergedColor(palette);
  const QColor ink = textOn(badge);
  const QColor text = painter.pen().color();
  painter.setPen(Qt::NoPen);
  if (sign.glyph == Glyph::Sample) {
    // It stands on a button that may have the badge's colour already.
    painter.setBrush(text);
    drawTriangle(painter, square);
    painter.restore();
    return;
  }
  painter.setBrush(badge);
  painter.drawRoundedRect(square, square.width() * 0.24, square.width() * 0.24);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, square.width() * 0.09, Qt::SolidLine, Qt::RoundCap));
  if (sign.glyph == Glyph::Session) drawStrands(painter, square);
  if (sign.glyph == Glyph::Task) drawLetter(painter, square, taskLetter(sign.task));
  painter.restore();
}

}  // namespace zipper
