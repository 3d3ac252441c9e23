// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/confusion_table.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "widgets/style/colors.h"

namespace zipper {

ConfusionTable::ConfusionTable(const Confusion& confusion) : confusion_(confusion), classes_(classesIn(confusion)) {
  inRow_.assign(classes_.size(), 0);
  for (const ConfusionCell& cell : confusion_.cells) {
    inRow_[std::size_t(placeOf(cell.label))] += cell.teacher;
    largestDifference_ = std::max<qint64>(largestDifference_, std::abs(cell.difference()));
  }
  for (const ConfusionCell& cell : confusion_.cells)
    for (const MatrixShown matrix : {MatrixShown::Teacher, MatrixShown::Merged})
      if (const double share = value(matrix, cell); share > largestShare_) largestShare_ = share;
}

int ConfusionTable::placeOf(int output) const {
  const auto found = std::lower_bound(classes_.begin(), classes_.end(), output);
  return found != classes_.end() && *found == output ? int(found - classes_.begin()) : -1;
}

ColorScale ConfusionTable::scale(MatrixShown matrix) const {
  ColorScale scale;
  if (matrix != MatrixShown::Difference) {
    scale.kind = ColorScale::Kind::Sequential;
    scale.limit = largestShare_ > 0 ? largestShare_ : 1;
    scale.largest = largestShare_;
    return scale;
  }
  scale.limit = double(std::max<qint64>(1, largestDifference_));
  scale.largest = double(largestDifference_);
  return scale;
}

double ConfusionTable::value(MatrixShown matrix, const ConfusionCell& cell) const {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  if (matrix == MatrixShown::Difference) return cell.difference() == 0 ? nothing : double(cell.difference());
  const qint64 count = matrix == MatrixShown::Teacher ? cell.teacher : cell.merged;
  const int row = placeOf(cell.label);
  if (count == 0 || row < 0 || inRow_[std::size_t(row)] == 0) return nothing;
  return double(count) / double(inRow_[std::size_t(row)]);
}

QImage ConfusionTable::image(MatrixShown matrix, bool dark) const {
  if (size() == 0 || isTooLarge()) return {};
  QImage image(size(), size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  const ColorScale colors = scale(matrix);
  for (const ConfusionCell& cell : confusion_.cells) {
    const double value = this->value(matrix, cell);
    if (std::isnan(value)) continue;
    // As in the report: the colour says whether it is good, the number how many.
    const double share = (matrix == MatrixShown::Difference ? -double(cell.gain()) : value) / colors.limit;
    image.setPixel(placeOf(cell.answer), placeOf(cell.label),
                   colors.kind == ColorScale::Kind::Diverging ? style::divergingColor(share, dark)
                                                              : style::sequentialColor(share));
  }
  return image;
}

QString numberIn(MatrixShown matrix, const ConfusionCell& cell) {
  switch (matrix) {
    case MatrixShown::Teacher:
      return QLocale().toString(qint64(cell.teacher));
    case MatrixShown::Merged:
      return QLocale().toString(qint64(cell.merged));
    case MatrixShown::Difference:
      return signedCount(cell.difference());
  }
  return {};
}

}  // namespace zipper
