// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/class_bars.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/changes/changes_content.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int barGap = 8, barMargin = 4;
constexpr int leastNames = 8;  ///< in average characters: with less room for names there are no bars

void paintShare(QPainter& painter, const QRectF& track, double share, const QColor& color, const QColor& ground) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(track, 2, 2);
  painter.setBrush(color);
  const double width = std::clamp(share, 0.0, 1.0) * track.width();
  if (width >= 1) painter.drawRoundedRect(QRectF(track.x(), track.y(), width, track.height()), 2, 2);
}

QString sharesText(const ClassChange& change) {
  return ClassDelegate::tr("%1 → %2", "accuracy of teacher, of merged network")
      .arg(shareText(change.teacher.share), shareText(change.merged.share));
}

QString movedText(const ClassChange& change) {
  return ClassDelegate::tr("%1 lost, %2 won").arg(change.lost).arg(change.won);
}

}  // namespace

void ClassModel::setChanges(ShownChangesPtr changes) {
  beginResetModel();
  changes_ = std::move(changes);
  rows_.clear();
  if (changes_) rows_ = mostChanged(changes_->changes.classes, changes_->changes.classes.size());
  longestNumbers_.clear();
  for (const ClassChange& row : rows_)
    for (const QString& text : {sharesText(row), movedText(row)})
      if (text.size() > longestNumbers_.size()) longestNumbers_ = text;
  endResetModel();
}

QString ClassModel::nameAt(int row) const { return nameOfOutput(changes_->answers, at(row).label); }

QVariant ClassModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= int(rows_.size())) return {};
  if (role == Qt::DisplayRole) return nameAt(index.row());
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
    return classSentence(changes_->answers, at(index.row()));
  return {};
}

QSize ClassDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {160, 2 * option.fontMetrics.height() + 2 * barMargin};
}

/// Without bars: the name has what the numbers leave of the first line.
void ClassDelegate::paintTight(QPainter& painter, const QRect& room, const QFontMetrics& metrics, int row) const {
  const QString shares = sharesText(model_.at(row));
  const int names = std::max(0, room.width() - metrics.horizontalAdvance(shares) - barGap);
  painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(model_.nameAt(row), Qt::ElideRight, names));
  painter.drawText(room, Qt::AlignRight | Qt::AlignTop, shares);
}

void ClassDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  cell.text.clear();
  cell.showDecorationSelected = true;  // the ground of what is selected, not of its text alone
  const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  const ClassChange& change = model_.at(index.row());
  const bool selected = (cell.state & QStyle::State_Selected) != 0;
  const QColor text = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
  const QRect room = cell.rect.adjusted(6, barMargin, -6, -barMargin);
  const QFontMetrics metrics = cell.fontMetrics;
  // Of the longest of all rows, so that all bars have one scale.
  const int numbers = metrics.horizontalAdvance(model_.longestNumbers());
  const int names = std::max(30, (room.width() - numbers) / 2);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(text);
  if (names < leastNames * metrics.averageCharWidth()) {
    paintTight(*painter, room, metrics, index.row());
    if (!selected) painter->setPen(style::mutedText(cell.palette));
    painter->drawText(room, Qt::AlignRight | Qt::AlignBottom, movedText(change));
    painter->restore();
    return;
  }
  painter->drawText(QRect(room.left(), room.top(), names, room.height()), Qt::AlignLeft | Qt::AlignVCenter,
                    metrics.elidedText(model_.nameAt(index.row()), Qt::ElideRight, names));
  const QRect right(room.right() - numbers, room.top(), numbers + 1, room.height());
  painter->drawText(right, Qt::AlignRight | Qt::AlignTop, sharesText(change));
  if (!selected) painter->setPen(style::mutedText(cell.palette));
  painter->drawText(right, Qt::AlignRight | Qt::AlignBottom, movedText(change));
  const int left = room.left() + names + barGap, width = right.left() - barGap - left;
  if (width >= 10) {
    const QColor ground = style::gridColor(cell.palette);
    const double height = room.height() / 2.0;
    paintShare(*painter, QRectF(left, room.top() + 2, width, height - 4), change.teacher.share,
               style::taskColor(model_.task(), cell.palette), ground);
    paintShare(*painter, QRectF(left, room.top() + height + 2, width, height - 4), change.merged.share,
               style::mergedColor(cell.palette), ground);
  }
  painter->restore();
}

ClassBars::ClassBars(QWidget* parent) : QListView(parent), model_(new ClassModel(this)) {
  setModel(model_);
  setItemDelegate(new ClassDelegate(*model_, this));
  setUniformItemSizes(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setAccessibleName(tr("Classes"));
  setToolTip(
      tr("A class per row, those that changed most first. The upper bar is the teacher's accuracy, the lower one "
         "that of the merged network."));
  connect(this, &QListView::clicked, this,
          [this](const QModelIndex& index) { Q_EMIT chosen(model_->at(index.row()).label); });
}

void ClassBars::setChanges(ShownChangesPtr changes) {
  const int label = currentIndex().isValid() ? model_->at(currentIndex().row()).label : -1;
  model_->setChanges(std::move(changes));
  for (int row = 0; row < model_->rowCount(); ++row)
    if (model_->at(row).label == label) setCurrentIndex(model_->index(row));
}

void ClassBars::keyPressEvent(QKeyEvent* event) {
  const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (enters && currentIndex().isValid()) return Q_EMIT chosen(model_->at(currentIndex().row()).label);
  QListView::keyPressEvent(event);
}

}  // namespace zipper
