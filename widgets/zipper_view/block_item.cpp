// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/block_item.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/style/percent.h"
#include "widgets/style/terms.h"
#include "widgets/zipper_view/block_painter.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

QRectF BlockItem::placeIn(const ZipperGeometry& geometry) const {
  const QRectF body = geometry.bodyRect();
  return {geometry.columnX(column_) - geometry.pitch() / 2, body.top(), geometry.pitch(), body.height()};
}

QRectF BlockItem::rectAt(double middle, double height) const {
  const double width = picture().geometry.blockWidth();
  return {picture().geometry.columnX(column_) - width / 2, middle - height / 2, width, height};
}

QRectF BlockItem::blockRect(int task) const {
  const ZipperGeometry& geometry = picture().geometry;
  const double offset = geometry.strandOffset(picture().closed[std::size_t(column_)], task);
  return rectAt(geometry.sideY(task, offset), picture().blockHeight(column_, task));
}

QRectF BlockItem::sharedRect() const {
  return rectAt(picture().geometry.axisY(), picture().sharedBlockHeight(column_));
}

void BlockItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty()) return;
  picture().isLayer(column_) ? paintLayer(*painter) : paintEnds(*painter);
}

/// Stem and head: filled in the task's colour and round, for no step merges them; the stem of a trunk looks merged.
void BlockItem::paintEnds(QPainter& painter) const {
  const double together = picture().togetherShare(column_);
  for (int task = 0; task < picture().tasks() && together < 1; ++task) {
    const QRectF rect = blockRect(task);
    const QColor color = theme().task(task);
    const double radius = std::min(rect.height() / 2, 9.0);
    paintArrow(painter, rect, color);
    painter.setPen(QPen(color, 2));
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
    if (picture().needsCues() && together <= 0) paintLetter(painter, rect, task);
  }
  if (together <= 0) return;
  painter.setOpacity(together);
  paintArrow(painter, sharedRect(), theme().merged);
  BlockLook look;
  look.state = LayerState::Merged;
  paintBlock(painter, sharedRect(), look, theme());
}

void BlockItem::paintLetter(QPainter& painter, const QRectF& rect, int task) const {
  painter.setPen(theme().background);
  drawFittedText(painter, rect.adjusted(0, -4, 0, 4), Qt::AlignCenter, taskLetter(task), theme().sized(13, true));
}

/// The way into the stem and out of the head.
void BlockItem::paintArrow(QPainter& painter, const QRectF& rect, const QColor& color) const {
  const double outer = column_ == 0 ? rect.left() - 10 : rect.right() + 11, y = rect.center().y();
  painter.setPen(QPen(color, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawLine(QPointF(column_ == 0 ? rect.left() : rect.right(), y), QPointF(outer, y));
  if (column_ != 0) {
    painter.drawLine(QPointF(outer, y), QPointF(outer - 4.5, y - 4.5));
    painter.drawLine(QPointF(outer, y), QPointF(outer - 4.5, y + 4.5));
  }
}

void BlockItem::paintLayer(QPainter& painter) const {
  const double together = picture().togetherShare(column_);
  BlockLook look;
  look.state = picture().layer(column_).state;
  look.progress = picture().progress;
  look.phase = picture().phase;
  // A merged layer that still closes shows its blocks on the way to the middle.
  if (look.state == LayerState::Merged) look.state = LayerState::Separate;
  for (int task = 0; task < picture().tasks() && together < 1; ++task) {
    look.color = theme().task(task);
    paintBlock(painter, blockRect(task), look, theme());
  }
  if (look.state == LayerState::InWork) paintProgress(painter);
  if (together > 0) {
    painter.setOpacity(together);
    look.state = LayerState::Merged;
    paintBlock(painter, sharedRect(), look, theme());
  }
  if (picture().numbered) paintNumbers(painter, together > 0.5);
}

/// For those who zoomed in so far that the numbers above the columns are out of sight.
void BlockItem::paintNumbers(QPainter& painter, bool merged) const {
  const bool work = picture().layer(column_).state == LayerState::InWork;
  for (int task = 0; task < (merged ? 1 : picture().tasks()); ++task) {
    const QRectF block = merged ? sharedRect() : blockRect(task);
    const QFont font = theme().sized(std::clamp(int(block.height()) - 1, 1, 14), true);
    if (work) {  // calm ground on the hatching
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme().background);
      painter.drawRoundedRect(QRectF(block.center() - QPointF(10.5, 8), QSizeF(21, 16)), 4, 4);
    }
    painter.setPen(merged ? theme().background : work ? theme().work : theme().text);
    drawFittedText(painter, block.adjusted(1, -4, -1, 4), Qt::AlignCenter, QString::number(column_), font);
  }
}

void BlockItem::paintProgress(QPainter& painter) const {
  if (picture().progress < 0) return;
  const int percent = std::clamp(int(std::floor(picture().progress * 100)), 0, 100);
  const ZipperGeometry& geometry = picture().geometry;
  const double width = std::min(36 * theme().textScale, geometry.pitch() - 2), height = 20 * theme().textScale;
  const QRectF rect(geometry.columnX(column_) - width / 2 + 1, geometry.axisY() - height / 2, width, height);
  painter.setPen(theme().work);
  const QString text = style::withPercent(QLocale().toString(percent));
  drawFittedText(painter, rect, Qt::AlignCenter, text, theme().label(13, true));
}

}  // namespace zipper
