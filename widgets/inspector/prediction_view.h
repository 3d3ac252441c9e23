// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/style/painted_values.h"

namespace zipper {

/// A class and what both networks think of it.
struct Prediction {
  QString name;
  double teacher = 0, merged = 0;  ///< probabilities
};

/// The classes that either network finds most probable, the most probable first. `names`: per output of the head;
/// an output without a name is "class 7".
std::vector<Prediction> topPredictions(const std::vector<float>& teacher, const std::vector<float>& merged,
                                       const QStringList& names, int count);

/// The top predictions of the teacher and of the merged network, or of two other networks, as two columns of bars.
class PredictionView : public QWidget, public style::PaintedTable {
  Q_OBJECT

 public:
  explicit PredictionView(QWidget* parent = nullptr);

  void setPredictions(std::vector<Prediction> predictions, int task);
  /// What the two columns are called; "teacher" and "merged" unless set.
  void setHeadings(const QString& first, const QString& second);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// So that no name is cut.
  int wantedWidth() const;

  /// A row per class, a column per network.
  QString paintedValues() const override { return accessibleDescription(); }
  int paintedRows() const override { return int(predictions_.size()); }
  int paintedColumns() const override { return predictions_.empty() ? 0 : 2; }
  QString paintedRowName(int row) const override { return predictions_[std::size_t(row)].name; }
  QString paintedColumnName(int column) const override { return column == 0 ? first_ : second_; }
  QString paintedCell(int row, int column) const override;
  QRect paintedCellRect(int row, int column) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// Width of the names, where the bars begin, and how wide these are.
  struct Columns {
    int names, first, second, width;
  };
  Columns columns() const;
  int rowHeight() const;
  QFont headingFont() const;
  int leastBar() const;  ///< width of a bar that its number and its heading just fit in
  int widthOfNames() const;
  void paintBar(QPainter& painter, const QRect& rect, double probability, const QColor& color) const;

  void describe();

  std::vector<Prediction> predictions_;
  QString first_, second_;  ///< headings
  int task_ = 0;
};

}  // namespace zipper
