#include "widgets/style/column_fit.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <algorithm>
#include <numeric>

namespace zipper::style {

namespace {

constexpr int breathing = 12;  ///< pixels between the contents of neighbouring columns

}  // namespace

ColumnFit::ColumnFit(QAbstractItemView* view, QHeaderView* header) : QObject(view), view_(view), header_(header) {
  header_->setStretchLastSection(false);
  view_->viewport()->installEventFilter(this);
  connect(header_, &QHeaderView::sectionResized, this, [this] {
    if (!spreading_ && QGuiApplication::mouseButtons() != Qt::NoButton) byHand_ = true;
  });
}

void ColumnFit::fit() {
  if (byHand_) return;
  contents_.clear();
  for (int column = 0; column < header_->count(); ++column)
    contents_.push_back(std::max(view_->sizeHintForColumn(column), header_->sectionSizeHint(column)) + breathing);
  spread();
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) spread();
  return QObject::eventFilter(watched, event);
}

void ColumnFit::spread() {
  if (byHand_ || contents_.empty() || int(contents_.size()) != header_->count()) return;
  spreading_ = true;
  const int room = std::max(0, view_->viewport()->width() - std::accumulate(contents_.begin(), contents_.end(), 0));
  const int columns = int(contents_.size());
  for (int column = 0; column < columns; ++column)  // the pixels that don't divide go to the first columns
    header_->resizeSection(column, contents_[std::size_t(column)] + room / columns + (column < room % columns ? 1 : 0));
  spreading_ = false;
}

}  // namespace zipper::style
