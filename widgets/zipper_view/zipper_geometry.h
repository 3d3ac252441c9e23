// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <array>
#include <cstdint>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Columns of the picture: 0 the stem, 1...13 the layers, 14 the head.
inline constexpr int columnCount = layerCount + 2;

/// How far each column is closed: 0 apart, 1 one strand.
using ColumnShares = std::array<double, columnCount>;

/// A layer in work leans together this far; from here to 1 it closes.
inline constexpr double leaningShare = 0.15;

/// Where everything stands, in scene units. The width is fixed, the height follows the place that there is.
class ZipperGeometry {
 public:
  static constexpr double width = 1000;

  /// `aspect`: height / width of the place; what would be too flat or too tall is clamped. `textScale`: how much larger
  /// than usual the writing is, 1 to largestTextScale, in a small view or with a large font; it gets the room.
  explicit ZipperGeometry(double aspect = 0.5625, double textScale = 1);
  static constexpr double largestTextScale = 1.7;

  QRectF bounds() const { return {0, 0, width, height_}; }
  double columnX(int column) const;
  double pitch() const;                      ///< between neighbouring layers
  QRectF columnRect(int column) const;       ///< from the header to the shape labels
  int columnAt(const QPointF& point) const;  ///< -1: none

  QRectF headerRect(int column) const;
  QRectF labelRect(int column) const;
  QRectF bodyRect() const;          ///< strands and blocks
  QRectF bandRect(int task) const;  ///< mismatch of task 0 (above) or 1 (below): its words, and
  QRectF barsRect(int task) const;  ///< its bars
  QRectF costRect() const;          ///< between the strands, of all layers
  QRectF legendRect() const;
  /// Large writing takes two lines in the legend.
  int legendLines() const;
  double axisY() const { return bodyRect().center().y(); }

  /// Distance of a strand from the axis where a column is closed so far.
  double strandOffset(double closed) const;
  /// Height of a block: the square root of the parameters, the largest layer fills its place.
  double blockHeight(std::int64_t parameters, std::int64_t largest) const;
  double tallestBlock() const;

  /// How many layers from the first on are closed without a gap, 0...13, with fractions while one closes.
  static double front(const ColumnShares& closed);
  double sliderX(double front) const;
  /// Distance of the strands from the axis at `share` (0...1) of the way from column `gap` to the next.
  double offsetInGap(int gap, double share, const ColumnShares& closed) const;

 private:
  double sliderHome(int gap) const;
  double headerBottom() const;

  double height_, textScale_;
};

}  // namespace zipper
