// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/heat_map_view.h"
#include "widgets/inspector/overlay.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

/// New pictures of a million weights each take some milliseconds: those that come later wait for the next painting.
constexpr int millisecondsForImages = 10;

}  // namespace

const QImage& HeatMapView::image(int pane) {
  QImage& image = images_[std::size_t(pane)];
  const ShownArray& array = arrays_[std::size_t(pane)];
  if (image.isNull() && painting_.elapsed() < millisecondsForImages)
    image = wholeImage(*array.values, array.scale, style::isDark(palette()));
  return image;
}

void HeatMapView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painting_.start();
  for (int pane = 0; pane < int(arrays_.size()); ++pane) paintPane(painter, pane);
  const auto isMissing = [](const QImage& image) { return image.isNull(); };
  if (std::any_of(images_.begin(), images_.end(), isMissing))
    QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

void HeatMapView::paintPane(QPainter& painter, int pane) {
  const QRect rect = paneRect(pane);
  const ShownArray& array = arrays_[std::size_t(pane)];
  painter.setFont(smallFont());
  painter.setPen(sourceColor(array.source, array.task, palette()));
  painter.drawText(QRect(rect.x(), rect.y() - titleHeight(), rect.width(), titleHeight()),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(array.title, Qt::ElideRight, rect.width()));
  painter.fillRect(rect, style::cardColor(palette()));  // where one matrix is smaller than another
  painter.save();
  painter.setClipRect(rect);
  paintPicture(painter, pane, rect);
  painter.restore();
  painter.setPen(style::gridColor(palette()));
  painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

void HeatMapView::paintPicture(QPainter& painter, int pane, const QRect& rect) {
  const QImage& picture = image(pane);
  const QPointF centre = QRectF(rect).center();
  const QPointF half(rect.width() / 2.0, rect.height() / 2.0);
  const QPointF first = viewport_.toMatrix(-half), last = viewport_.toMatrix(half);
  // Whole cells only, so that their edges don't depend on what is visible.
  const QRect visible = QRect(QPoint(int(std::floor(first.x())), int(std::floor(first.y()))),
                              QPoint(int(std::floor(last.x())), int(std::floor(last.y()))))
                            .intersected(picture.rect());
  if (visible.isEmpty()) return;
  const QRectF target(centre + viewport_.toPane(visible.topLeft()),
                      centre + viewport_.toPane(QPointF(visible.right() + 1, visible.bottom() + 1)));
  painter.fillRect(target, QBrush(style::errorColor(palette()), Qt::BDiagPattern));  // seen where a value is NaN
  painter.drawImage(target, picture, QRectF(visible));
  if (cell_ && picture.rect().contains(cell_->column, cell_->row))
    paintCellFrame(painter, cellRect(*cell_, rect), palette(), hasFocus());
}

QRect HeatMapView::cellRect(const Cell& cell, const QRect& pane) const {
  const QPointF centre = QRectF(pane).center();
  const QRectF exact(centre + viewport_.toPane(QPointF(cell.column, cell.row)),
                     centre + viewport_.toPane(QPointF(cell.column + 1, cell.row + 1)));
  // A cell smaller than a pixel still gets a frame to find it by.
  const QSize size(std::max(2, int(std::lround(exact.width()))), std::max(2, int(std::lround(exact.height()))));
  return {QPoint(int(std::lround(exact.x())), int(std::lround(exact.y()))), size};
}

}  // namespace zipper
