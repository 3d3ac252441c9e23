// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <optional>

namespace zipper {

/// Where the cells of a square matrix are that is scrolled under the names of its rows and columns, in whole pixels.
struct ConfusionGeometry {
  static constexpr int leastCell = 4, mostCell = 64;

  /// Rows or columns: the first, and the one behind the last.
  struct Span {
    int first = 0, end = 0;
  };

  int size = 0;     ///< rows, and columns
  int cell = 16;    ///< width and height of one
  QSize names;      ///< width of the rows' names, height of the columns'
  QSize area;       ///< of everything that is seen
  QPoint scrolled;  ///< how far, in pixels

  /// Where cells are seen.
  QRect field() const;
  /// Of the whole matrix.
  int extent() const { return size * cell; }
  /// Of a cell, also where it isn't seen.
  QRect cellRect(int row, int column) const;
  /// The whole matrix.
  QRect matrixRect() const;
  /// The cell at a position, as (column, row); none outside the field.
  std::optional<QPoint> hit(const QPoint& position) const;
  /// Those that are seen at least in part.
  Span rowsSeen() const;
  Span columnsSeen() const;
  /// How far it can be scrolled.
  QPoint mostScrolled() const;
  /// The scrolled distance next to the present one at which a cell is seen whole, as far as there is room.
  QPoint scrolledTo(int row, int column) const;
  /// The size of cells at which all of them are seen, within the bounds.
  static int fittedCell(int size, const QSize& field);
};

}  // namespace zipper
