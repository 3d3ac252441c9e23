// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/inspector/heat_map_picture.h"
#include "widgets/inspector/matrix_viewport.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// Matrices as heat maps side by side, all showing the same part: the wheel zooms about the cursor, dragging pans, a
/// double click shows everything again. The mouse and the arrow keys point at a cell, whose values in all matrices are
/// read out.
class HeatMapView : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit HeatMapView(QWidget* parent = nullptr);

  /// All arrays are matrices. The visible part and the cell stay if the shape of the first does.
  void setArrays(std::vector<ShownArray> arrays);
  const std::vector<ShownArray>& arrays() const { return picture_.arrays(); }
  /// Where the picture of a matrix may be, without its title.
  QRect paneRect(int index) const;
  QString paintedValues() const override;

  QSize sizeHint() const override { return {360, 420}; }
  QSize minimumSizeHint() const override { return {160, 140}; }

 Q_SIGNALS:
  /// The values at the cell that is pointed at; empty if there is none.
  void readOut(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  /// A place in the matrices.
  struct Cell {
    int row = 0, column = 0;
  };

  /// Points at a cell and brings it into view.
  void setCell(const Cell& cell);
  void fit();
  QFont smallFont() const;
  int titleHeight() const;
  void arrange(int titleLines);
  QSizeF paneSize() const { return pane_; }
  int paneAt(QPoint position) const;
  QPointF fromCentre(int pane, QPointF position) const;
  void relayout();
  void setViewport(const MatrixViewport& viewport);
  void zoom(double factor, QPointF fromPaneCentre);
  void point(const std::optional<Cell>& cell);
  void pointAt(QPoint position);
  QString describe(const Cell& cell) const;

  HeatMapPicture picture_;
  QSize matrix_;      ///< columns x rows of the largest
  QSize grid_{1, 1};  ///< panes across and down
  int titleLines_ = 1;
  QSize pane_;  ///< without its title; of the shape of the whole matrix
  MatrixViewport viewport_;
  bool fitted_ = true;
  std::optional<Cell> cell_;
  std::optional<QPoint> draggedFrom_;
};

}  // namespace zipper
