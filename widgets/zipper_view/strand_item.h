// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// The strands between two columns: the tapes, their teeth, which interlock where the strands have met, and the
/// depthwise layers, one per task, or one in the middle within the trunk.
class StrandItem : public ZipperItem {
 public:
  /// `gap`: from this column to the next
  StrandItem(const ZipperPicture& picture, int gap) : ZipperItem(picture), gap_(gap) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  void paintStrand(QPainter& painter, int task) const;
  void paintDepthwise(QPainter& painter) const;
  void paintDepthwise(QPainter& painter, int task) const;
  double depthwiseX() const;

  int gap_;
};

}  // namespace zipper
