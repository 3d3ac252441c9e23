// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/zipper_motif.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

/// Size of everything relative to the height.
double toothLength(const QWidget& widget) { return widget.height() * 0.12; }

}  // namespace

ZipperMotif::ZipperMotif(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("A zipper: two strands become one"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

double ZipperMotif::opening(double x) const {
  const double beyond = std::max(0.0, x - sliderX());
  const double share = std::min(1.0, beyond / std::max(1.0, width() - sliderX()));
  // Flat at the slider, steep in the middle, flat again at the end, as a cloth falls.
  const double smooth = share * share * (3 - 2 * share);
  return smooth * height() * 0.33;
}

void ZipperMotif::drawTape(QPainter& painter, int side) const {
  const double middle = height() / 2.0, depth = toothLength(*this) * 1.5;
  QPainterPath path;
  const auto inner = [&](double x) { return middle + side * opening(x); };
  path.moveTo(0, inner(0));
  for (int x = 0; x <= width(); x += 4) path.lineTo(x, inner(x));
  path.lineTo(width(), inner(width()));
  path.lineTo(width(), inner(width()) + side * depth);
  for (int x = width(); x >= 0; x -= 4) path.lineTo(x, inner(x) + side * depth);
  path.lineTo(0, inner(0) + side * depth);
  path.closeSubpath();
  QColor own = style::taskColor(side < 0 ? 0 : 1, palette()), merged = style::mergedColor(palette());
  own.setAlphaF(0.22F);
  merged.setAlphaF(0.22F);
  QLinearGradient gradient(0, 0, width(), 0);
  const double slider = sliderX() / std::max(1, width());
  gradient.setColorAt(0, merged);
  gradient.setColorAt(slider, merged);
  gradient.setColorAt(std::min(1.0, slider + 0.06), own);
  gradient.setColorAt(1, own);
  painter.fillPath(path, gradient);
}

void ZipperMotif::drawTeeth(QPainter& painter) const {
  const double length = toothLength(*this), thickness = length * 0.46, distance = length * 0.62;
  const std::array<QColor, 2> own{style::taskColor(0, palette()), style::taskColor(1, palette())};
  painter.setPen(Qt::NoPen);
  int index = 0;
  for (double x = distance / 2; x < width() + distance; x += distance, ++index) {
    const int side = index % 2 == 0 ? -1 : 1;
    const bool closed = x < sliderX();
    const double slope = side * (opening(x + 1) - opening(x - 1)) / 2;
    painter.setBrush(closed ? style::mergedColor(palette()) : own[side < 0 ? 0 : 1]);
    painter.save();
    painter.translate(x, height() / 2.0 + side * opening(x));
    painter.rotate(std::atan(slope) * 180 / M_PI);
    // A tooth reaches a little over the middle line, where the one beside it comes from the other side.
    const QRectF tooth(-thickness / 2, side < 0 ? -0.72 * length : -0.28 * length, thickness, length);
    painter.drawRoundedRect(tooth, thickness * 0.35, thickness * 0.35);
    painter.restore();
  }
}

void ZipperMotif::drawSlider(QPainter& painter) const {
  const double unit = toothLength(*this), middle = height() / 2.0, x = sliderX();
  const QColor metal = palette().color(QPalette::WindowText);
  QPainterPath body;  // narrow towards the closed side
  body.moveTo(x - 0.9 * unit, middle - 0.8 * unit);
  body.cubicTo(x, middle - 0.9 * unit, x + 0.5 * unit, middle - 1.35 * unit, x + 1.1 * unit, middle - 1.25 * unit);
  body.quadTo(x + 1.5 * unit, middle, x + 1.1 * unit, middle + 1.25 * unit);
  body.cubicTo(x + 0.5 * unit, middle + 1.35 * unit, x, middle + 0.9 * unit, x - 0.9 * unit, middle + 0.8 * unit);
  body.quadTo(x - 1.2 * unit, middle, x - 0.9 * unit, middle - 0.8 * unit);
  painter.setBrush(palette().color(QPalette::Window));
  painter.setPen(QPen(metal, std::max(1.5, unit * 0.13), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(body);
  QPainterPath tab;
  tab.addRoundedRect(QRectF(x + 0.1 * unit, middle - 0.3 * unit, 2.5 * unit, 0.6 * unit), 0.3 * unit, 0.3 * unit);
  tab.addEllipse(QPointF(x + 2.2 * unit, middle), 0.12 * unit, 0.12 * unit);
  painter.setBrush(metal);
  painter.setPen(Qt::NoPen);
  painter.drawPath(tab);
}

void ZipperMotif::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  drawTape(painter, -1);
  drawTape(painter, 1);
  drawTeeth(painter);
  drawSlider(painter);
}

}  // namespace zipper
