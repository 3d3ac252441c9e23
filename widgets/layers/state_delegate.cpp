// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/state_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "widgets/layers/layer_table_model.h"
#include "widgets/style/colors.h"
#include "widgets/style/strands.h"

namespace zipper {

namespace {

constexpr int margin = 8;  ///< pixels in front of the shape: the column to the left is flush right

/// Colours of the shapes; on a selected row all take the colour of its text.
struct Inks {
  std::vector<QColor> tasks;
  QColor merged, work, muted;
};

Inks inksOf(const QStyleOptionViewItem& option, int tasks) {
  const QPalette& palette = option.palette;
  if (option.state & QStyle::State_Selected) {
    const QColor text = palette.color(QPalette::HighlightedText);
    return {std::vector<QColor>(std::size_t(tasks), text), text, text, text};
  }
  Inks inks{{}, style::mergedColor(palette), style::workColor(palette), style::mutedText(palette)};
  for (int task = 0; task < tasks; ++task) inks.tasks.push_back(style::taskColor(task, palette));
  return inks;
}

void paintDiamond(QPainter& painter, const QRectF& area, const QColor& color) {
  const QPointF middle = area.center();
  const QPointF corners[]{{middle.x(), area.top() - 1},
                          {area.right() + 1, middle.y()},
                          {middle.x(), area.bottom() + 1},
                          {area.left() - 1, middle.y()}};
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(corners, 4);
}

void paintOutline(QPainter& painter, const QRectF& area, const QColor& color) {
  painter.setPen(QPen(color, 1.3));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(area.adjusted(1, 1, -1, -1));
  painter.drawLine(area.bottomLeft() + QPointF(2.2, -2.2), area.topRight() + QPointF(-2.2, 2.2));
}

void paintState(QPainter& painter, const QRectF& area, int state, const Inks& inks) {
  if (state < 0)
    return style::paintStrands(painter, area.adjusted(2, 1, -2, -1),
                               std::vector<QColor>(inks.tasks.size(), inks.muted));
  switch (LayerState(state)) {
    case LayerState::Separate:
      return style::paintStrands(painter, area, inks.tasks);
    case LayerState::Merged:
      painter.setPen(Qt::NoPen);
      painter.setBrush(inks.merged);
      painter.drawEllipse(area);
      return;
    case LayerState::InWork:
      return paintDiamond(painter, area, inks.work);
    case LayerState::LeftOut:
      return paintOutline(painter, area, inks.muted);
  }
}

}  // namespace

void StateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  const int size = option->fontMetrics.height() - 2;
  option->features |= QStyleOptionViewItem::HasDecoration;  // keeps the room where paint() draws the shape
  option->decorationSize = QSize(size + margin, size);
}

void StateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  const QRectF room = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget);
  const qreal side = room.height() * 0.78;
  QRectF area(0, 0, side, side);
  area.moveCenter(QRectF(room.adjusted(margin, 0, 0, 0)).center());
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintState(*painter, area, index.data(LayerTableModel::StateRole).toInt(),
             inksOf(cell, index.data(LayerTableModel::TasksRole).toInt()));
  painter->restore();
}

}  // namespace zipper
