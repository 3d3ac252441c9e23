// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/interval_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/task_cues.h"
#include "widgets/summary/task_table_model.h"

namespace zipper {

namespace {

constexpr double side = 8;  ///< pixels that stay free at either end
constexpr int leastLetters = 12;

QColor inkOf(const QStyleOptionViewItem& option, const QColor& usual) {
  return option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText) : usual;
}

void paintWhisker(QPainter& painter, double low, double high, double y, const QColor& color) {
  constexpr double tick = 2.5;
  painter.setPen(QPen(color, 1.4));
  painter.drawLine(QPointF(low, y), QPointF(high, y));
  painter.drawLine(QPointF(low, y - tick), QPointF(low, y + tick));
  painter.drawLine(QPointF(high, y - tick), QPointF(high, y + tick));
}

void paintMarks(QPainter& painter, const QRectF& room, const IntervalMarks& marks, const QColor& teacher,
                const QColor& merged, const QColor& hole) {
  const QRectF area = room.adjusted(side, 0, -side, 0);
  const auto at = [&area](double place) { return area.left() + place * area.width(); };
  const double radius = std::clamp(area.height() / 6, 2.5, 6.0), off = radius + 0.5;
  const double above = area.center().y() - (marks.hasMerged ? off : 0), below = area.center().y() + off;
  if (marks.hasTeacher) {
    paintWhisker(painter, at(marks.teacherLow), at(marks.teacherHigh), above, teacher);
    painter.setBrush(hole);
    painter.drawEllipse(QPointF(at(marks.teacher), above), radius, radius);
  }
  if (marks.hasMerged) {
    paintWhisker(painter, at(marks.mergedLow), at(marks.mergedHigh), below, merged);
    painter.setBrush(merged);
    painter.drawEllipse(QPointF(at(marks.merged), below), radius, radius);
  }
}

}  // namespace

void IntervalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const auto marks = index.data(TaskTableModel::MarksRole).value<IntervalMarks>();
  const bool selected = option.state & QStyle::State_Selected;
  const QColor hole = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
  paintMarks(*painter, option.rect, marks, inkOf(option, style::taskColor(marks.task, option.palette)),
             inkOf(option, style::mergedColor(option.palette)), hole);
  painter->restore();
}

QSize IntervalDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QSize usual = QStyledItemDelegate::sizeHint(option, index);
  return {leastLetters * option.fontMetrics.averageCharWidth(), usual.height()};
}

void TaskTitleDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  const int size = option->fontMetrics.height() * 3 / 4;
  option->features |= QStyleOptionViewItem::HasDecoration;  // keeps the room where paint() draws the marker
  option->decorationSize = QSize(size, size);
  option->textElideMode = Qt::ElideMiddle;
}

void TaskTitleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  const QRectF room = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(inkOf(cell, style::taskColor(index.row(), cell.palette)));
  painter->drawPath(style::taskMarker(index.row(), room.center(), room.height() * 0.36));
  painter->restore();
}

}  // namespace zipper
