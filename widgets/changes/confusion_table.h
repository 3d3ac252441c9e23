// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <vector>

#include "core/analysis/confusion.h"
#include "widgets/changes/changes_content.h"
#include "widgets/inspector/array_image.h"

namespace zipper {

/// The confusion matrices as a table of the classes that occur: a row for each label, a column for each answer.
class ConfusionTable {
 public:
  /// More classes than these aren't shown as a matrix: nobody can look at it, and the picture would be large.
  static constexpr int mostClasses = 500;

  ConfusionTable() = default;
  explicit ConfusionTable(const Confusion& confusion);

  /// Rows, and columns.
  int size() const { return int(classes_.size()); }
  bool isTooLarge() const { return size() > mostClasses; }
  /// The class of a row or column.
  int classAt(int place) const { return classes_[std::size_t(place)]; }
  /// -1: it doesn't occur.
  int placeOf(int output) const;

  ConfusionCell at(int row, int column) const { return confusion_.at(classAt(row), classAt(column)); }
  const std::vector<ConfusionCell>& cells() const { return confusion_.cells; }
  /// Images with the label of this row.
  qint64 imagesInRow(int row) const { return inRow_[std::size_t(row)]; }

  /// What a colour means: of both networks the share of a row, from 0 on; of the difference images, as many to both
  /// sides.
  ColorScale scale(MatrixShown matrix) const;
  /// The value that a cell is coloured by; NaN where there is nothing to colour.
  double value(MatrixShown matrix, const ConfusionCell& cell) const;
  /// One pixel per cell; transparent where nothing is.
  QImage image(MatrixShown matrix, bool dark) const;

 private:
  Confusion confusion_;
  std::vector<int> classes_;
  std::vector<qint64> inRow_;
  qint64 largestDifference_ = 0;
  double largestShare_ = 0;
};

/// What stands in a cell: a count, or a difference with its sign.
QString numberIn(MatrixShown matrix, const ConfusionCell& cell);

}  // namespace zipper
