// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/label_items.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "widgets/zipper_view/block_painter.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

namespace {
constexpr double chipWidth = 30;
constexpr int largest = 17, smallest = 9;  ///< titles, in scene units
}  // namespace

void HeaderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty()) return;
  const QRectF rect = boundingRect();
  if (!picture().isLayer(column_)) {
    painter->setPen(theme().muted);
    const QString text = column_ == 0 ? ZipperTexts::tr("stem") : ZipperTexts::tr("head");
    drawFittedText(*painter, rect, Qt::AlignCenter, text, theme().label(14));
    return;
  }
  const LayerState state = picture().layer(column_).state;
  const double width = std::min(chipWidth * theme().textScale, rect.width() - 4);
  const QRectF chip(rect.center().x() - width / 2, rect.top() + 1.5, width, rect.height() - 3);
  const bool filled = state == LayerState::Merged || state == LayerState::InWork;
  const QColor color = state == LayerState::InWork ? theme().work : theme().merged;
  QPen outline(filled ? color : blended(theme().background, theme().muted, 0.7), 1.4);
  if (state == LayerState::LeftOut) outline.setDashPattern({3, 2.2});
  painter->setPen(outline);
  painter->setBrush(filled ? color : theme().background);
  painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
  painter->setPen(filled ? theme().background : state == LayerState::LeftOut ? theme().muted : theme().text);
  drawFittedText(*painter, chip, Qt::AlignCenter, QString::number(column_), theme().label(15, true));
}

void ShapeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const ShapeText text = shapeText(picture(), column_);
  const QRectF rect = boundingRect().adjusted(2, 0, -2, 0);
  QRectF upper = rect, lower = rect;
  upper.setHeight(rect.height() / 2);
  lower.setTop(upper.bottom());
  painter->setPen(theme().text);
  const bool adds = picture().isLayer(column_) && !picture().empty() && picture().layer(column_).addsInput();
  drawFittedText(*painter, upper, Qt::AlignCenter, adds ? text.channels + QStringLiteral(" +") : text.channels,
                 theme().label(15, true));
  painter->setPen(theme().muted);
  drawFittedText(*painter, lower, Qt::AlignCenter, text.resolution, theme().label(14));
}

QRectF TitleItem::placeIn(const ZipperGeometry& geometry) const {
  const double height = geometry.titleHeight(), top = geometry.titleTop(task_, picture().closed[0]);
  const double left = geometry.bodyRect().left() + 4;
  // Clear of the frame of a selected layer; in a small view, where they could not be read there, above the low blocks
  // of the first layers as well.
  const double clear = geometry.columnRect(1).left() - 3 - left;
  const double most = geometry.columnRect(std::min(4, geometry.head())).left() - 3 - left;
  const bool small = theme().textScale > 1.2;
  return {left, top, small ? std::clamp(widestTitle(), clear, most) : clear, height};
}

void TitleItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (task_ >= picture().titles.size()) return;
  painter->setPen(theme().task(task_));
  drawHaloedText(*painter, boundingRect(), Qt::AlignLeft | Qt::AlignVCenter, picture().titles[task_], font(),
                 theme().background);
}

double TitleItem::widestTitle() const {
  const QFontMetricsF metrics(theme().label(largest, true));
  double widest = 1;
  for (const QString& title : picture().titles) widest = std::max(widest, metrics.horizontalAdvance(title) + 1);
  return widest;
}

QFont TitleItem::font() const {
  constexpr double lineHeight = 1.25;  // of a letter's
  const double share = boundingRect().width() / widestTitle();
  QFont font = theme().label(std::clamp(int(largest * share), smallest, largest), true);
  font.setPixelSize(std::min(font.pixelSize(), int(boundingRect().height() / lineHeight)));
  return font;
}

void HintItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  painter->setPen(theme().muted);
  drawFittedText(*painter, boundingRect().adjusted(30, 0, -30, 0), Qt::AlignCenter, emptyText(), theme().label(22));
}

}  // namespace zipper
