// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/confusion_geometry.h"

#include <algorithm>

namespace zipper {

namespace {

ConfusionGeometry::Span spanSeen(int size, int cell, int scrolled, int room) {
  const int first = std::clamp(scrolled / cell, 0, size);
  const int end = std::clamp((scrolled + room + cell - 1) / cell, first, size);
  return {first, end};
}

int reached(int from, int at, int cell, int room) {
  if (at < from) return at;
  if (at + cell > from + room) return std::min(at, at + cell - room);
  return from;
}

}  // namespace

QRect ConfusionGeometry::field() const {
  return QRect(names.width(), names.height(), std::max(0, area.width() - names.width()),
               std::max(0, area.height() - names.height()));
}

QRect ConfusionGeometry::cellRect(int row, int column) const {
  return QRect(names.width() + column * cell - scrolled.x(), names.height() + row * cell - scrolled.y(), cell, cell);
}

QRect ConfusionGeometry::matrixRect() const {
  return QRect(names.width() - scrolled.x(), names.height() - scrolled.y(), extent(), extent());
}

std::optional<QPoint> ConfusionGeometry::hit(const QPoint& position) const {
  if (!field().contains(position) || !matrixRect().contains(position)) return {};
  const QPoint inside = position - matrixRect().topLeft();
  return QPoint(inside.x() / cell, inside.y() / cell);
}

ConfusionGeometry::Span ConfusionGeometry::rowsSeen() const {
  return spanSeen(size, cell, scrolled.y(), field().height());
}

ConfusionGeometry::Span ConfusionGeometry::columnsSeen() const {
  return spanSeen(size, cell, scrolled.x(), field().width());
}

QPoint ConfusionGeometry::mostScrolled() const {
  return {std::max(0, extent() - field().width()), std::max(0, extent() - field().height())};
}

QPoint ConfusionGeometry::scrolledTo(int row, int column) const {
  return {std::clamp(reached(scrolled.x(), column * cell, cell, field().width()), 0, mostScrolled().x()),
          std::clamp(reached(scrolled.y(), row * cell, cell, field().height()), 0, mostScrolled().y())};
}

int ConfusionGeometry::fittedCell(int size, const QSize& field) {
  if (size <= 0) return mostCell;
  return std::clamp(std::min(field.width(), field.height()) / size, leastCell, mostCell);
}

}  // namespace zipper
