// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// The strands between two columns: the tapes, their teeth, and the depthwise layers, one per task, or one in the
/// middle within the trunk. The teeth of two strands interlock where they have met; of more strands, the trunk is one
/// tape.
class StrandItem : public ZipperItem {
 public:
  /// `gap`: from this column to the next
  StrandItem(const ZipperPicture& picture, int gap) : ZipperItem(picture), gap_(gap) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  double trunkShare() const;
  void paintTrunk(QPainter& painter, double together) const;
  /// Distance of a strand from the axis at `share` (0...1) of the way through the gap.
  double offsetAt(double share, int task) const;
  double toothRoom(double share, double offset, int task) const;
  void paintStrand(QPainter& painter, int task) const;
  void paintDepthwise(QPainter& painter) const;
  void paintDepthwise(QPainter& painter, int task) const;
  double depthwiseX() const;

  int gap_;
};

}  // namespace zipper
