// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zipper {

namespace {

constexpr double usualWidth = 1000, leastPitch = 46;
constexpr double margin = 12;
constexpr double wideGap = 1.4;  ///< stem to the first layer and the last one to the head, in pitches: the slider parks
constexpr double headerTop = 10, headerHeight = 24;
constexpr double labelHeight = 38, legendHeight = 24, bottomMargin = 10;
constexpr double keyLineHeight = 20;   ///< of the titles
constexpr double titlesPerLine = 5.2;  ///< as many of usual length fit at the usual size
constexpr double leastMiddle = 48;     ///< between the two innermost blocks: for the merge costs
constexpr double bandDistance = 8;     ///< of the mismatch bars from the header and from the labels
constexpr double fullBarLine = 16;     ///< of what a full bar stands for
constexpr double laneGap = 5;          ///< between the bars of two tasks on one side
constexpr double strandMargin = 9;     ///< of the outer blocks from the bars
constexpr double closedOffset = 7;
constexpr double tapeDistance = 5;  ///< of the strands of one side where they are closed: tape beside tape
constexpr double homeShare = 0.47;  ///< of a gap: keeps the slider clear of the blocks on both sides

double smooth(double x) {
  const double t = std::clamp(x, 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

double mix(double a, double b, double share) { return a + (b - a) * share; }

/// Widths of columns and gaps together, in pitches.
double pitches(int columns) { return columns + 2 * (wideGap - 1); }

}  // namespace

ZipperGeometry::ZipperGeometry(int layers, int tasks, double aspect, double textScale)
    : layers_(std::max(0, layers)),
      tasks_(std::max(fewestTasks, tasks)),
      width_(std::max(usualWidth, leastPitch * pitches(columns()) + 2 * margin)),
      height_(width_ * std::clamp(aspect, leastAspect(tasks_), 0.9 + 0.1 * (tasks_ - fewestTasks))),
      textScale_(std::clamp(textScale, 1.0, largestTextScale)) {
  const double block = tallestBlock();
  firstApart_ = (block + middleGap()) / 2;
  nextApart_ = block + blockGap();
}

double ZipperGeometry::leastAspect(int tasks) {
  const double key = tasks > fewestTasks ? 0.05 : 0;
  return 0.44 + 0.06 * std::max(0, tasks - fewestTasks) + key;
}

double ZipperGeometry::headerBottom() const { return headerTop + headerHeight * textScale_; }

int ZipperGeometry::legendLines() const { return textScale_ > 1.2 ? 2 : 1; }

double ZipperGeometry::pitch() const { return (width_ - 2 * margin) / pitches(columns()); }

double ZipperGeometry::columnX(int column) const {
  const double extra = column == 0 ? 0 : column > layers_ ? 2 * (wideGap - 1) : wideGap - 1;
  return margin + pitch() * (column + 0.5 + extra);
}

QRectF ZipperGeometry::columnRect(int column) const {
  const double half = pitch() / 2 - 1;
  return {columnX(column) - half, headerTop - 4, 2 * half, labelRect(column).bottom() - headerTop + 8};
}

int ZipperGeometry::columnAt(const QPointF& point) const {
  for (int column = 0; column < columns(); ++column)
    if (columnRect(column).adjusted(-1, 0, 1, 0).contains(point)) return column;
  return -1;
}

QRectF ZipperGeometry::headerRect(int column) const {
  return {columnX(column) - pitch() / 2, headerTop, pitch(), headerBottom() - headerTop};
}

QRectF ZipperGeometry::labelRect(int column) const {
  const double bottom = (tasks_ > fewestTasks ? keyRect().top() - 4 : legendRect().top()) - 8,
               height = labelHeight * textScale_;
  return {columnX(column) - pitch() / 2, bottom - height, pitch(), height};
}

/// Between the header and the labels: the body with the mismatch bars above and below.
QRectF ZipperGeometry::middleRect() const {
  const double top = headerBottom() + bandDistance, bottom = labelRect(0).top() - bandDistance;
  return {margin, top, width_ - 2 * margin, bottom - top};
}

/// Of the mismatch bars of one task. With the tasks they become lower, all together a little higher.
double ZipperGeometry::laneHeight() const {
  const double share = 0.22 + 0.015 * (tasks_ - fewestTasks);
  return share / tasks_ * middleRect().height();
}

QRectF ZipperGeometry::bodyRect() const {
  const double lane = laneHeight();
  return middleRect().adjusted(0, above() * lane, 0, -(tasks_ - above()) * lane);
}

QRectF ZipperGeometry::bandRect(int task) const {
  const QRectF body = bodyRect();
  const double lane = laneHeight(), gap = tasks_ > fewestTasks ? laneGap : 0;
  // The gap lies where the bars end: outside.
  const double top = isAbove(task) ? body.top() - (above() - task) * lane + gap : body.bottom() + rank(task) * lane;
  return {body.left(), top, body.width(), lane - gap};
}

QRectF ZipperGeometry::barsRect(int task) const {
  const QRectF band = bandRect(task);
  return {columnX(1) - pitch() / 2, band.top(), columnX(layers_) - columnX(1) + pitch(), band.height()};
}

double ZipperGeometry::titleHeight() const {
  constexpr double line = 22;
  return line * textScale_;
}

double ZipperGeometry::titleTop(int task, double closed) const {
  constexpr double distance = 14;  // from the strand
  const double near = strandOffset(closed, task) + distance;
  return isAbove(task) ? axisY() - near - titleHeight() : axisY() + near;
}

QRectF ZipperGeometry::bandWordRect(int task) const {
  const double line = 18 * textScale_;
  const QRectF band = bandRect(task);
  const double left = band.left() + 4, width = barsRect(task).left() - band.left() - 8;
  double top = band.center().y() - line / 2;
  const double title = titleTop(task, 0);
  top = isAbove(task) ? std::min(top, title - line) : std::max(top, title + titleHeight());
  const bool fits = isAbove(task) ? top >= headerBottom() : top + line <= labelRect(0).top();
  return fits ? QRectF(left, top, width, line) : QRectF();
}

QRectF ZipperGeometry::fullBarRect(int task) const {
  const QRectF band = bandRect(task);
  const double left = barsRect(task).right() + 6, full = isAbove(task) ? band.top() : band.bottom();
  return {left, full - 8, band.right() - left, fullBarLine * textScale_};
}

QRectF ZipperGeometry::fullBarWordRect(int task) const {
  const QRectF band = bandRect(task), number = fullBarRect(task);
  const double top = isAbove(task) ? number.bottom() : number.top() - number.height();
  const bool fits = top >= band.top() && top + number.height() <= band.bottom();
  return fits ? QRectF(number.left(), top, number.width(), number.height()) : QRectF();
}

QRectF ZipperGeometry::costRect() const {
  const double height = std::min(64.0, middleGap() - 12);
  return {columnX(1) - pitch() / 2, axisY() - height / 2, columnX(layers_) - columnX(1) + pitch(), height};
}

int ZipperGeometry::keyLines() const {
  constexpr int most = 2;
  return tasks_ > fewestTasks ? std::min(most, int(std::ceil(tasks_ * textScale_ / titlesPerLine))) : 0;
}

QRectF ZipperGeometry::keyRect() const {
  const QRectF legend = legendRect();
  const double height = keyLineHeight * textScale_ * keyLines();
  return {legend.left(), legend.top() - height, legend.width(), height};
}

QRectF ZipperGeometry::legendRect() const {
  const double height = legendHeight * textScale_ * legendLines();
  return {margin, height_ - bottomMargin - height, width_ - 2 * margin, height};
}

double ZipperGeometry::blockWidth() const { return 28 + std::max(0.0, 0.2 * (pitch() - 62)); }

double ZipperGeometry::tallestBlock() const {
  return 0.27 * std::pow(double(fewestTasks) / tasks_, 0.75) * bodyRect().height();
}

/// What the tallest blocks of all strands leave between them.
double ZipperGeometry::roomBetween() const { return bodyRect().height() - 2 * strandMargin - tasks_ * tallestBlock(); }

/// Between the tallest blocks around the axis: as much as between others, but enough for the merge costs.
double ZipperGeometry::middleGap() const {
  const double even = roomBetween() / (tasks_ - 1);
  return tasks_ > fewestTasks ? std::max(even, leastMiddle) : even;
}

/// Between the tallest blocks of neighbouring strands of one side.
double ZipperGeometry::blockGap() const {
  return tasks_ > fewestTasks ? (roomBetween() - middleGap()) / (tasks_ - 2) : 0;
}

double ZipperGeometry::axisY() const {
  return bodyRect().top() + strandMargin + above() * tallestBlock() + (above() - 1) * blockGap() + middleGap() / 2;
}

double ZipperGeometry::strandOffset(double closed, int task) const {
  const double apart = firstApart_ + rank(task) * nextApart_;
  const double together = closedOffset + rank(task) * tapeDistance;
  // Cubed: when the slider passes a block that closes, its strands have already met.
  return together + (apart - together) * std::pow(1 - std::clamp(closed, 0.0, 1.0), 3);
}

double ZipperGeometry::strandDistance(double closed) const {
  if (above() < 2) return std::numeric_limits<double>::infinity();
  return strandOffset(closed, above() - 2) - strandOffset(closed, above() - 1);
}

double ZipperGeometry::blockHeight(std::int64_t parameters, std::int64_t largest) const {
  constexpr double smallest = 12;
  if (largest <= 0 || parameters <= 0) return smallest;
  return std::max(smallest, tallestBlock() * std::sqrt(double(parameters) / double(largest)));
}

double ZipperGeometry::front(const ColumnShares& closed) {
  double sum = 0, prefix = 1;
  for (std::size_t layer = 1; layer + 1 < closed.size(); ++layer) {
    prefix *= std::clamp((closed[layer] - leaningShare) / (1 - leaningShare), 0.0, 1.0);
    sum += prefix;
  }
  return sum;
}

double ZipperGeometry::sliderHome(int gap) const { return mix(columnX(gap), columnX(gap + 1), homeShare); }

double ZipperGeometry::sliderX(double front) const {
  const int gap = std::clamp(int(std::floor(front)), 0, layers_);
  return mix(sliderHome(gap), sliderHome(std::min(gap + 1, layers_)), std::clamp(front - gap, 0.0, 1.0));
}

double ZipperGeometry::offsetInGap(int gap, double share, const ColumnShares& closed, int task) const {
  const double from = strandOffset(closed[std::size_t(gap)], task);
  const double to = strandOffset(closed[std::size_t(gap) + 1], task), together = strandOffset(1, task);
  const double plain = mix(from, to, smooth(share));
  const double left = columnX(gap), right = columnX(gap + 1);
  const double slider = (sliderX(front(closed)) - left) / (right - left);
  if (slider <= 0 || slider >= 1) return plain;
  const double threaded = share < slider ? mix(from, together, smooth(share / slider))
                                         : mix(together, to, smooth((share - slider) / (1 - slider)));
  // The slider holds the strands fully at its home and lets go of them while it passes a block.
  const double away = std::abs(slider - homeShare) / (slider < homeShare ? homeShare : 1 - homeShare);
  return mix(plain, threaded, smooth(1 - away));
}

}  // namespace zipper
