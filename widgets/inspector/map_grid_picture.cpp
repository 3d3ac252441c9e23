// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/map_grid_picture.h"

#include <QPainter>
#include <algorithm>

#include "widgets/inspector/overlay.h"
#include "widgets/style/colors.h"

namespace zipper {

void MapGridPicture::setArrays(std::vector<ShownArray> arrays) {
  arrays_ = std::move(arrays);
  forgetImages();
}

int MapGridPicture::channels() const {
  std::int64_t most = 0;
  for (const ShownArray& array : arrays_) most = std::max(most, array.values->shape[0]);
  return int(most);
}

void MapGridPicture::forgetImages() { images_.assign(arrays_.size(), std::vector<QImage>(std::size_t(channels()))); }

const QImage& MapGridPicture::image(std::size_t panel, int channel, const QPalette& palette) {
  QImage& image = images_[panel][std::size_t(channel)];
  if (image.isNull()) {
    const ShownArray& array = arrays_[panel];
    image = channelImage(*array.values, channel, array.scale, style::isDark(palette));
  }
  return image;
}

void MapGridPicture::paint(QPainter& painter, const MapGridScene& scene) {
  painter.fillRect(scene.area, scene.palette.color(QPalette::Base));
  if (arrays_.empty()) return;
  painter.setFont(scene.font);
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, scene.headerHeight, 0, 0));
  painter.translate(0, scene.headerHeight - scene.scrolled);
  const int end = scene.layout.endChannelAt(scene.scrolled + scene.area.height());
  for (int channel = scene.layout.firstChannelAt(scene.scrolled); channel < end; ++channel)
    paintUnit(painter, scene, channel);
  painter.restore();
  paintCursor(painter, scene);
  paintHeader(painter, scene);
}

void MapGridPicture::paintUnit(QPainter& painter, const MapGridScene& scene, int channel) {
  const QPalette& palette = scene.palette;
  painter.setPen(channel == scene.pointedChannel ? palette.color(QPalette::Text) : style::mutedText(palette));
  painter.drawText(scene.layout.labelRect(channel), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                   QString::number(channel));
  for (std::size_t panel = 0; panel < arrays_.size(); ++panel) {
    const QRect rect = scene.layout.tileRect(channel, int(panel));
    if (channel >= arrays_[panel].values->shape[0]) continue;
    painter.fillRect(rect, QBrush(style::errorColor(palette), Qt::BDiagPattern));  // seen where a value is NaN
    painter.drawImage(rect, image(panel, channel, palette));
    painter.setPen(style::gridColor(palette));
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
  }
}

void MapGridPicture::paintCursor(QPainter& painter, const MapGridScene& scene) const {
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, scene.headerHeight, 0, 0));
  for (std::size_t panel = 0; panel < scene.cellFrames.size(); ++panel)
    if (scene.pointedChannel < arrays_[panel].values->shape[0])
      paintCellFrame(painter, scene.cellFrames[panel], scene.palette, scene.hasFocus);
  painter.restore();
}

void MapGridPicture::paintHeader(QPainter& painter, const MapGridScene& scene) const {
  const int height = scene.headerHeight;
  painter.fillRect(0, 0, scene.area.width(), height, scene.palette.color(QPalette::Base));
  for (int column = 0; column < std::min(scene.layout.columns(), channels()); ++column)
    paintTitles(painter, scene, column);
  painter.setPen(style::gridColor(scene.palette));
  painter.drawLine(0, height - 1, scene.area.width(), height - 1);
}

void MapGridPicture::paintTitles(QPainter& painter, const MapGridScene& scene, int column) const {
  const int line = painter.fontMetrics().height(), panels = int(arrays_.size());
  const bool grouped = !arrays_.front().group.isEmpty();
  for (int panel = 0; panel < panels; ++panel) {
    const ShownArray& array = arrays_[std::size_t(panel)];
    QRect rect = scene.layout.tileRect(column, panel);
    rect = QRect(rect.x(), grouped ? 3 + line : 3, rect.width(), line);
    painter.setPen(sourceColor(array.source, array.task, scene.palette));
    painter.drawText(rect.adjusted(-2, 0, 2, 0), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(array.title, Qt::ElideRight, rect.width() + 4));
    if (!grouped || (panel > 0 && arrays_[std::size_t(panel) - 1].group == array.group)) continue;
    int last = panel;
    while (last + 1 < panels && arrays_[std::size_t(last) + 1].group == array.group) ++last;
    const int right = scene.layout.tileRect(column, last).right();
    painter.setPen(style::mutedText(scene.palette));
    painter.drawText(QRect(rect.x() - 6, 3, right - rect.x() + 13, line), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(array.group, Qt::ElideRight, right - rect.x() + 12));
  }
}

}  // namespace zipper
