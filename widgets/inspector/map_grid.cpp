// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/map_grid.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "widgets/inspector/value_text.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int smallestCell = 1, largestMapCell = 24;

std::vector<bool> groupStartsOf(const std::vector<ShownArray>& arrays) {
  std::vector<bool> starts;
  for (std::size_t i = 0; i < arrays.size(); ++i) starts.push_back(i == 0 || arrays[i].group != arrays[i - 1].group);
  return starts;
}

std::vector<std::int64_t> shapeOf(const std::vector<ShownArray>& arrays) {
  return arrays.empty() ? std::vector<std::int64_t>{} : arrays.front().values->shape;
}

}  // namespace

MapGrid::MapGrid(QWidget* parent) : QAbstractScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->setBackgroundRole(QPalette::Base);
  setMinimumHeight(90);
  setWhatsThis(
      tr("Every row shows one or more channels, every channel its maps side by side. Point at a cell, or move the "
         "cursor with the arrow keys, to read its values. Page Up, Page Down, Home and End scroll; Ctrl and the wheel, "
         "or + and −, change the size."));
}

int MapGrid::mapHeight() const { return arrays().empty() ? 1 : int(arrays().front().values->shape[1]); }
int MapGrid::mapWidth() const { return arrays().empty() ? 1 : int(arrays().front().values->shape[2]); }

void MapGrid::setArrays(std::vector<ShownArray> arrays) {
  const bool sameShape = shapeOf(arrays) == shapeOf(picture_.arrays());
  picture_.setArrays(std::move(arrays));
  if (!sameShape) {
    cell_.reset();
    cellSize_ = std::clamp((tileWidth_ + mapWidth() / 2) / mapWidth(), smallestCell, largestMapCell);
    verticalScrollBar()->setValue(0);
  }
  relayout();
  point(cell_);
  style::tellPaintedValues(this);
}

QString MapGrid::paintedValues() const { return arraysText(arrays()); }

void MapGrid::setTileWidth(int pixels) {
  tileWidth_ = pixels;
  setCellSize(tileWidth_ / mapWidth());
}

QFont MapGrid::smallFont() const { return style::smallFont(font()); }

int MapGrid::headerHeight() const {
  const bool grouped = !arrays().empty() && !arrays().front().group.isEmpty();
  return QFontMetrics(smallFont()).height() * (grouped ? 2 : 1) + 6;
}

void MapGrid::relayout() {
  MapGridLayout::Input input;
  input.width = viewport()->width();
  input.channels = channels();
  input.tile = QSize(mapWidth(), mapHeight()) * cellSize_;
  input.labelWidth = QFontMetrics(smallFont()).horizontalAdvance(QString::number(std::max(0, channels() - 1)));
  input.groupStarts = groupStartsOf(arrays());
  layout_ = MapGridLayout(input);
  const int room = viewport()->height() - headerHeight();
  verticalScrollBar()->setRange(0, std::max(0, layout_.contentHeight() - room));
  verticalScrollBar()->setPageStep(std::max(1, room));
  verticalScrollBar()->setSingleStep(std::max(8, layout_.tile().height() / 2));
  viewport()->update();
}

void MapGrid::setCellSize(int cellSize) {
  cellSize = std::clamp(cellSize, smallestCell, largestMapCell);
  if (cellSize == cellSize_) return;
  const int anchor = cell_ ? cell_->channel : layout_.firstChannelAt(verticalScrollBar()->value());
  cellSize_ = cellSize;
  relayout();
  if (channels() > 0) verticalScrollBar()->setValue(layout_.labelRect(anchor).top());
}

void MapGrid::enlarge(bool more) {
  // A quarter more, a fifth less: there and back again.
  setCellSize(more ? cellSize_ + std::max(1, cellSize_ / 4) : cellSize_ - std::max(1, cellSize_ / 5));
}

QPoint MapGrid::toContent(QPoint position) const {
  return position + QPoint(0, verticalScrollBar()->value() - headerHeight());
}

QRect MapGrid::cellRect(const Cell& cell, int panel) const {
  const QRect tile = layout_.tileRect(cell.channel, panel);
  const int left = cell.column * tile.width() / mapWidth(), right = (cell.column + 1) * tile.width() / mapWidth();
  const int top = cell.row * tile.height() / mapHeight(), bottom = (cell.row + 1) * tile.height() / mapHeight();
  const QRect content(tile.x() + left, tile.y() + top, std::max(1, right - left), std::max(1, bottom - top));
  return content.translated(0, headerHeight() - verticalScrollBar()->value());
}

QString MapGrid::describe(const Cell& cell) const {
  const QString channel = channelName_ ? channelName_(cell.channel) : tr("channel %1").arg(cell.channel);
  QStringList parts{tr("%1, row %2, column %3").arg(channel).arg(cell.row).arg(cell.column)};
  for (const ShownArray& array : arrays()) {
    if (cell.channel >= array.values->shape[0]) continue;
    const auto at =
        (std::size_t(cell.channel) * std::size_t(mapHeight()) + std::size_t(cell.row)) * std::size_t(mapWidth()) +
        std::size_t(cell.column);
    parts << array.fullTitle() + u' ' + valueText(double(array.values->values[at]));
  }
  return parts.join(QStringLiteral(" · "));
}

void MapGrid::point(const std::optional<Cell>& cell) {
  cell_ = cell;
  if (!cell_) setAccessibleDescription({});
  viewport()->update();
  Q_EMIT readOut(cell_ ? describe(*cell_) : QString());
}

void MapGrid::pointAt(QPoint position) {
  const auto hit = position.y() < headerHeight() ? std::nullopt : layout_.hit(toContent(position));
  if (!hit) return;
  const QPoint inside = toContent(position) - layout_.tileRect(hit->channel, hit->panel).topLeft();
  point(Cell{hit->channel, inside.y() * mapHeight() / layout_.tile().height(),
             inside.x() * mapWidth() / layout_.tile().width()});
}

void MapGrid::setCell(const Cell& cell) {
  if (arrays().empty()) return;
  point(Cell{std::clamp(cell.channel, 0, channels() - 1), std::clamp(cell.row, 0, mapHeight() - 1),
             std::clamp(cell.column, 0, mapWidth() - 1)});
  showCell();
  setAccessibleDescription(describe(*cell_));
}

void MapGrid::showCell() {
  const QRect unit = layout_.labelRect(cell_->channel);
  const int room = viewport()->height() - headerHeight(), value = verticalScrollBar()->value();
  if (unit.top() - 6 < value) verticalScrollBar()->setValue(unit.top() - 6);
  if (unit.bottom() + 6 > value + room) verticalScrollBar()->setValue(unit.bottom() + 6 - room);
}

void MapGrid::moveBy(int rows, int columns) {
  Cell next = cell_.value_or(Cell{});
  if (cell_) {
    next.row += rows;
    next.column += columns;
  }
  // Over the edge of a map is the neighbour in the grid.
  const int across = next.column < 0 ? -1 : next.column >= mapWidth() ? 1 : 0;
  const int down = next.row < 0 ? -layout_.columns() : next.row >= mapHeight() ? layout_.columns() : 0;
  const int channel = next.channel + across + down;
  if (channel < 0 || channel >= channels()) return;
  if (across != 0) next.column = across < 0 ? mapWidth() - 1 : 0;
  if (down != 0) next.row = down < 0 ? mapHeight() - 1 : 0;
  next.channel = channel;
  setCell(next);
}

void MapGrid::keyPressEvent(QKeyEvent* event) {
  const Cell at = cell_.value_or(Cell{});
  const int page = std::max(1, (viewport()->height() - headerHeight()) / (layout_.tile().height() + 8));
  switch (arrays().empty() ? 0 : event->key()) {
    case Qt::Key_Left:
      return moveBy(0, -1);
    case Qt::Key_Right:
      return moveBy(0, 1);
    case Qt::Key_Up:
      return moveBy(-1, 0);
    case Qt::Key_Down:
      return moveBy(1, 0);
    case Qt::Key_PageUp:
      return setCell({at.channel - page * layout_.columns(), at.row, at.column});
    case Qt::Key_PageDown:
      return setCell({at.channel + page * layout_.columns(), at.row, at.column});
    case Qt::Key_Home:
      return setCell({0, 0, 0});
    case Qt::Key_End:
      return setCell({channels() - 1, 0, 0});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return enlarge(true);
    case Qt::Key_Minus:
      return enlarge(false);
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void MapGrid::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
  if (event->angleDelta().y() != 0) enlarge(event->angleDelta().y() > 0);
  event->accept();
}

void MapGrid::mouseMoveEvent(QMouseEvent* event) { pointAt(event->position().toPoint()); }
void MapGrid::mousePressEvent(QMouseEvent* event) { pointAt(event->position().toPoint()); }

void MapGrid::paintEvent(QPaintEvent*) {
  MapGridScene scene{layout_, viewport()->rect(), verticalScrollBar()->value(), headerHeight(), -1, {}, {}, {}, {}};
  if (cell_) scene.pointedChannel = cell_->channel;
  for (int panel = 0; cell_ && panel < int(arrays().size()); ++panel)
    scene.cellFrames.push_back(cellRect(*cell_, panel));
  scene.hasFocus = hasFocus();
  scene.font = smallFont();
  scene.palette = palette();
  QPainter painter(viewport());
  picture_.paint(painter, scene);
}

void MapGrid::resizeEvent(QResizeEvent*) { relayout(); }
void MapGrid::scrollContentsBy(int, int) { viewport()->update(); }

void MapGrid::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  if (!cell_ && !arrays().empty() && event->reason() != Qt::MouseFocusReason) setCell({});
  viewport()->update();
}

void MapGrid::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void MapGrid::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) picture_.forgetImages();
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) relayout();
  QAbstractScrollArea::changeEvent(event);
}

bool MapGrid::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave && !hasFocus()) point({});
  return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace zipper
