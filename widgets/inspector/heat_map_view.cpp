// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/heat_map_view.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/value_text.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int mapGap = 10;
constexpr double largestCell = 48;

}  // namespace

HeatMapView::HeatMapView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Weight matrices"));
  setWhatsThis(
      tr("Every matrix has a row per output channel and a column per input channel. The wheel zooms about the cursor, "
         "dragging moves the picture, a double click or 0 shows everything; all pictures move together. Point at a "
         "cell, or move the cursor with the arrow keys, to read its values; + and − zoom."));
}

void HeatMapView::setArrays(std::vector<ShownArray> arrays) {
  QSize matrix;
  for (const ShownArray& array : arrays)
    matrix = matrix.expandedTo({int(array.values->shape[1]), int(array.values->shape[0])});
  picture_.setArrays(std::move(arrays));
  if (matrix != matrix_) {
    matrix_ = matrix;
    cell_.reset();
    fitted_ = true;
  }
  relayout();
  point(cell_);
  style::tellPaintedValues(this);
}

QString HeatMapView::paintedValues() const { return arraysText(arrays()); }

QFont HeatMapView::smallFont() const { return style::smallFont(font()); }

int HeatMapView::titleHeight() const { return titleLines_ * QFontMetrics(smallFont()).height() + 4; }

QRect HeatMapView::paneRect(int index) const {
  const QSize& size = pane_;
  const int column = index % grid_.width(), row = index / grid_.width();
  return {QPoint(column * (size.width() + mapGap), row * (size.height() + titleHeight() + mapGap) + titleHeight()),
          size};
}

int HeatMapView::paneAt(QPoint position) const {
  for (int i = 0; i < int(arrays().size()); ++i)
    if (paneRect(i).contains(position)) return i;
  return -1;
}

QPointF HeatMapView::fromCentre(int pane, QPointF position) const { return position - QRectF(paneRect(pane)).center(); }

/// Titles get a second line where a pane is too narrow for one of them.
void HeatMapView::relayout() {
  arrange(1);
  const QFontMetrics metrics(smallFont());
  const auto breaks = [&](const ShownArray& array) {
    return titleLines(array.title, metrics, pane_.width()).size() > 1;
  };
  if (std::any_of(arrays().begin(), arrays().end(), breaks)) arrange(2);
  if (fitted_) viewport_ = fitted(matrix_, paneSize());
  viewport_ = inBounds(viewport_, matrix_, paneSize());
  update();
}

void HeatMapView::arrange(int titleLines) {
  titleLines_ = titleLines;
  grid_ = paneGrid(int(arrays().size()), size(), matrix_, titleHeight(), mapGap);
  const QSizeF room(double((width() - (grid_.width() - 1) * mapGap) / grid_.width()),
                    double((height() - (grid_.height() - 1) * mapGap) / grid_.height() - titleHeight()));
  const MatrixViewport whole = fitted(matrix_, room);
  pane_ = QSize(int(std::lround(matrix_.width() * whole.cellSize)),
                int(std::lround(matrix_.height() * whole.cellSize * whole.stretch)))
              .expandedTo({1, 1});
}

void HeatMapView::fit() {
  fitted_ = true;
  relayout();
}

void HeatMapView::setViewport(const MatrixViewport& viewport) {
  viewport_ = inBounds(viewport, matrix_, paneSize());
  update();
}

void HeatMapView::zoom(double factor, QPointF position) {
  if (matrix_.isEmpty()) return;
  const double smallest = fitted(matrix_, paneSize()).cellSize;
  const double size = std::clamp(viewport_.cellSize * factor, smallest, std::max(smallest, largestCell));
  fitted_ = size <= smallest;
  setViewport(zoomedAbout(viewport_, size, position));
}

QString HeatMapView::describe(const Cell& cell) const {
  QStringList parts{tr("output %1, input %2").arg(cell.row).arg(cell.column)};
  for (const ShownArray& array : arrays()) {
    const auto& shape = array.values->shape;
    if (cell.row >= shape[0] || cell.column >= shape[1]) continue;
    const auto at = std::size_t(cell.row) * std::size_t(shape[1]) + std::size_t(cell.column);
    parts << array.fullTitle() + u' ' + valueText(double(array.values->values[at]));
  }
  return parts.join(QStringLiteral(" · "));
}

void HeatMapView::point(const std::optional<Cell>& cell) {
  cell_ = cell;
  if (!cell_) setAccessibleDescription({});
  update();
  Q_EMIT readOut(cell_ ? describe(*cell_) : QString());
}

void HeatMapView::pointAt(QPoint position) {
  const int pane = paneAt(position);
  if (pane < 0) return;
  const QPointF place = viewport_.toMatrix(fromCentre(pane, position));
  const Cell cell{int(std::floor(place.y())), int(std::floor(place.x()))};
  if (QRect(QPoint(0, 0), matrix_).contains(cell.column, cell.row)) point(cell);
}

void HeatMapView::setCell(const Cell& cell) {
  if (arrays().empty()) return;
  point(Cell{std::clamp(cell.row, 0, matrix_.height() - 1), std::clamp(cell.column, 0, matrix_.width() - 1)});
  setAccessibleDescription(describe(*cell_));
  const QSizeF pane = paneSize();
  const double across = pane.width() / viewport_.cellSize / 2;
  const double down = pane.height() / (viewport_.cellSize * viewport_.stretch) / 2;
  MatrixViewport moved = viewport_;
  moved.centre.setX(std::clamp(moved.centre.x(), cell_->column + 1 - across,
                               std::max(cell_->column + 1 - across, cell_->column + across)));
  moved.centre.setY(
      std::clamp(moved.centre.y(), cell_->row + 1 - down, std::max(cell_->row + 1 - down, cell_->row + down)));
  setViewport(moved);
}

void HeatMapView::wheelEvent(QWheelEvent* event) {
  const int pane = paneAt(event->position().toPoint());
  if (pane < 0 || event->angleDelta().y() == 0) return event->ignore();
  zoom(std::pow(1.2, event->angleDelta().y() / 120.0), fromCentre(pane, event->position()));
  pointAt(event->position().toPoint());
  event->accept();
}

void HeatMapView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) draggedFrom_ = event->position().toPoint();
  pointAt(event->position().toPoint());
}

void HeatMapView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint position = event->position().toPoint();
  if (!draggedFrom_ || !(event->buttons() & Qt::LeftButton)) return pointAt(position);
  const QPoint moved = position - *draggedFrom_;
  draggedFrom_ = position;
  if (!fitted_) setCursor(Qt::ClosedHandCursor);
  MatrixViewport viewport = viewport_;
  viewport.centre -= QPointF(moved.x() / viewport_.cellSize, moved.y() / (viewport_.cellSize * viewport_.stretch));
  setViewport(viewport);
}

void HeatMapView::mouseReleaseEvent(QMouseEvent* event) {
  draggedFrom_.reset();
  unsetCursor();
  pointAt(event->position().toPoint());
}

void HeatMapView::mouseDoubleClickEvent(QMouseEvent*) { fit(); }

void HeatMapView::leaveEvent(QEvent*) {
  if (!hasFocus()) point({});
}

void HeatMapView::keyPressEvent(QKeyEvent* event) {
  const Cell at = cell_.value_or(Cell{});
  const int page = std::max(1, int(paneSize().height() / (viewport_.cellSize * viewport_.stretch)));
  const QPointF place = cell_ ? viewport_.toPane({at.column + 0.5, at.row + 0.5}) : QPointF();
  switch (arrays().empty() ? 0 : event->key()) {
    case Qt::Key_Left:
      return setCell({at.row, at.column - 1});
    case Qt::Key_Right:
      return setCell({at.row, at.column + 1});
    case Qt::Key_Up:
      return setCell({at.row - 1, at.column});
    case Qt::Key_Down:
      return setCell({at.row + 1, at.column});
    case Qt::Key_PageUp:
      return setCell({at.row - page, at.column});
    case Qt::Key_PageDown:
      return setCell({at.row + page, at.column});
    case Qt::Key_Home:
      return setCell({at.row, 0});
    case Qt::Key_End:
      return setCell({at.row, matrix_.width() - 1});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1.25, place);
    case Qt::Key_Minus:
      return zoom(0.8, place);
    case Qt::Key_0:
      return fit();
    default:
      QWidget::keyPressEvent(event);
  }
}

void HeatMapView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (!cell_ && !arrays().empty() && event->reason() != Qt::MouseFocusReason) setCell({});
  update();
}

void HeatMapView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void HeatMapView::paintEvent(QPaintEvent*) {
  HeatMapScene scene;
  for (int i = 0; i < int(arrays().size()); ++i) scene.panes.push_back(paneRect(i));
  scene.titleHeight = titleHeight();
  scene.viewport = viewport_;
  if (cell_) scene.cell = QPoint(cell_->column, cell_->row);
  scene.hasFocus = hasFocus();
  scene.font = smallFont();
  scene.palette = palette();
  QPainter painter(this);
  picture_.paint(painter, scene);
  if (!picture_.isComplete()) QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

void HeatMapView::resizeEvent(QResizeEvent*) { relayout(); }

void HeatMapView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) picture_.forgetImages();
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) relayout();
  QWidget::changeEvent(event);
}

}  // namespace zipper
