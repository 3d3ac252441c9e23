// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/odd_marks.h"

#include <array>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/stroke_scale.h"

namespace zipper::plots {

namespace {

constexpr double usualReach = 3;
constexpr double lanePitch = 9;
constexpr double nearest = 8;  ///< marks closer than this would only blacken each other

void drawMark(QPainter& painter, OddKind kind, double x, double y) {
  const double reach = usualReach * strokeScale();
  if (kind == OddKind::NotANumber) {
    painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach));
    painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach));
    return;
  }
  const double up = kind == OddKind::PlusInfinity ? 1 : -1;
  const std::array<QPointF, 3> triangle{QPointF(x - reach, y + up * reach), QPointF(x + reach, y + up * reach),
                                        QPointF(x, y - up * reach)};
  painter.drawPolygon(triangle.data(), int(triangle.size()));
}

}  // namespace

void drawOddMarks(QPainter& painter, const std::vector<OddValue>& odd, const QCPAxis& key, const QRect& place, int lane,
                  const QColor& color) {
  painter.setPen(QPen(color, 1.4 * strokeScale()));
  painter.setBrush(color);
  std::array<double, oddKinds> last;
  last.fill(-1e9);
  const double inset = (6 + lanePitch * lane) * strokeScale();
  for (const OddValue& value : odd) {
    const double x = key.coordToPixel(value.x);
    double& before = last[std::size_t(value.kind)];
    if (x - before < nearest * strokeScale()) continue;
    before = x;
    const bool atTop = value.kind == OddKind::NotANumber || value.kind == OddKind::PlusInfinity;
    drawMark(painter, value.kind, x, atTop ? place.top() + inset : place.bottom() - inset);
  }
}

}  // namespace zipper::plots
