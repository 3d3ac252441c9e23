// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/centred_drawing.h"

#include <QPainter>
#include <QPointF>
#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

constexpr int digitSide = 28, digitBox = 20;
constexpr int ink = 16;  ///< of 255: fainter edges of a line don't count

QRect inkedRect(const QImage& drawing) {
  int left = drawing.width(), right = -1, top = drawing.height(), bottom = -1;
  for (int y = 0; y < drawing.height(); ++y) {
    const uchar* row = drawing.constScanLine(y);
    for (int x = 0; x < drawing.width(); ++x) {
      if (row[x] < ink) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

QPointF centreOfMass(const QImage& image) {
  double mass = 0, sumX = 0, sumY = 0;
  for (int y = 0; y < image.height(); ++y) {
    const uchar* row = image.constScanLine(y);
    for (int x = 0; x < image.width(); ++x) {
      mass += row[x];
      sumX += row[x] * (x + 0.5);
      sumY += row[x] * (y + 0.5);
    }
  }
  return mass > 0 ? QPointF(sumX / mass, sumY / mass) : QPointF(image.width() / 2.0, image.height() / 2.0);
}

/// Where a part of this length begins so that its centre lies in the middle, as far as nothing is cut off.
int placeOf(double centre, int length) {
  return std::clamp(int(std::lround(digitSide / 2.0 - centre)), 0, digitSide - length);
}

}  // namespace

QImage centredDrawing(const QImage& drawing) {
  const QImage grey = drawing.convertToFormat(QImage::Format_Grayscale8);
  QImage digit(digitSide, digitSide, QImage::Format_Grayscale8);
  digit.fill(0);
  const QRect inked = inkedRect(grey);
  if (inked.isEmpty()) return digit;
  const QSize size = inked.size().scaled(digitBox, digitBox, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
  const QImage fitted = grey.copy(inked)
                            .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
  const QPointF centre = centreOfMass(fitted);
  QPainter painter(&digit);
  painter.drawImage(QPoint(placeOf(centre.x(), size.width()), placeOf(centre.y(), size.height())), fitted);
  return digit;
}

}  // namespace zipper
