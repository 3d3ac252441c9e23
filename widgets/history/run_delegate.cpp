// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/run_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include "widgets/history/run_mark.h"
#include "widgets/history/run_table_model.h"
#include "widgets/style/colors.h"

namespace zipper {

void RunDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  const int size = option->fontMetrics.height() - 2;
  option->features |= QStyleOptionViewItem::HasDecoration;  // keeps the room where paint() draws the swatch
  option->decorationSize = QSize(size, size);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  const bool selected = cell.state & QStyle::State_Selected;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintRunSwatch(*painter, style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget),
                 selected ? cell.palette.color(QPalette::HighlightedText)
                          : style::seriesColor(index.data(RunTableModel::RunRole).toInt(), cell.palette));
  painter->restore();
}

}  // namespace zipper
