// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <functional>
#include <optional>
#include <vector>

#include "widgets/inspector/map_grid_layout.h"
#include "widgets/inspector/map_grid_picture.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// Small maps [C,H,W] of several networks side by side, a unit per channel, to scroll through. The mouse and the arrow
/// keys point at a cell, whose values in all panels are read out. Ctrl and the wheel, + and - change the size.
class MapGrid : public QAbstractScrollArea, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit MapGrid(QWidget* parent = nullptr);

  /// A place in the maps.
  struct Cell {
    int channel = 0, row = 0, column = 0;
  };

  /// All arrays are [C,H,W] with the same H and W. What is pointed at and the place stay if the shape does.
  void setArrays(std::vector<ShownArray> arrays);
  const std::vector<ShownArray>& arrays() const { return picture_.arrays(); }
  /// What a channel is called in the read-out; "channel 17" unless set.
  void setChannelName(std::function<QString(int)> name) { channelName_ = std::move(name); }
  /// The wanted width of a tile in pixels, which decides the size of a cell (a whole number of pixels, at most 24).
  void setTileWidth(int pixels);

  /// Where a cell is on the viewport.
  QRect cellRect(const Cell& cell, int panel) const;
  QString paintedValues() const override;

 Q_SIGNALS:
  /// The values at the cell that is pointed at; empty if there is none.
  void readOut(const QString& text);

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
  bool viewportEvent(QEvent* event) override;

 private:
  void setCell(const Cell& cell);
  int channels() const { return picture_.channels(); }
  int mapHeight() const;
  int mapWidth() const;
  QFont smallFont() const;
  int headerHeight() const;
  QPoint toContent(QPoint viewportPosition) const;
  void relayout();
  void setCellSize(int cellSize);
  void enlarge(bool more);
  void point(const std::optional<Cell>& cell);
  void pointAt(QPoint viewportPosition);
  void moveBy(int rows, int columns);
  void showCell();
  QString describe(const Cell& cell) const;

  MapGridPicture picture_;
  std::function<QString(int)> channelName_;
  MapGridLayout layout_;
  int tileWidth_ = 72;
  int cellSize_ = 8;
  std::optional<Cell> cell_;
};

}  // namespace zipper
