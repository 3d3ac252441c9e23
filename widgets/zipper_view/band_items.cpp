// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/band_items.h"

#include <QPainter>
#include <cmath>

#include "widgets/style/terms.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

namespace {
constexpr double barWidth = 14;
}

QRectF ColumnItem::placeIn(const ZipperGeometry& geometry) const {
  return geometry.columnRect(column_).adjusted(-2, -2, 2, 2);
}

void ColumnItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const bool selected = picture().selected == column_;
  if (!selected && picture().hovered != column_) return;
  const QColor tint = selected ? theme().highlight : theme().text;
  painter->setBrush(blended(theme().background, tint, selected ? 0.13 : 0.05));
  painter->setPen(selected ? QPen(theme().highlight, picture().focused ? 2.6 : 1.2) : QPen(Qt::NoPen));
  painter->drawRoundedRect(picture().geometry.columnRect(column_), 7, 7);
}

QRectF MismatchItem::placeIn(const ZipperGeometry& geometry) const { return geometry.barsRect(task_); }

void MismatchItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty()) return;
  for (int layer = 1; layer <= picture().geometry.layers(); ++layer) {
    if (std::isinf(picture().mismatch[std::size_t(task_)][std::size_t(layer)])) {
      paintDivergence(*painter, layer);
    } else {
      paintBar(*painter, layer);
    }
  }
}

void MismatchItem::paintBar(QPainter& painter, int layer) const {
  const QRectF band = boundingRect();
  const double length = picture().mismatchShare(task_, layer) * band.height();
  if (length <= 0) return;
  const double top = picture().geometry.isAbove(task_) ? band.bottom() - length : band.top();
  const QRectF bar(picture().geometry.columnX(layer) - barWidth / 2, top, barWidth, length);
  painter.fillRect(bar, blended(theme().background, theme().task(task_), 0.85));
}

/// A cross instead of a bar: there is no length for infinity.
void MismatchItem::paintDivergence(QPainter& painter, int layer) const {
  constexpr double arm = 6;
  const QPointF middle(picture().geometry.columnX(layer), boundingRect().center().y());
  painter.setPen(QPen(theme().error, 3, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
  painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

QRectF BandItem::placeIn(const ZipperGeometry& geometry) const {
  const QRectF band = geometry.bandRect(task_).adjusted(0, -8, 0, 8);
  return picture().needsCues() ? band : band.united(geometry.bandWordRect(task_));
}

void BandItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const ZipperGeometry& geometry = picture().geometry;
  const QRectF band = geometry.bandRect(task_);
  const QRectF bars = geometry.barsRect(task_);
  const bool above = geometry.isAbove(task_);
  const double base = above ? band.bottom() : band.top(), full = above ? band.top() : band.bottom();
  const double left = bars.left(), right = bars.right();
  painter->setPen(QPen(blended(theme().grid, theme().muted, 0.25), 1.2));
  painter->drawLine(QPointF(left, base), QPointF(right, base));
  QPen dotted(blended(theme().grid, theme().muted, 0.25), 1);
  dotted.setDashPattern({2, 4});
  painter->setPen(dotted);
  painter->drawLine(QPointF(left, full), QPointF(right, full));
  if (picture().needsCues()) {  // lanes too low for words
    const double line = 18 * theme().textScale;
    const QRectF letter(band.left() + 4, band.center().y() - line / 2, left - band.left() - 8, line);
    painter->setPen(theme().task(task_));
    drawFittedText(*painter, letter, Qt::AlignRight | Qt::AlignVCenter, taskLetter(task_), theme().label(13, true));
  } else if (!picture().legendNamesMismatch()) {
    painter->setPen(theme().muted);
    drawFittedText(*painter, geometry.bandWordRect(task_), Qt::AlignLeft | Qt::AlignVCenter,
                   ZipperTexts::tr("mismatch"), theme().label(13));
  }
  paintScale(*painter);
}

/// What a full bar stands for; prominent if the bars of the step before had another scale.
void BandItem::paintScale(QPainter& painter) const {
  const bool isNew = picture().scaleIsNew;
  const QFont font = theme().label(12, isNew);
  painter.setPen(isNew ? theme().text : theme().muted);
  drawFittedText(painter, picture().geometry.fullBarRect(task_), Qt::AlignLeft | Qt::AlignVCenter, scaleText(picture()),
                 font);
  if (picture().hasBars() && !picture().legendNamesFullBar())
    drawFittedText(painter, picture().geometry.fullBarWordRect(task_), Qt::AlignLeft | Qt::AlignVCenter,
                   ZipperTexts::tr("full bar"), font);
}

}  // namespace zipper
