// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsItem>

#include "widgets/zipper_view/zipper_picture.h"

namespace zipper {

/// A part of the picture: reads the picture, keeps within its rectangle.
class ZipperItem : public QGraphicsItem {
 public:
  explicit ZipperItem(const ZipperPicture& picture) : picture_(picture) {}

  QRectF boundingRect() const override { return rect_; }
  /// Takes its place again after the geometry or what is drawn has changed.
  void place() {
    prepareGeometryChange();
    rect_ = placeIn(picture_.geometry);
    update();
  }

 protected:
  virtual QRectF placeIn(const ZipperGeometry& geometry) const = 0;
  const ZipperPicture& picture() const { return picture_; }
  const ZipperTheme& theme() const { return picture_.theme; }

 private:
  const ZipperPicture& picture_;
  QRectF rect_;
};

}  // namespace zipper
