// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRect>
#include <QSize>
#include <QSizeF>

namespace zipper {

/// Which part of a matrix is seen, and how large. Positions in a pane are pixels from its centre; places in the matrix
/// are (column, row), so that (0.5, 0.5) is the middle of the first cell.
struct MatrixViewport {
  double cellSize = 1;  ///< width of a cell in pixels
  double stretch = 1;   ///< height of a cell / its width
  QPointF centre;       ///< the place in the middle of the pane

  QPointF toPane(QPointF place) const;
  QPointF toMatrix(QPointF position) const;
};

/// How much higher than wide cells are drawn: a matrix of 10 x 1024 would be but a line.
double stretchFor(QSize matrix);
/// All of the matrix, as large as the pane allows.
MatrixViewport fitted(QSize matrix, QSizeF pane);
/// Another cell size; the place under `position` stays where it is.
MatrixViewport zoomedAbout(const MatrixViewport& viewport, double cellSize, QPointF position);
/// Moved so that no more than necessary of the pane is empty.
MatrixViewport inBounds(const MatrixViewport& viewport, QSize matrix, QSizeF pane);

/// Rectangles for `count` panes of the same size, in as many columns as make the matrix largest.
QSize paneGrid(int count, QSizeF area, QSize matrix, double titleHeight, double gap);

}  // namespace zipper
