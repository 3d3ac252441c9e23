// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/heat_map_picture.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/overlay.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

/// New pictures of a million weights each take some milliseconds: those that come later wait for the next painting.
constexpr int millisecondsForImages = 10;

QRect cellRectIn(const QRect& pane, QPoint cell, const MatrixViewport& viewport) {
  const QPointF centre = QRectF(pane).center();
  const QRectF exact(centre + viewport.toPane(cell), centre + viewport.toPane(cell + QPoint(1, 1)));
  // A cell smaller than a pixel still gets a frame to find it by.
  const QSize size(std::max(2, int(std::lround(exact.width()))), std::max(2, int(std::lround(exact.height()))));
  return {QPoint(int(std::lround(exact.x())), int(std::lround(exact.y()))), size};
}

}  // namespace

QStringList titleLines(const QString& title, const QFontMetrics& metrics, int width) {
  const qsizetype minus = title.indexOf(QStringLiteral(" − "));
  const bool breaks = minus > 0 && metrics.horizontalAdvance(title) > width;
  QStringList lines = breaks ? QStringList{title.left(minus), title.mid(minus + 1)} : QStringList{title};
  for (QString& line : lines)  // the advance is rounded: what fits by it isn't asked whether it does
    if (metrics.horizontalAdvance(line) > width) line = metrics.elidedText(line, Qt::ElideRight, width);
  return lines;
}

void HeatMapPicture::setArrays(std::vector<ShownArray> arrays) {
  arrays_ = std::move(arrays);
  forgetImages();
}

bool HeatMapPicture::isComplete() const {
  return std::none_of(images_.begin(), images_.end(), [](const QImage& image) { return image.isNull(); });
}

const QImage& HeatMapPicture::image(std::size_t pane, const QPalette& palette) {
  QImage& image = images_[pane];
  if (image.isNull() && painting_.elapsed() < millisecondsForImages)
    image = wholeImage(*arrays_[pane].values, arrays_[pane].scale, style::isDark(palette));
  return image;
}

void HeatMapPicture::paint(QPainter& painter, const HeatMapScene& scene) {
  painting_.start();
  for (std::size_t pane = 0; pane < arrays_.size(); ++pane) paintPane(painter, scene, pane);
}

void HeatMapPicture::paintPane(QPainter& painter, const HeatMapScene& scene, std::size_t pane) {
  const QRect rect = scene.panes[pane];
  const ShownArray& array = arrays_[pane];
  painter.setFont(scene.font);
  painter.setPen(sourceColor(array.source, array.task, scene.palette));
  painter.drawText(QRect(rect.x(), rect.y() - scene.titleHeight, rect.width(), scene.titleHeight - 2),
                   Qt::AlignLeft | Qt::AlignBottom,
                   titleLines(array.title, painter.fontMetrics(), rect.width()).join(u'\n'));
  painter.fillRect(rect, style::cardColor(scene.palette));  // where one matrix is smaller than another
  painter.save();
  painter.setClipRect(rect);
  paintMatrix(painter, scene, pane);
  painter.restore();
  painter.setPen(style::gridColor(scene.palette));
  painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

void HeatMapPicture::paintMatrix(QPainter& painter, const HeatMapScene& scene, std::size_t pane) {
  const QRect rect = scene.panes[pane];
  const MatrixViewport& viewport = scene.viewport;
  const QImage& picture = image(pane, scene.palette);
  const QPointF centre = QRectF(rect).center();
  const QPointF half(rect.width() / 2.0, rect.height() / 2.0);
  const QPointF first = viewport.toMatrix(-half), last = viewport.toMatrix(half);
  // Whole cells only, so that their edges don't depend on what is visible.
  const QRect visible = QRect(QPoint(int(std::floor(first.x())), int(std::floor(first.y()))),
                              QPoint(int(std::floor(last.x())), int(std::floor(last.y()))))
                            .intersected(picture.rect());
  if (visible.isEmpty()) return;
  const QRectF target(centre + viewport.toPane(visible.topLeft()),
                      centre + viewport.toPane(QPointF(visible.right() + 1, visible.bottom() + 1)));
  painter.fillRect(target, QBrush(style::errorColor(scene.palette), Qt::BDiagPattern));  // seen where a value is NaN
  painter.drawImage(target, picture, QRectF(visible));
  if (scene.cell && picture.rect().contains(*scene.cell))
    paintCellFrame(painter, cellRectIn(rect, *scene.cell, viewport), scene.palette, scene.hasFocus);
}

}  // namespace zipper
