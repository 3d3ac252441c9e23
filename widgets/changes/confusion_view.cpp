// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/confusion_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/overlay.h"
#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int nameGap = 4;
constexpr int widestNames = 110;  ///< pixels for the names of the rows, at most
constexpr double zoomStep = 1.25;

int zoomedCell(int cell, bool larger) {
  const int zoomed = int(std::lround(larger ? cell * zoomStep : cell / zoomStep));
  return zoomed == cell ? cell + (larger ? 1 : -1) : zoomed;
}

}  // namespace

ConfusionView::ConfusionView(QWidget* parent) : QAbstractScrollArea(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  describe();
}

void ConfusionView::setChanges(ShownChangesPtr changes) {
  const int before = table_.size();
  std::optional<QPoint> classes;
  if (cell_) classes = QPoint(table_.classAt(cell_->x()), table_.classAt(cell_->y()));
  changes_ = std::move(changes);
  table_ = changes_ ? ConfusionTable(changes_->changes.confusion) : ConfusionTable();
  names_.clear();
  if (changes_ && !table_.isTooLarge())
    for (int place = 0; place < table_.size(); ++place)
      names_ << nameOfOutput(changes_->answers, table_.classAt(place));
  image_ = {};
  if (table_.size() != before) fitted_ = true;
  relayout();
  std::optional<QPoint> same;
  if (classes) same = QPoint(table_.placeOf(classes->x()), table_.placeOf(classes->y()));
  point(same && same->x() >= 0 && same->y() >= 0 ? same : std::nullopt);
  style::tellPaintedValues(this);
}

QString ConfusionView::paintedValues() const {
  if (!changes_ || geometry_.size == 0) return {};
  constexpr std::size_t told = 3;
  const QString classes = tr("%Ln class(es); a row for each label, a column for each answer.", nullptr, geometry_.size);
  QStringList lines;
  for (const ConfusionCell& cell : mostChanged(changes_->changes.confusion, told))
    lines << cellLine(changes_->answers, cell);
  if (lines.isEmpty()) return classes + u' ' + tr("No cell changed.");
  return classes + u' ' + tr("Changed most: %1.").arg(lines.join(QStringLiteral("; ")));
}

QString ConfusionView::paintedCell(int row, int column) const {
  return changes_ ? cellSentence(changes_->answers, table_.at(row, column)) : QString();
}

QRect ConfusionView::paintedCellRect(int row, int column) const {
  const QRect seen = geometry_.cellRect(row, column) & geometry_.field();
  return seen.isEmpty() ? QRect() : seen.translated(viewport()->pos());
}

void ConfusionView::setMatrix(MatrixShown matrix) {
  matrix_ = matrix;
  image_ = {};
  describe();
  viewport()->update();
}

void ConfusionView::describe() {
  const QString what = matrix_ == MatrixShown::Teacher  ? tr("Confusion matrix of the teacher")
                       : matrix_ == MatrixShown::Merged ? tr("Confusion matrix of the merged network")
                                                        : tr("Difference of the confusion matrices");
  if (what != accessibleName()) setAccessibleName(what);
}

QFont ConfusionView::smallFont() const { return style::smallFont(font()); }

/// Names stand there where they can be read, beside cells of this size; else a margin is left.
QSize ConfusionView::roomForNames(int cell) const {
  const QFontMetrics metrics(smallFont());
  if (cell < metrics.height() - 2) return {nameGap, nameGap};
  const int most = std::min(widestNames, viewport()->width() / 3);
  return {std::min(widestName_, most) + 2 * nameGap,
          std::min({widestName_, most, viewport()->height() / 3}) + 2 * nameGap};
}

void ConfusionView::relayout() {
  const QFontMetrics metrics(smallFont());
  widestName_ = 0;
  for (const QString& name : names_) widestName_ = std::max(widestName_, metrics.horizontalAdvance(name));
  geometry_.size = table_.isTooLarge() ? 0 : table_.size();
  geometry_.area = viewport()->size();
  if (fitted_) {
    // First with the names; where cells get too small for them, without.
    geometry_.names = roomForNames(ConfusionGeometry::mostCell);
    geometry_.cell = ConfusionGeometry::fittedCell(geometry_.size, geometry_.field().size());
    geometry_.names = roomForNames(geometry_.cell);
    if (geometry_.names.width() == nameGap)
      geometry_.cell = std::min(ConfusionGeometry::fittedCell(geometry_.size, geometry_.field().size()),
                                std::max(ConfusionGeometry::leastCell, metrics.height() - 3));
  }
  geometry_.names = roomForNames(geometry_.cell);
  const QPoint most = geometry_.mostScrolled();
  horizontalScrollBar()->setRange(0, most.x());
  verticalScrollBar()->setRange(0, most.y());
  horizontalScrollBar()->setPageStep(geometry_.field().width());
  verticalScrollBar()->setPageStep(geometry_.field().height());
  horizontalScrollBar()->setSingleStep(geometry_.cell);
  verticalScrollBar()->setSingleStep(geometry_.cell);
  geometry_.scrolled = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
  viewport()->update();
}

void ConfusionView::setCellSize(int cell) {
  fitted_ = false;
  geometry_.cell = std::clamp(cell, ConfusionGeometry::leastCell, ConfusionGeometry::mostCell);
  relayout();
  if (cell_) moveTo(*cell_);
}

void ConfusionView::point(const std::optional<QPoint>& cell) {
  cell_ = cell;
  const QString text =
      cell_ && changes_ ? cellSentence(changes_->answers, table_.at(cell_->y(), cell_->x())) : QString();
  if (text != accessibleDescription()) setAccessibleDescription(text);  // tells those who listen
  style::tellPaintedCell(this);
  Q_EMIT readOut(text);
  viewport()->update();
}

void ConfusionView::moveTo(const QPoint& cell) {
  const QPoint scrolled = geometry_.scrolledTo(cell.y(), cell.x());
  horizontalScrollBar()->setValue(scrolled.x());
  verticalScrollBar()->setValue(scrolled.y());
  point(cell);
}

void ConfusionView::choose() {
  if (cell_) Q_EMIT chosen(table_.classAt(cell_->y()), table_.classAt(cell_->x()));
}

void ConfusionView::resizeEvent(QResizeEvent*) { relayout(); }

void ConfusionView::scrollContentsBy(int, int) {
  geometry_.scrolled = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
  viewport()->update();
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
  if (const auto cell = geometry_.hit(event->pos())) point(cell);
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  const auto cell = geometry_.hit(event->pos());
  if (event->button() != Qt::LeftButton || !cell) return QAbstractScrollArea::mousePressEvent(event);
  point(cell);
  choose();
}

void ConfusionView::wheelEvent(QWheelEvent* event) {
  const int delta = event->angleDelta().y();
  if ((event->modifiers() & Qt::ControlModifier) == 0 || delta == 0) return QAbstractScrollArea::wheelEvent(event);
  setCellSize(zoomedCell(geometry_.cell, delta > 0));
  event->accept();
}

std::optional<QPoint> ConfusionView::targetOf(const QKeyEvent& event) const {
  const int last = geometry_.size - 1;
  const QPoint at = cell_.value_or(QPoint(0, 0));
  const bool corner = (event.modifiers() & Qt::ControlModifier) != 0;
  const int page = std::max(1, geometry_.field().height() / geometry_.cell);
  QPoint target;
  switch (event.key()) {
    case Qt::Key_Left:
      target = at - QPoint(1, 0);
      break;
    case Qt::Key_Right:
      target = at + QPoint(1, 0);
      break;
    case Qt::Key_Up:
      target = at - QPoint(0, 1);
      break;
    case Qt::Key_Down:
      target = at + QPoint(0, 1);
      break;
    case Qt::Key_PageUp:
      target = at - QPoint(0, page);
      break;
    case Qt::Key_PageDown:
      target = at + QPoint(0, page);
      break;
    case Qt::Key_Home:
      target = {0, corner ? 0 : at.y()};
      break;
    case Qt::Key_End:
      target = {last, corner ? last : at.y()};
      break;
    default:
      return {};
  }
  if (!cell_) target = {0, 0};  // the first key only shows where one is
  return QPoint(std::clamp(target.x(), 0, last), std::clamp(target.y(), 0, last));
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  if (geometry_.size == 0) return QWidget::keyPressEvent(event);
  if (const auto target = targetOf(*event)) return moveTo(*target);
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      return choose();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return setCellSize(zoomedCell(geometry_.cell, true));
    case Qt::Key_Minus:
      return setCellSize(zoomedCell(geometry_.cell, false));
    case Qt::Key_0:
      fitted_ = true;
      return relayout();
    default:
      // Not the scroll area's: its keys scroll.
      QWidget::keyPressEvent(event);
  }
}

void ConfusionView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  if (!cell_ && geometry_.size > 0 && event->reason() != Qt::MouseFocusReason) moveTo({0, 0});
  viewport()->update();
}

void ConfusionView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

void ConfusionView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() == QEvent::FontChange) relayout();
  if (event->type() == QEvent::PaletteChange) {
    image_ = {};
    viewport()->update();
  }
}

void ConfusionView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  if (geometry_.size == 0) return;
  if (image_.isNull()) image_ = table_.image(matrix_, style::isDark(palette()));
  painter.setFont(smallFont());
  paintNames(painter);
  painter.setClipRect(geometry_.field());
  const QRect matrix = geometry_.matrixRect();
  painter.fillRect(matrix & geometry_.field(), style::cardColor(palette()));
  painter.drawImage(matrix, image_);
  paintGrid(painter);
  paintNumbers(painter);
  if (cell_) {
    painter.setClipRect(geometry_.field().adjusted(-4, -4, 4, 4));
    paintCellFrame(painter, geometry_.cellRect(cell_->y(), cell_->x()), palette(), hasFocus());
  }
}

void ConfusionView::paintGrid(QPainter& painter) const {
  const QRect seen = geometry_.matrixRect() & geometry_.field();
  const auto rows = geometry_.rowsSeen(), columns = geometry_.columnsSeen();
  if (geometry_.cell >= 7) {
    painter.setPen(style::gridColor(palette()));
    for (int row = rows.first; row <= rows.end; ++row) {
      const int y = geometry_.cellRect(row, 0).top();
      painter.drawLine(seen.left(), y, seen.right(), y);
    }
    for (int column = columns.first; column <= columns.end; ++column) {
      const int x = geometry_.cellRect(0, column).left();
      painter.drawLine(x, seen.top(), x, seen.bottom());
    }
  }
  // The diagonal is where answers are right.
  painter.setBrush(Qt::NoBrush);
  painter.setPen(style::mutedText(palette()));
  for (int row = std::max(rows.first, columns.first); row < std::min(rows.end, columns.end); ++row)
    painter.drawRect(geometry_.cellRect(row, row).adjusted(0, 0, -1, -1));
}

void ConfusionView::paintNumbers(QPainter& painter) const {
  const QFontMetrics metrics = painter.fontMetrics();
  if (geometry_.cell < metrics.height()) return;
  const auto rows = geometry_.rowsSeen(), columns = geometry_.columnsSeen();
  const bool dark = style::isDark(palette());
  const ColorScale scale = table_.scale(matrix_);
  for (const ConfusionCell& cell : table_.cells()) {
    const int row = table_.placeOf(cell.label), column = table_.placeOf(cell.answer);
    if (row < rows.first || row >= rows.end || column < columns.first || column >= columns.end) continue;
    const double value = table_.value(matrix_, cell);
    if (std::isnan(value)) continue;
    const QString text = numberIn(matrix_, cell);
    if (metrics.horizontalAdvance(text) > geometry_.cell - 2) continue;
    const double share = value / scale.limit;
    const QColor ground(scale.kind == ColorScale::Kind::Diverging ? style::divergingColor(share, dark)
                                                                  : style::sequentialColor(share));
    const bool white = style::contrast(ground, Qt::white) > style::contrast(ground, Qt::black);
    painter.setPen(white ? Qt::white : Qt::black);
    painter.drawText(geometry_.cellRect(row, column), Qt::AlignCenter, text);
  }
}

void ConfusionView::paintNames(QPainter& painter) const {
  const QSize room = geometry_.names - QSize(2 * nameGap, 2 * nameGap);
  if (room.width() <= 0 || room.height() <= 0) return;
  const QFontMetrics metrics = painter.fontMetrics();
  const auto pen = [this](bool pointed) {
    return pointed ? palette().color(QPalette::WindowText) : style::mutedText(palette());
  };
  const auto rows = geometry_.rowsSeen(), columns = geometry_.columnsSeen();
  painter.save();
  painter.setClipRect(QRect(0, geometry_.names.height(), geometry_.names.width(), geometry_.area.height()));
  for (int row = rows.first; row < rows.end; ++row) {
    painter.setPen(pen(cell_ && cell_->y() == row));
    painter.drawText(QRect(nameGap, geometry_.cellRect(row, 0).top(), room.width(), geometry_.cell),
                     Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(names_[row], Qt::ElideRight, room.width()));
  }
  painter.setClipRect(QRect(geometry_.names.width(), 0, geometry_.area.width(), geometry_.names.height()));
  for (int column = columns.first; column < columns.end; ++column) {
    painter.setPen(pen(cell_ && cell_->x() == column));
    painter.save();
    painter.translate(geometry_.cellRect(0, column).left(), geometry_.names.height() - nameGap);
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, room.height(), geometry_.cell), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(names_[column], Qt::ElideRight, room.height()));
    painter.restore();
  }
  painter.restore();
}

}  // namespace zipper
