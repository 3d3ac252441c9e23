// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// The slider of the zipper with its pull.
class SliderItem : public ZipperItem {
 public:
  using ZipperItem::ZipperItem;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;
};

}  // namespace zipper
