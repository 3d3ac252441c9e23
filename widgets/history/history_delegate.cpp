// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <vector>

#include "widgets/history/history_model.h"
#include "widgets/history/run_mark.h"
#include "widgets/style/colors.h"
#include "widgets/style/strands.h"

namespace zipper {

namespace {

using Mark = HistoryModel::Mark;

void paintTriangle(QPainter& painter, const QPointF& middle, qreal size, const QColor& color) {
  const QPointF corners[]{{middle.x() - size * 0.4, middle.y() - size * 0.5},
                          {middle.x() + size * 0.5, middle.y()},
                          {middle.x() - size * 0.4, middle.y() + size * 0.5}};
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(corners, 3);
}

/// A strand per task, as the layers of the teachers are drawn elsewhere.
void paintTeachers(QPainter& painter, const QRectF& area, const QStyleOptionViewItem& cell, int tasks) {
  const bool selected = cell.state & QStyle::State_Selected;
  std::vector<QColor> colors;
  for (int task = 0; task < tasks; ++task)
    colors.push_back(selected ? cell.palette.color(QPalette::HighlightedText) : style::taskColor(task, cell.palette));
  const qreal margin = area.width() * 0.14;
  style::paintStrands(painter, area.adjusted(margin, 0, -margin, 0), colors);
}

void paintMark(QPainter& painter, const QRect& room, const QModelIndex& index, const QStyleOptionViewItem& cell) {
  const bool selected = cell.state & QStyle::State_Selected;
  const QColor text = cell.palette.color(QPalette::HighlightedText);
  const int run = index.data(HistoryModel::RunRole).toInt();
  const QColor color = selected ? text : style::seriesColor(run, cell.palette);
  const QPointF middle = QRectF(room).center();
  const qreal size = room.height();
  switch (Mark(index.data(HistoryModel::MarkRole).toInt())) {
    case Mark::Teachers: {
      QRectF area(0, 0, size * 0.7, size * 0.7);
      area.moveCenter(middle);
      if (index.data(HistoryModel::IsCurrentRole).toBool())
        return paintTriangle(painter, middle, size * 0.85, selected ? text : cell.palette.color(QPalette::Text));
      return paintTeachers(painter, area, cell, index.data(HistoryModel::TasksRole).toInt());
    }
    case Mark::Run:
      return paintRunSwatch(painter, room, color);
    case Mark::Current:
      return paintTriangle(painter, middle, size * 0.85, color);
    case Mark::OnPath:
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawEllipse(middle, size * 0.23, size * 0.23);
      return;
    case Mark::Aside:
      painter.setPen(QPen(color, 1.3));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(middle, size * 0.21, size * 0.21);
      return;
  }
}

}  // namespace

void HistoryDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  if (Mark(index.data(HistoryModel::MarkRole).toInt()) == Mark::Aside)
    option->palette.setColor(QPalette::Text, style::mutedText(option->palette));
  if (index.column() != HistoryModel::Step) return;
  const int size = option->fontMetrics.height() - 2;
  option->features |= QStyleOptionViewItem::HasDecoration;  // keeps the room where paint() draws the mark
  option->decorationSize = QSize(size, size);
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  if (index.column() != HistoryModel::Step) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintMark(*painter, style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget), index, cell);
  painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 8};
}

}  // namespace zipper
