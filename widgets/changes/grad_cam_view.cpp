// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/grad_cam_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int pictureGap = 10;
constexpr double mostOpaque = 0.75;

/// Whether some place speaks for the class.
bool showsSomething(const FloatArray& map) {
  return std::any_of(map.values.begin(), map.values.end(), [](float value) { return value > 0; });
}

}  // namespace

QImage overlayImage(const FloatArray& map, const ColorScale& scale) {
  if (map.shape.size() != 2 || map.empty()) return {};
  const int rows = int(map.shape[0]), columns = int(map.shape[1]);
  QImage image(columns, rows, QImage::Format_ARGB32);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const double value = double(map.values[std::size_t(row) * std::size_t(columns) + std::size_t(column)]);
      const double share = std::isfinite(value) ? std::clamp(value / scale.limit, 0.0, 1.0) : 0.0;
      QColor color = QColor::fromRgb(style::sequentialColor(share));
      color.setAlphaF(float(mostOpaque * share));
      image.setPixelColor(column, row, color);
    }
  return image;
}

GradCamView::GradCamView(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Where the networks look"));
  setToolTip(
      tr("Grad-CAM: the brighter a place, the more it speaks for the class. Both maps have the same scale. “No "
         "place”: nothing in the picture speaks for the class in that network."));
}

void GradCamView::setMaps(const QImage& image, const FloatArray& teacher, const FloatArray& merged, int task) {
  image_ = image;
  task_ = task;
  scale_ = robustScale(ColorScale::Kind::Sequential, {&teacher, &merged});
  teacher_ = overlayImage(teacher, scale_);
  merged_ = overlayImage(merged, scale_);
  teacherIsEmpty_ = !showsSomething(teacher);
  mergedIsEmpty_ = !showsSomething(merged);
  strongestPlaces_ = tr("Strongest: teacher %1, merged network %2").arg(strongest(teacher), strongest(merged));
  style::tellPaintedValues(this);
  update();
}

QString GradCamView::paintedValues() const { return isEmpty() ? QString() : strongestPlaces_; }

/// "at row 3 of 7, column 5 of 7"
QString GradCamView::strongest(const FloatArray& map) const {
  if (map.shape.size() != 2 || map.empty()) return tr("nowhere");
  const auto place = std::max_element(map.values.begin(), map.values.end());
  if (!(*place > 0)) return tr("nowhere");
  const std::int64_t index = place - map.values.begin(), columns = map.shape[1];
  return tr("at row %1 of %2, column %3 of %4")
      .arg(index / columns + 1)
      .arg(map.shape[0])
      .arg(index % columns + 1)
      .arg(columns);
}

void GradCamView::clear() {
  image_ = teacher_ = merged_ = {};
  style::tellPaintedValues(this);
  update();
}

QRect GradCamView::pictureRect(int index) const {
  const int title = fontMetrics().height() + 2;
  const int side = std::max(0, std::min((width() - pictureGap) / 2, height() - title));
  const int left = std::max(0, (width() - 2 * side - pictureGap) / 2);
  return QRect(left + index * (side + pictureGap), title, side, side);
}

void GradCamView::paintEvent(QPaintEvent*) {
  if (isEmpty()) return;
  QPainter painter(this);
  for (int i = 0; i < 2; ++i) {
    const QRect room = pictureRect(i);
    const bool teacher = i == 0;
    painter.setPen(teacher ? style::taskColor(task_, palette()) : style::mergedColor(palette()));
    const QString title = teacher ? tr("teacher") : tr("merged");
    const bool isBare = teacher ? teacherIsEmpty_ : mergedIsEmpty_;
    painter.drawText(QRect(room.left(), 0, room.width(), room.top()), Qt::AlignCenter,
                     fontMetrics().elidedText(isBare ? tr("%1: no place", "speaks for the class").arg(title) : title,
                                              Qt::ElideRight, room.width()));
    QRect target(QPoint(0, 0), image_.size().scaled(room.size(), Qt::KeepAspectRatio));
    target.moveCenter(room.center());
    // Few pixels stay squares; the few values of a map mean the neighbourhood of a place, and are smoothed.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, image_.width() * 2 > target.width());
    painter.drawImage(target, image_);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(target, teacher ? teacher_ : merged_);
  }
}

}  // namespace zipper
