// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// The blocks of a column: one per task on the strands, or the shared one in the middle.
class BlockItem : public ZipperItem {
 public:
  BlockItem(const ZipperPicture& picture, int column) : ZipperItem(picture), column_(column) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  QRectF rectAt(double middle, double height) const;
  QRectF blockRect(int task) const;
  QRectF sharedRect() const;
  void paintEnds(QPainter& painter) const;
  void paintLetter(QPainter& painter, const QRectF& rect, int task) const;
  void paintArrow(QPainter& painter, const QRectF& rect, const QColor& color) const;
  void paintLayer(QPainter& painter) const;
  void paintProgress(QPainter& painter) const;
  void paintNumbers(QPainter& painter, bool merged) const;

  int column_;
};

}  // namespace zipper
