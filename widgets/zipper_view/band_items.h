// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// What lies behind a column: a band if it is selected or under the mouse.
class ColumnItem : public ZipperItem {
 public:
  ColumnItem(const ZipperPicture& picture, int column) : ZipperItem(picture), column_(column) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  int column_;
};

/// The mismatch of a task, a bar per layer that grows away from the strand; a mark if it isn't finite. One item for all
/// of them: many small repaints take longer than a wide one.
class MismatchItem : public ZipperItem {
 public:
  MismatchItem(const ZipperPicture& picture, int task) : ZipperItem(picture), task_(task) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  void paintBar(QPainter& painter, int layer) const;
  void paintDivergence(QPainter& painter, int layer) const;

  int task_;
};

/// The frame of a task's mismatch bars: base line, full-bar line and what they mean.
class BandItem : public ZipperItem {
 public:
  BandItem(const ZipperPicture& picture, int task) : ZipperItem(picture), task_(task) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  void paintScale(QPainter& painter) const;

  int task_;
};

}  // namespace zipper
