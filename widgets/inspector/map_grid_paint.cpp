// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/overlay.h"
#include "widgets/style/colors.h"

namespace zipper {

const QImage& MapGrid::image(int panel, int channel) {
  QImage& image = images_[std::size_t(panel)][std::size_t(channel)];
  if (image.isNull()) {
    const ShownArray& array = arrays_[std::size_t(panel)];
    image = channelImage(*array.values, channel, array.scale, style::isDark(palette()));
  }
  return image;
}

void MapGrid::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
  if (arrays_.empty()) return;
  painter.setFont(smallFont());
  const int scrolled = verticalScrollBar()->value(), top = headerHeight();
  painter.save();
  painter.setClipRect(0, top, viewport()->width(), viewport()->height() - top);
  painter.translate(0, top - scrolled);
  const int end = layout_.endChannelAt(scrolled + viewport()->height());
  for (int channel = layout_.firstChannelAt(scrolled); channel < end; ++channel) paintUnit(painter, channel);
  painter.restore();
  if (cell_) paintCursor(painter);
  paintHeader(painter);
}

void MapGrid::paintUnit(QPainter& painter, int channel) {
  const bool pointedAt = cell_ && cell_->channel == channel;
  painter.setPen(pointedAt ? palette().color(QPalette::Text) : style::mutedText(palette()));
  painter.drawText(layout_.labelRect(channel), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                   QString::number(channel));
  for (int panel = 0; panel < int(arrays_.size()); ++panel) {
    const QRect rect = layout_.tileRect(channel, panel);
    if (channel >= arrays_[std::size_t(panel)].values->shape[0]) continue;
    painter.fillRect(rect, QBrush(style::errorColor(palette()), Qt::BDiagPattern));  // seen where a value is NaN
    painter.drawImage(rect, image(panel, channel));
    painter.setPen(style::gridColor(palette()));
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
  }
}

void MapGrid::paintCursor(QPainter& painter) {
  painter.save();
  painter.setClipRect(0, headerHeight(), viewport()->width(), viewport()->height() - headerHeight());
  for (int panel = 0; panel < int(arrays_.size()); ++panel)
    if (cell_->channel < arrays_[std::size_t(panel)].values->shape[0])
      paintCellFrame(painter, cellRect(*cell_, panel), palette(), hasFocus());
  painter.restore();
}

void MapGrid::paintHeader(QPainter& painter) {
  const int line = painter.fontMetrics().height(), height = headerHeight();
  painter.fillRect(0, 0, viewport()->width(), height, palette().color(QPalette::Base));
  const int panels = int(arrays_.size());
  const bool grouped = !arrays_.front().group.isEmpty();
  for (int column = 0; column < std::min(layout_.columns(), channels()); ++column)
    for (int panel = 0; panel < panels; ++panel) {
      const ShownArray& array = arrays_[std::size_t(panel)];
      QRect rect = layout_.tileRect(column, panel);
      rect = QRect(rect.x(), grouped ? 3 + line : 3, rect.width(), line);
      painter.setPen(sourceColor(array.source, array.task, palette()));
      painter.drawText(rect.adjusted(-2, 0, 2, 0), Qt::AlignCenter,
                       painter.fontMetrics().elidedText(array.title, Qt::ElideRight, rect.width() + 4));
      if (!grouped || (panel > 0 && arrays_[std::size_t(panel) - 1].group == array.group)) continue;
      int last = panel;
      while (last + 1 < panels && arrays_[std::size_t(last) + 1].group == array.group) ++last;
      const int right = layout_.tileRect(column, last).right();
      painter.setPen(style::mutedText(palette()));
      painter.drawText(QRect(rect.x() - 6, 3, right - rect.x() + 13, line), Qt::AlignCenter,
                       painter.fontMetrics().elidedText(array.group, Qt::ElideRight, right - rect.x() + 12));
    }
  painter.setPen(style::gridColor(palette()));
  painter.drawLine(0, height - 1, viewport()->width(), height - 1);
}

}  // namespace zipper
