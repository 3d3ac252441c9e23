// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/probe_picture.h"

#include <QPainter>

#include "widgets/style/colors.h"

namespace zipper {

ProbePicture::ProbePicture(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(tr("Probe image"));
}

void ProbePicture::setImage(const QImage& image) {
  image_ = image;
  setToolTip(sizeText());
  style::tellPaintedValues(this);
  update();
}

QString ProbePicture::sizeText() const {
  return image_.isNull() ? QString() : tr("%1 × %2 pixels").arg(image_.width()).arg(image_.height());
}

void ProbePicture::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), style::cardColor(palette()));
  if (image_.isNull()) return;
  QRect target(QPoint(0, 0), image_.size().scaled(size(), Qt::KeepAspectRatio));
  target.moveCenter(rect().center());
  painter.setRenderHint(QPainter::SmoothPixmapTransform, image_.width() > width() * devicePixelRatioF());
  painter.drawImage(target, image_);
}

}  // namespace zipper
