// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <cstdint>
#include <vector>

namespace zipper {

/// How far each column is closed: 0 apart, 1 one strand. Columns: 0 the stem, then the layers, then the head.
using ColumnShares = std::vector<double>;

/// A layer in work leans together this far; from here to 1 it closes.
inline constexpr double leaningShare = 0.15;

/// Where everything stands, in scene units. Strands of the first half of the tasks lie above the axis, the first task's
/// on top, the others below; the axis lies between two of them. The height follows the place that there is; many
/// strands need a tall picture, many layers a wide one.
class ZipperGeometry {
 public:
  /// `aspect`: height / width of the place; what would be too flat or too tall is clamped. `textScale`: how much larger
  /// than usual the writing is, 1 to largestTextScale, in a small view or with a large font; it gets the room.
  explicit ZipperGeometry(int layers = 0, int tasks = fewestTasks, double aspect = 0.5625, double textScale = 1);
  static constexpr double largestTextScale = 1.7;
  static constexpr int fewestTasks = 2;

  int layers() const { return layers_; }
  int tasks() const { return tasks_; }
  int columns() const { return layers_ + 2; }
  int head() const { return layers_ + 1; }
  /// The lowest height / width of a picture with so many tasks.
  static double leastAspect(int tasks);

  QRectF bounds() const { return {0, 0, width_, height_}; }
  double width() const { return width_; }
  double columnX(int column) const;
  double pitch() const;                      ///< between neighbouring layers
  QRectF columnRect(int column) const;       ///< from the header to the shape labels
  int columnAt(const QPointF& point) const;  ///< -1: none

  QRectF headerRect(int column) const;
  QRectF labelRect(int column) const;
  QRectF bodyRect() const;          ///< strands and blocks
  QRectF bandRect(int task) const;  ///< mismatch of a task, on its side of the body: its words, and
  QRectF barsRect(int task) const;  ///< its bars
  /// Where the word for the bars of one of two tasks stands, clear of the title at its strand; empty: there is no room.
  QRectF bandWordRect(int task) const;
  /// Right of the bars, at the line of a full one: what that stands for.
  QRectF fullBarRect(int task) const;
  /// Beside that, within the band: the words for it; empty: there is no room.
  QRectF fullBarWordRect(int task) const;
  /// Top and height of the title at the strand of one of two tasks, where the stem is closed so far.
  double titleTop(int task, double closed) const;
  double titleHeight() const;
  QRectF costRect() const;  ///< between the two innermost strands, of all layers
  /// The titles of more than two tasks, between the labels and the legend: nothing crosses them there. Two tasks have
  /// theirs at their strands, and an empty rectangle here.
  QRectF keyRect() const;
  /// At most so many lines of titles.
  int keyLines() const;
  QRectF legendRect() const;
  /// Large writing takes two lines in the legend.
  int legendLines() const;

  double axisY() const;
  bool isAbove(int task) const { return task < above(); }
  /// How many strands lie between a strand and the axis.
  int rank(int task) const { return isAbove(task) ? above() - 1 - task : task - above(); }
  /// Distance of a strand from the axis where a column is closed so far.
  double strandOffset(double closed, int task) const;
  /// Where something at this distance from the axis lies, on the side of a task.
  double sideY(int task, double offset) const { return axisY() + (isAbove(task) ? -offset : offset); }
  /// Distance between the strands of one side; infinite if there is one on each.
  double strandDistance(double closed) const;

  double blockWidth() const;
  /// Height of a block: the square root of the parameters, the largest layer fills its place.
  double blockHeight(std::int64_t parameters, std::int64_t largest) const;
  double tallestBlock() const;

  /// How many layers from the first on are closed without a gap, with fractions while one closes.
  static double front(const ColumnShares& closed);
  double sliderX(double front) const;
  /// Distance of a strand from the axis at `share` (0...1) of the way from column `gap` to the next.
  double offsetInGap(int gap, double share, const ColumnShares& closed, int task) const;

 private:
  int above() const { return (tasks_ + 1) / 2; }
  double sliderHome(int gap) const;
  double headerBottom() const;
  QRectF middleRect() const;
  double laneHeight() const;
  double blockGap() const;
  double middleGap() const;
  double roomBetween() const;

  int layers_, tasks_;
  double width_, height_, textScale_;
  double firstApart_ = 0, nextApart_ = 0;  ///< open strands of one side: from the axis, and from one another
};

}  // namespace zipper
