// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QStringList>
#include <optional>

#include "widgets/changes/confusion_geometry.h"
#include "widgets/changes/confusion_table.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// A confusion matrix: a row for each label, a column for each answer. The mouse and the arrow keys point at a cell,
/// Home and End go to the ends of its row (with Ctrl to the corners), Enter, Space or a click choose it. Ctrl and the
/// wheel, + and - change the size of cells, 0 shows all of them. The cell that is pointed at is the widget's accessible
/// description.
class ConfusionView : public QAbstractScrollArea, public style::PaintedTable {
  Q_OBJECT

 public:
  explicit ConfusionView(QWidget* parent = nullptr);

  /// The cell stays if its classes are still there; the size of cells does if there are as many.
  void setChanges(ShownChangesPtr changes);
  void setMatrix(MatrixShown matrix);
  MatrixShown matrix() const { return matrix_; }
  const ConfusionTable& table() const { return table_; }
  /// As (column, row); none before somebody points at one.
  std::optional<QPoint> cell() const { return cell_; }
  /// Where a cell is on the viewport.
  QRect cellRect(int row, int column) const { return geometry_.cellRect(row, column); }
  int cellSize() const { return geometry_.cell; }

  /// How many classes there are, and the cells that changed most.
  QString paintedValues() const override;
  int paintedRows() const override { return geometry_.size; }
  int paintedColumns() const override { return geometry_.size; }
  QString paintedRowName(int row) const override { return names_.value(row); }
  QString paintedColumnName(int column) const override { return names_.value(column); }
  QString paintedCell(int row, int column) const override;
  QRect paintedCellRect(int row, int column) const override;
  int paintedCurrentRow() const override { return cell_ ? cell_->y() : -1; }
  int paintedCurrentColumn() const override { return cell_ ? cell_->x() : -1; }

  QSize sizeHint() const override { return {280, 240}; }
  QSize minimumSizeHint() const override { return {120, 90}; }

 Q_SIGNALS:
  /// What the cell that is pointed at says; empty if there is none.
  void readOut(const QString& text);
  /// The images behind a cell are wanted.
  void chosen(int label, int answer);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QFont smallFont() const;
  QSize roomForNames(int cell) const;
  void relayout();
  void setCellSize(int cell);
  void point(const std::optional<QPoint>& cell);
  void moveTo(const QPoint& cell);
  std::optional<QPoint> targetOf(const QKeyEvent& event) const;
  void choose();
  void describe();
  void paintNames(QPainter& painter) const;
  void paintNumbers(QPainter& painter) const;
  void paintGrid(QPainter& painter) const;

  ShownChangesPtr changes_;
  ConfusionTable table_;
  QStringList names_;
  int widestName_ = 0;
  MatrixShown matrix_ = MatrixShown::Difference;
  ConfusionGeometry geometry_;
  bool fitted_ = true;
  QImage image_;
  std::optional<QPoint> cell_;
};

}  // namespace zipper
