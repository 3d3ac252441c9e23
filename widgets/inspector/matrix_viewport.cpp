// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/matrix_viewport.h"

#include <algorithm>

namespace zipper {

namespace {

constexpr double longestAspect = 3;

QSizeF sizeOf(const MatrixViewport& viewport, QSize matrix) {
  return {matrix.width() * viewport.cellSize, matrix.height() * viewport.cellSize * viewport.stretch};
}

/// Along one axis, in cells.
double boundedCentre(double centre, double count, double visible) {
  if (count <= visible) return count / 2;
  return std::clamp(centre, visible / 2, count - visible / 2);
}

}  // namespace

QPointF MatrixViewport::toPane(QPointF place) const {
  return {(place.x() - centre.x()) * cellSize, (place.y() - centre.y()) * cellSize * stretch};
}

QPointF MatrixViewport::toMatrix(QPointF position) const {
  return {centre.x() + position.x() / cellSize, centre.y() + position.y() / (cellSize * stretch)};
}

double stretchFor(QSize matrix) {
  if (matrix.isEmpty()) return 1;
  const double aspect = double(matrix.width()) / matrix.height();
  if (aspect > longestAspect) return aspect / longestAspect;
  return aspect < 1 / longestAspect ? aspect * longestAspect : 1;
}

MatrixViewport fitted(QSize matrix, QSizeF pane) {
  MatrixViewport viewport;
  if (matrix.isEmpty()) return viewport;
  viewport.stretch = stretchFor(matrix);
  viewport.cellSize =
      std::max(1e-3, std::min(pane.width() / matrix.width(), pane.height() / (matrix.height() * viewport.stretch)));
  viewport.centre = {matrix.width() / 2.0, matrix.height() / 2.0};
  return viewport;
}

MatrixViewport zoomedAbout(const MatrixViewport& viewport, double cellSize, QPointF position) {
  const QPointF fixed = viewport.toMatrix(position);
  MatrixViewport zoomed = viewport;
  zoomed.cellSize = cellSize;
  zoomed.centre += fixed - zoomed.toMatrix(position);
  return zoomed;
}

MatrixViewport inBounds(const MatrixViewport& viewport, QSize matrix, QSizeF pane) {
  const QSizeF size = sizeOf(viewport, matrix);
  MatrixViewport bounded = viewport;
  bounded.centre.setX(boundedCentre(viewport.centre.x(), matrix.width(), pane.width() / viewport.cellSize));
  bounded.centre.setY(
      boundedCentre(viewport.centre.y(), matrix.height(), pane.height() / (viewport.cellSize * viewport.stretch)));
  // Rounding must not move a matrix that fits exactly.
  if (size.width() <= pane.width() + 0.5) bounded.centre.setX(matrix.width() / 2.0);
  if (size.height() <= pane.height() + 0.5) bounded.centre.setY(matrix.height() / 2.0);
  return bounded;
}

QSize paneGrid(int count, QSizeF area, QSize matrix, double titleHeight, double gap) {
  QSize best(1, std::max(1, count));
  double largest = -1;
  for (int columns = 1; columns <= count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    const QSizeF pane((area.width() - (columns - 1) * gap) / columns,
                      (area.height() - (rows - 1) * gap) / rows - titleHeight);
    const double cell = fitted(matrix, pane).cellSize;
    if (cell <= largest * 1.0001) continue;
    largest = cell;
    best = {columns, rows};
  }
  return best;
}

}  // namespace zipper
