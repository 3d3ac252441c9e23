// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace zipper::style {

FlowLayout::FlowLayout(QWidget* parent, int horizontalSpacing, int verticalSpacing)
    : QLayout(parent), horizontal_(horizontalSpacing), vertical_(verticalSpacing) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(items_); }

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  for (const QLayoutItem* item : items_) width += item->sizeHint().width() + horizontal_;
  const QMargins margins = contentsMargins();
  return QSize(width + margins.left() + margins.right(), minimumSize().height());
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
  return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowLayout::arrange(const QRect& outer, bool move) const {
  const QMargins margins = contentsMargins();
  const QRect rect = outer.marginsRemoved(margins);
  int x = rect.x(), y = rect.y(), lineHeight = 0;
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;  // hidden: no gap for it
    QSize size = item->sizeHint();
    size.setWidth(
        std::clamp(rect.width(), item->minimumSize().width(), std::max(item->minimumSize().width(), size.width())));
    if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
      x = rect.x();
      y += lineHeight + vertical_;
      lineHeight = 0;
    }
    if (lastAtRight_ && item == items_.last() && x > rect.x()) x = rect.x() + rect.width() - size.width();
    if (move) item->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + horizontal_;
    lineHeight = std::max(lineHeight, size.height());
  }
  return y + lineHeight - rect.y() + margins.top() + margins.bottom();
}

}  // namespace zipper::style
