// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/crosshair.h"

#include <algorithm>

#include "widgets/plots/plot_style.h"
#include "widgets/style/colors.h"

namespace zipper::plots {

namespace {

constexpr double padding = 8, gap = 12, sampleWidth = 22, sampleGap = 7;

QString ownLayer(QCustomPlot& plot) {
  if (plot.layer(crosshairLayer) == nullptr) {
    plot.addLayer(crosshairLayer);
    plot.layer(crosshairLayer)->setMode(QCPLayer::lmBuffered);
  }
  return crosshairLayer;
}

/// Widths of the columns of a readout.
struct Columns {
  double name = 0, value = 0, second = 0;
  double width() const { return sampleWidth + sampleGap + name + gap + value + (second > 0 ? gap + second : 0); }
};

Columns columnsOf(const Readout& readout, const QFontMetrics& metrics) {
  const auto advance = [&](const QString& text) { return double(metrics.horizontalAdvance(text)); };
  Columns columns{0, advance(readout.valueHeading), advance(readout.secondHeading)};
  for (const ReadoutRow& row : readout.rows) {
    columns.name = std::max(columns.name, advance(row.name));
    columns.value = std::max(columns.value, advance(row.value));
    columns.second = std::max(columns.second, advance(row.second));
  }
  return columns;
}

}  // namespace

Crosshair::Crosshair(QCPAxis* key) : QCPLayerable(key->parentPlot(), ownLayer(*key->parentPlot())), key_(key) {}

void Crosshair::redraw() { layer()->replot(); }

QString textOf(const Readout& readout) {
  QStringList lines{readout.title};
  for (const ReadoutRow& row : readout.rows)
    lines << (row.second.isEmpty() ? QString("%1: %2").arg(row.name, row.value)
                                   : QString("%1: %2 (%3)").arg(row.name, row.value, row.second));
  return lines.join('\n');
}

QString Crosshair::text() const { return readout_.has_value() ? textOf(*readout_) : QString(); }

void Crosshair::draw(QCPPainter* painter) {
  if (frameShown_) {
    painter->setPen(QPen(palette_.color(QPalette::Highlight), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(parentPlot()->viewport().adjusted(0, 0, -1, -2));
  }
  if (!readout_.has_value()) return;
  const QRect upper = key_->axisRect()->rect();
  const double x = key_->coordToPixel(readout_->x);
  if (x < upper.left() || x > upper.right()) return;
  painter->setPen(QPen(style::mutedText(palette_), 1));
  painter->drawLine(QLineF(x, upper.top(), x, upper.bottom()));
  if (lowest_ != nullptr) painter->drawLine(QLineF(x, lowest_->rect().top(), x, lowest_->rect().bottom()));
  drawBox(*painter, x);
}

/// Beside the line, on the left where there is no room on the right, and inside the plot.
QRectF Crosshair::boxAt(double x, const QSizeF& size) const {
  const QRectF room = parentPlot()->viewport();
  const bool right = x + gap + size.width() <= room.right() || x < room.center().x();
  QRectF box({right ? x + gap : x - gap - size.width(), key_->axisRect()->rect().top() + 6.0}, size);
  box.moveLeft(std::max(box.left(), room.left() + 2));
  box.moveBottom(std::min(box.bottom(), std::max(room.bottom() - 4, size.height())));
  return box;
}

QSizeF Crosshair::boxSize(const Readout& readout) const {
  const QFont font = smallFont(parentPlot()->font());
  QFont bold = font;
  bold.setBold(true);
  const double line = QFontMetrics(font).height() + 2;
  const double width = std::max(columnsOf(readout, QFontMetrics(font)).width(),
                                double(QFontMetrics(bold).horizontalAdvance(readout.title)));
  const int lines = int(readout.rows.size()) + (readout.valueHeading.isEmpty() ? 1 : 2);
  return {width + 2 * padding, line * lines + 2 * padding};
}

/// In a small plot the box would hide what it is about: there it has one value a curve.
Readout Crosshair::readoutForRoom() const {
  constexpr double largestShare = 0.2;
  Readout readout = *readout_;
  const QSizeF size = boxSize(readout), plot = parentPlot()->viewport().size();
  if (size.width() * size.height() <= largestShare * plot.width() * plot.height()) return readout;
  readout.valueHeading.clear();
  readout.secondHeading.clear();
  for (ReadoutRow& row : readout.rows) row.second.clear();
  return readout;
}

void Crosshair::drawBox(QCPPainter& painter, double x) const {
  const Readout readout = readoutForRoom();
  const QFont font = smallFont(parentPlot()->font());
  QFont bold = font;
  bold.setBold(true);
  const QFontMetrics metrics(font);
  const Columns columns = columnsOf(readout, metrics);
  const double line = metrics.height() + 2;
  const QRectF box = boxAt(x, boxSize(readout));
  painter.setAntialiasing(true);
  QColor fill = style::cardColor(palette_);
  fill.setAlphaF(0.85F);
  painter.setPen(QPen(style::gridColor(palette_), 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(box, 5, 5);
  const QRectF row(box.left() + padding, box.top() + padding, box.width() - 2 * padding, line);
  painter.setFont(bold);
  painter.setPen(palette_.color(QPalette::Text));
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, readout.title);
  painter.setFont(font);
  drawRows(painter, readout, row.translated(0, line), row.right() - (columns.second > 0 ? columns.second + gap : 0));
}

void Crosshair::drawRows(QCPPainter& painter, const Readout& readout, QRectF row, double valueRight) const {
  if (!readout.valueHeading.isEmpty()) {
    painter.setPen(style::mutedText(palette_));
    painter.drawText(QRectF(row.topLeft(), QPointF(valueRight, row.bottom())), Qt::AlignRight | Qt::AlignVCenter,
                     readout.valueHeading);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, readout.secondHeading);
    row.translate(0, row.height());
  }
  for (const ReadoutRow& item : readout.rows) {
    drawRow(painter, item, row, valueRight);
    row.translate(0, row.height());
  }
}

void Crosshair::drawRow(QCPPainter& painter, const ReadoutRow& row, const QRectF& line, double valueRight) const {
  drawSample(painter, QRectF(line.left(), line.top(), sampleWidth, line.height()), row.style, row.line, row.filled,
             palette_.color(QPalette::Base));
  painter.setPen(palette_.color(QPalette::Text));
  painter.drawText(line.adjusted(sampleWidth + sampleGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
  painter.drawText(QRectF(line.topLeft(), QPointF(valueRight, line.bottom())), Qt::AlignRight | Qt::AlignVCenter,
                   row.value);
  painter.setPen(style::mutedText(palette_));
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.second);
}

}  // namespace zipper::plots
