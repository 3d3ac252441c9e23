// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/target_glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace zipper {

namespace {

/// Coordinates of 0...1 in a square.
class Canvas {
 public:
  Canvas(QPainter& painter, const QRectF& square) : painter_(painter), square_(square) {}

  QPointF at(double x, double y) const {
    return {square_.left() + x * square_.width(), square_.top() + y * square_.height()};
  }
  void line(double x1, double y1, double x2, double y2) { painter_.drawLine(at(x1, y1), at(x2, y2)); }
  void box(double left, double top, double right, double bottom, double radius) {
    const double round = radius * square_.width();
    painter_.drawRoundedRect(QRectF(at(left, top), at(right, bottom)), round, round);
  }
  void polyline(const QPolygonF& points) { painter_.drawPolyline(points); }
  void dot(double x, double y, double radius) {
    painter_.setBrush(painter_.pen().color());
    painter_.drawEllipse(at(x, y), radius * square_.width(), radius * square_.height());
    painter_.setBrush(Qt::NoBrush);
  }
  void text(const QString& letters) {
    QFont font = painter_.font();
    font.setPixelSize(qMax(6, int(square_.height() * 0.44)));
    font.setBold(true);
    painter_.setFont(font);
    painter_.drawText(square_, Qt::AlignCenter, letters);
  }

 private:
  QPainter& painter_;
  QRectF square_;
};

void drawPhone(Canvas canvas) {
  canvas.box(0.28, 0.06, 0.72, 0.94, 0.09);
  canvas.dot(0.5, 0.83, 0.04);
  canvas.line(0.28, 0.72, 0.72, 0.72);
}

void drawBrowser(Canvas canvas) {
  canvas.box(0.06, 0.14, 0.94, 0.86, 0.08);
  canvas.line(0.06, 0.34, 0.94, 0.34);
  for (const double x : {0.17, 0.29, 0.41}) canvas.dot(x, 0.24, 0.03);
}

/// A prompt that waits.
void drawPython(Canvas canvas) {
  canvas.box(0.06, 0.14, 0.94, 0.86, 0.08);
  for (const double x : {0.2, 0.38})
    canvas.polyline({{canvas.at(x, 0.36), canvas.at(x + 0.14, 0.5), canvas.at(x, 0.64)}});
  canvas.line(0.6, 0.64, 0.8, 0.64);
}

/// An arrow out of a box.
void drawOther(Canvas canvas) {
  canvas.polyline(
      {{canvas.at(0.5, 0.2), canvas.at(0.14, 0.2), canvas.at(0.14, 0.86), canvas.at(0.8, 0.86), canvas.at(0.8, 0.5)}});
  canvas.line(0.42, 0.58, 0.88, 0.12);
  canvas.polyline({{canvas.at(0.64, 0.12), canvas.at(0.88, 0.12), canvas.at(0.88, 0.36)}});
}

}  // namespace

void drawTargetSign(QPainter& painter, const QRectF& square, const std::string& target) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  QPen pen = painter.pen();
  pen.setWidthF(qMax(1.2, square.height() / 18));
  pen.setCapStyle(Qt::RoundCap);
  pen.setJoinStyle(Qt::RoundJoin);
  painter.setPen(pen);
  Canvas canvas(painter, square);
  if (target == "phone")
    drawPhone(canvas);
  else if (target == "browser")
    drawBrowser(canvas);
  else if (target == "python")
    drawPython(canvas);
  else if (target == "cpp")
    canvas.text(QStringLiteral("C++"));
  else
    drawOther(canvas);
  painter.restore();
}

}  // namespace zipper
