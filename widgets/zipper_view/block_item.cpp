// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/block_item.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/zipper_view/block_painter.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

namespace {
constexpr double blockWidth = 28;
}

QRectF BlockItem::placeIn(const ZipperGeometry& geometry) const {
  const QRectF body = geometry.bodyRect();
  return {geometry.columnX(column_) - geometry.pitch() / 2, body.top(), geometry.pitch(), body.height()};
}

QRectF BlockItem::blockRect(double offset, int task) const {
  const double height = picture().blockHeight(column_, task);
  const double middle = picture().geometry.axisY() + (task == 0 ? -offset : offset);
  return {picture().geometry.columnX(column_) - blockWidth / 2, middle - height / 2, blockWidth, height};
}

void BlockItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty()) return;
  picture().isLayer(column_) ? paintLayer(*painter) : paintEnds(*painter);
}

/// Stem and head: filled in the task's colour and round, for no step merges them; the stem of a trunk looks merged.
void BlockItem::paintEnds(QPainter& painter) const {
  const double offset = picture().geometry.strandOffset(picture().closed[std::size_t(column_)]);
  const double together = picture().togetherShare(column_);
  for (int task = 0; task < 2 && together < 1; ++task) {
    const QRectF rect = blockRect(offset, task);
    const QColor color = theme().tasks[std::size_t(task)];
    const double radius = std::min(rect.height() / 2, 9.0);
    paintArrow(painter, rect, color);
    painter.setPen(QPen(color, 2));
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
  }
  if (together <= 0) return;
  painter.setOpacity(together);
  paintArrow(painter, blockRect(0, 0), theme().merged);
  BlockLook look;
  look.state = LayerState::Merged;
  paintBlock(painter, blockRect(0, 0), look, theme());
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
  const double closed = picture().closed[std::size_t(column_)];
  const double offset = picture().geometry.strandOffset(closed), together = picture().togetherShare(column_);
  BlockLook look;
  look.state = picture().layer(column_).state;
  look.progress = picture().progress;
  look.phase = picture().phase;
  // A merged layer that still closes shows its two blocks on the way to the middle.
  if (look.state == LayerState::Merged) look.state = LayerState::Separate;
  for (int task = 0; task < 2 && together < 1; ++task) {
    look.color = theme().tasks[std::size_t(task)];
    paintBlock(painter, blockRect(offset, task), look, theme());
  }
  if (look.state == LayerState::InWork) paintProgress(painter);
  if (together > 0) {
    painter.setOpacity(together);
    look.state = LayerState::Merged;
    paintBlock(painter, blockRect(0, 0), look, theme());
  }
  if (picture().numbered) paintNumbers(painter, together > 0.5);
}

/// For those who zoomed in so far that the numbers above the columns are out of sight.
void BlockItem::paintNumbers(QPainter& painter, bool merged) const {
  const bool work = picture().layer(column_).state == LayerState::InWork;
  const double offset = merged ? 0 : picture().geometry.strandOffset(picture().closed[std::size_t(column_)]);
  for (int task = 0; task < (merged ? 1 : 2); ++task) {
    const QRectF block = blockRect(offset, task);
    const QFont font = theme().sized(std::min(14, int(block.height()) - 1), true);
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
  const QRectF rect(picture().geometry.columnX(column_) - 17, picture().geometry.axisY() - 10, 36, 20);
  painter.setPen(theme().work);
  drawFittedText(painter, rect, Qt::AlignCenter, ZipperTexts::tr("%1 %").arg(percent), theme().label(13, true));
}

}  // namespace zipper
