// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/key_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "widgets/style/task_cues.h"

namespace zipper {

namespace {
constexpr double keyEntryGap = 22;
constexpr double markerShare = 3.6;  ///< of the marker's radius: from its left to the title
}  // namespace

int KeyItem::titles() const { return std::min(int(picture().titles.size()), picture().tasks()); }

double KeyItem::entryWidth(int task, double widest) const {
  const double title = QFontMetricsF(font()).horizontalAdvance(picture().titles[task]) + 2;
  return markerShare * keyMarker() + std::min(title, widest);
}

double KeyItem::lineWidth(int first, const Layout& layout) const {
  double width = -keyEntryGap;
  for (int task = first; task < std::min(first + layout.perLine, titles()); ++task)
    width += entryWidth(task, layout.widest) + keyEntryGap;
  return width;
}

bool KeyItem::fits(const Layout& layout) const {
  for (int first = 0; first < titles(); first += layout.perLine)
    if (lineWidth(first, layout) > boundingRect().width()) return false;
  return true;
}

KeyItem::Layout KeyItem::layout() const {
  constexpr double narrowest = 20;
  const int most = picture().geometry.keyLines();
  Layout layout;
  layout.widest = boundingRect().width();
  for (layout.lines = 1; layout.lines <= most; ++layout.lines) {
    layout.perLine = (titles() + layout.lines - 1) / layout.lines;
    if (fits(layout)) return layout;
  }
  layout.lines = most;
  while (layout.widest > narrowest && !fits(layout)) layout.widest *= 0.98;
  return layout;
}

void KeyItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  if (picture().empty() || titles() == 0) return;
  const Layout layout = this->layout();
  const double height = boundingRect().height() / picture().geometry.keyLines();
  double top = boundingRect().center().y() - layout.lines * height / 2;
  for (int first = 0; first < titles(); first += layout.perLine, top += height) {
    double x = boundingRect().center().x() - lineWidth(first, layout) / 2;
    for (int task = first; task < std::min(first + layout.perLine, titles()); ++task) {
      const double width = entryWidth(task, layout.widest);
      paintEntry(*painter, QRectF(x, top, width, height), task);
      x += width + keyEntryGap;
    }
  }
}

void KeyItem::paintEntry(QPainter& painter, const QRectF& rect, int task) const {
  const double radius = keyMarker();
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme().task(task));
  painter.drawPath(style::taskMarker(task, {rect.left() + 1.3 * radius, rect.center().y()}, radius));
  painter.setPen(theme().task(task));
  painter.setFont(font());
  const QRectF words = rect.adjusted(markerShare * radius, 0, 1, 0);
  const QString title = QFontMetricsF(font()).elidedText(picture().titles[task], Qt::ElideRight, words.width());
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
}

}  // namespace zipper
