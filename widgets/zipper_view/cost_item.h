// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// What merging a layer costs by estimate: a bar and its number between the strands of each layer that isn't merged.
/// Above the slider, whose pull would cover digits.
class CostItem : public ZipperItem {
 public:
  using ZipperItem::ZipperItem;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override { return geometry.costRect(); }

 private:
  void paintCost(QPainter& painter, int layer) const;
};

/// The bar alone, also for the legend: filled from below, its frame is a full bar.
void paintCostBar(QPainter& painter, const QRectF& full, double share, const ZipperTheme& theme);

}  // namespace zipper
