// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

/// The number of a layer above its column, on a chip that shows the state once more; "stem" and "head" at the ends.
class HeaderItem : public ZipperItem {
 public:
  HeaderItem(const ZipperPicture& picture, int column) : ZipperItem(picture), column_(column) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override { return geometry.headerRect(column_); }

 private:
  int column_;
};

/// Channels and resolution below a column.
class ShapeItem : public ZipperItem {
 public:
  ShapeItem(const ZipperPicture& picture, int column) : ZipperItem(picture), column_(column) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override { return geometry.labelRect(column_); }

 private:
  int column_;
};

/// The name of one of two tasks at the beginning of its strand; of more, see KeyItem.
class TitleItem : public ZipperItem {
 public:
  TitleItem(const ZipperPicture& picture, int task) : ZipperItem(picture), task_(task) {}
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override;

 private:
  /// In scene units, with the largest font.
  double widestTitle() const;
  /// One that all titles fit in.
  QFont font() const;

  int task_;
};

/// What to do while there is nothing to show.
class HintItem : public ZipperItem {
 public:
  using ZipperItem::ZipperItem;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 protected:
  QRectF placeIn(const ZipperGeometry& geometry) const override { return geometry.bounds(); }
};

}  // namespace zipper
