// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_geometry.h"

#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

constexpr double margin = 12;
constexpr double wideGap = 1.4;  ///< stem to layer 1 and layer 13 to head, in pitches: the slider parks there
constexpr double headerTop = 10, headerHeight = 24;
constexpr double labelHeight = 38, legendHeight = 24, bottomMargin = 10;
constexpr double bandDistance = 8;  ///< of the mismatch bars from the header and from the labels
constexpr double closedOffset = 7;
constexpr double homeShare = 0.47;  ///< of a gap: keeps the slider clear of the blocks on both sides

double smooth(double x) {
  const double t = std::clamp(x, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

double mix(double a, double b, double share) { return a + (b - a) * share; }

}  // namespace

ZipperGeometry::ZipperGeometry(double aspect, double textScale)
    : height_(width * std::clamp(aspect, 0.44, 0.9)), textScale_(std::clamp(textScale, 1.0, largestTextScale)) {}

double ZipperGeometry::headerBottom() const { return headerTop + headerHeight * textScale_; }

int ZipperGeometry::legendLines() const { return textScale_ > 1.2 ? 2 : 1; }

double ZipperGeometry::pitch() const { return (width - 2 * margin) / (columnCount + 2 * (wideGap - 1)); }

double ZipperGeometry::columnX(int column) const {
  const double extra = column == 0 ? 0 : column > layerCount ? 2 * (wideGap - 1) : wideGap - 1;
  return margin + pitch() * (column + 0.5 + extra);
}

QRectF ZipperGeometry::columnRect(int column) const {
  const double half = pitch() / 2 - 1;
  return {columnX(column) - half, headerTop - 4, 2 * half, labelRect(column).bottom() - headerTop + 8};
}

int ZipperGeometry::columnAt(const QPointF& point) const {
  for (int column = 0; column < columnCount; ++column)
    if (columnRect(column).adjusted(-1, 0, 1, 0).contains(point)) return column;
  return -1;
}

QRectF ZipperGeometry::headerRect(int column) const {
  return {columnX(column) - pitch() / 2, headerTop, pitch(), headerBottom() - headerTop};
}

QRectF ZipperGeometry::labelRect(int column) const {
  const double bottom = legendRect().top() - 8, height = labelHeight * textScale_;
  return {columnX(column) - pitch() / 2, bottom - height, pitch(), height};
}

QRectF ZipperGeometry::bodyRect() const {
  const double top = headerBottom() + bandDistance, bottom = labelRect(0).top() - bandDistance;
  const double band = 0.11 * (bottom - top);
  return {margin, top + band, width - 2 * margin, bottom - top - 2 * band};
}

QRectF ZipperGeometry::bandRect(int task) const {
  const QRectF body = bodyRect();
  const double outer = task == 0 ? headerBottom() + bandDistance : labelRect(0).top() - bandDistance;
  return task == 0 ? QRectF(QPointF(body.left(), outer), body.topRight())
                   : QRectF(body.bottomLeft(), QPointF(body.right(), outer));
}

QRectF ZipperGeometry::barsRect(int task) const {
  const QRectF band = bandRect(task);
  return {columnX(1) - pitch() / 2, band.top(), columnX(layerCount) - columnX(1) + pitch(), band.height()};
}

QRectF ZipperGeometry::costRect() const {
  const double height = std::min(64.0, 2 * strandOffset(0) - tallestBlock() - 12);
  return {columnX(1) - pitch() / 2, axisY() - height / 2, columnX(layerCount) - columnX(1) + pitch(), height};
}

QRectF ZipperGeometry::legendRect() const {
  const double height = legendHeight * textScale_ * legendLines();
  return {margin, height_ - bottomMargin - height, width - 2 * margin, height};
}

double ZipperGeometry::tallestBlock() const { return 0.27 * bodyRect().height(); }

double ZipperGeometry::strandOffset(double closed) const {
  const double apart = (bodyRect().height() - tallestBlock()) / 2 - 9;
  // Cubed: when the slider passes a block that closes, its strands have already met.
  return closedOffset + (apart - closedOffset) * std::pow(1 - std::clamp(closed, 0.0, 1.0), 3);
}

double ZipperGeometry::blockHeight(std::int64_t parameters, std::int64_t largest) const {
  constexpr double smallest = 12;
  if (largest <= 0 || parameters <= 0) return smallest;
  return std::max(smallest, tallestBlock() * std::sqrt(double(parameters) / double(largest)));
}

double ZipperGeometry::front(const ColumnShares& closed) {
  double sum = 0, prefix = 1;
  for (int layer = 1; layer <= layerCount; ++layer) {
    prefix *= std::clamp((closed[std::size_t(layer)] - leaningShare) / (1 - leaningShare), 0.0, 1.0);
    sum += prefix;
  }
  return sum;
}

double ZipperGeometry::sliderHome(int gap) const { return mix(columnX(gap), columnX(gap + 1), homeShare); }

double ZipperGeometry::sliderX(double front) const {
  const int gap = std::clamp(int(std::floor(front)), 0, layerCount);
  return mix(sliderHome(gap), sliderHome(std::min(gap + 1, layerCount)), std::clamp(front - gap, 0.0, 1.0));
}

double ZipperGeometry::offsetInGap(int gap, double share, const ColumnShares& closed) const {
  const double from = strandOffset(closed[std::size_t(gap)]), to = strandOffset(closed[std::size_t(gap) + 1]);
  const double plain = mix(from, to, smooth(share));
  const double left = columnX(gap), right = columnX(gap + 1);
  const double slider = (sliderX(front(closed)) - left) / (right - left);
  if (slider <= 0 || slider >= 1) return plain;
  const double threaded = share < slider ? mix(from, closedOffset, smooth(share / slider))
                                         : mix(closedOffset, to, smooth((share - slider) / (1 - slider)));
  // The slider holds the strands fully at its home and lets go of them while it passes a block.
  const double away = std::abs(slider - homeShare) / (slider < homeShare ? homeShare : 1 - homeShare);
  return mix(plain, threaded, smooth(1 - away));
}

}  // namespace zipper
