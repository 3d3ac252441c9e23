// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/column_fit.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStyleOptionHeader>
#include <algorithm>
#include <numeric>

namespace zipper::style {

namespace {

constexpr int breathing = 4;  ///< pixels between the contents of neighbouring columns where the view scrolls anyway

/// For a word or two with what stands before them, the current row's in bold.
int someLetters(const QAbstractItemView& view) {
  constexpr int letters = 14;
  QFont font = view.font();
  font.setBold(true);
  return letters * QFontMetrics(font).averageCharWidth();
}

}  // namespace

ColumnFit::ColumnFit(QAbstractItemView* view, QHeaderView* header, int elastic)
    : QObject(view), view_(view), header_(header), elastic_(elastic), narrowest_([view] {
        return someLetters(*view);
      }) {
  header_->setStretchLastSection(false);
  view_->viewport()->installEventFilter(this);
  connect(header_, &QHeaderView::sectionResized, this, [this] {
    if (!spreading_ && QGuiApplication::mouseButtons() != Qt::NoButton) byHand_ = true;
  });
  connect(header_, &QHeaderView::sortIndicatorChanged, this, &ColumnFit::fit);
}

void ColumnFit::fit() {
  if (byHand_) return;
  contents_.clear();
  for (int column = 0; column < header_->count(); ++column)
    contents_.push_back(
        header_->isSectionHidden(column) ? 0 : std::max(view_->sizeHintForColumn(column), titleWidth(column)));
  least_ = elastic_ == none ? 0 : narrowest_();
  spread();
}

/// QHeaderView keeps room for the sort indicator in all columns.
int ColumnFit::titleWidth(int column) const {
  QStyleOptionHeader option;
  option.initFrom(header_);
  option.section = column;
  option.text = header_->model()->headerData(column, Qt::Horizontal).toString();
  if (header_->isSortIndicatorShown() && header_->sortIndicatorSection() == column)
    option.sortIndicator = QStyleOptionHeader::SortDown;
  return header_->style()->sizeFromContents(QStyle::CT_HeaderSection, &option, {}, header_).width();
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) spread();
  return QObject::eventFilter(watched, event);
}

void ColumnFit::spread() {
  if (byHand_ || contents_.empty() || int(contents_.size()) != header_->count()) return;
  spreading_ = true;
  std::vector<int> widths = contents_;
  int room = view_->viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
  const int columns = int(widths.size()), visible = columns - header_->hiddenSectionCount();
  if (room < 0 && elastic_ != none) {
    int& width = widths[std::size_t(elastic_)];
    const int given = std::clamp(-room, 0, width - std::min(width, least_));
    width -= given;
    room += given;
  }
  if (room < 0) room = visible * breathing;
  for (int column = 0, place = 0; column < columns && room > 0; ++column)
    if (!header_->isSectionHidden(column))  // the pixels that don't divide go to the first columns
      widths[std::size_t(column)] += room / visible + (place++ < room % visible ? 1 : 0);
  for (int column = 0; column < columns; ++column)
    if (!header_->isSectionHidden(column)) header_->resizeSection(column, widths[std::size_t(column)]);
  spreading_ = false;
}

}  // namespace zipper::style
