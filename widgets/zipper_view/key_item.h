// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// Which strand is whose, of more than two tasks: their titles behind their markers, side by side below the strands.
/// In lines if one doesn't suffice; if those don't either, long titles are elided.
class KeyItem : public ZipperItem {
 public:
  using ZipperItem::ZipperItem;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override { return geometry.keyRect(); }

 private:
  struct Layout {
    int lines = 1, perLine = 0;
    double widest = 0;  ///< what is longer is elided
  };
  int titles() const;
  QFont font() const { return theme().label(14, true); }
  double keyMarker() const { return 4 * theme().textScale; }
  Layout layout() const;
  bool fits(const Layout& layout) const;
  double entryWidth(int task, double widest) const;
  /// Of the titles from `first` on that lie in one line.
  double lineWidth(int first, const Layout& layout) const;
  void paintEntry(QPainter& painter, const QRectF& rect, int task) const;
};

}  // namespace zipper
