// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/color_bar.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/inspector/shown_array.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int barGap = 8;
constexpr int barHeight = 10;

QString lowText(const ColorScale& scale) {
  if (scale.kind == ColorScale::Kind::Sequential) return QStringLiteral("0");
  return (scale.clamps() ? QStringLiteral("≤ ") : QString()) + shortValueText(-scale.limit);
}

QString highText(const ColorScale& scale) {
  return (scale.clamps() ? QStringLiteral("≥ ") : QString()) + shortValueText(scale.limit);
}

QImage gradient(ColorScale scale, bool dark) {
  scale.limit = 1;
  std::vector<float> ramp(256);
  const bool diverging = scale.kind == ColorScale::Kind::Diverging;
  for (std::size_t i = 0; i < ramp.size(); ++i)
    ramp[i] = float(i) / 255.f * (diverging ? 2.f : 1.f) - (diverging ? 1.f : 0.f);
  return arrayImage(ramp.data(), 1, 256, scale, dark);
}

}  // namespace

ColorBar::ColorBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Colour scales"));
}

void ColorBar::setRows(std::vector<Row> rows) {
  rows_ = std::move(rows);
  setToolTip(lines().join(u'\n'));
  style::tellPaintedValues(this);
  updateGeometry();
  update();
}

QStringList ColorBar::lines() const {
  QStringList lines;
  for (const Row& row : rows_) lines << tr("%1: %2 to %3").arg(row.caption, lowText(row.scale), highText(row.scale));
  return lines << note();
}

QString ColorBar::paintedValues() const { return rows_.empty() ? QString() : lines().join(QStringLiteral(". ")); }

void ColorBar::setScalesOf(const std::vector<ShownArray>& arrays, const QString& values, const QString& differences) {
  std::vector<Row> rows;
  if (const ColorScale* scale = scaleOf(arrays, false)) rows.push_back({values, *scale});
  if (const ColorScale* scale = scaleOf(arrays, true)) rows.push_back({differences, *scale});
  setRows(std::move(rows));
}

QString ColorBar::note() const {
  QStringList beyond;
  for (const Row& row : rows_)
    if (row.scale.clamps()) beyond << shortValueText(row.scale.largest);
  if (beyond.isEmpty()) return tr("Scale ends: largest magnitude");
  return tr("Scale ends: 99.5th percentile; largest %1").arg(beyond.join(QStringLiteral(", ")));
}

QFont ColorBar::smallFont() const { return style::smallFont(font()); }

int ColorBar::lineHeight() const { return QFontMetrics(smallFont()).height() + 3; }

QSize ColorBar::sizeHint() const { return {200, rows_.empty() ? 0 : lineHeight() * (int(rows_.size()) + 1) + 2}; }

void ColorBar::paintEvent(QPaintEvent*) {
  if (rows_.empty()) return;
  QPainter painter(this);
  painter.setFont(smallFont());
  const QFontMetrics metrics = painter.fontMetrics();
  int captionWidth = 0, endWidth = 0;
  for (const Row& row : rows_) {
    captionWidth = std::max(captionWidth, metrics.horizontalAdvance(row.caption));
    endWidth = std::max(
        {endWidth, metrics.horizontalAdvance(lowText(row.scale)), metrics.horizontalAdvance(highText(row.scale))});
  }
  captionWidth = std::min(captionWidth, width() / 3);
  int y = 0;
  for (const Row& row : rows_) {
    paintRow(painter, row, y, captionWidth, endWidth);
    y += lineHeight();
  }
  painter.setPen(style::mutedText(palette()));
  painter.drawText(QRect(0, y, width(), lineHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(note(), Qt::ElideRight, width()));
}

void ColorBar::paintRow(QPainter& painter, const Row& row, int y, int captionWidth, int endWidth) const {
  const int height = lineHeight();
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(QRect(0, y, captionWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(row.caption, Qt::ElideRight, captionWidth));
  const int left = captionWidth + barGap;
  painter.drawText(QRect(left, y, endWidth, height), Qt::AlignRight | Qt::AlignVCenter, lowText(row.scale));
  painter.drawText(QRect(width() - endWidth, y, endWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
                   highText(row.scale));
  const QRect bar(left + endWidth + barGap, y + (height - barHeight) / 2, width() - left - 2 * endWidth - 2 * barGap,
                  barHeight);
  if (bar.width() <= 2) return;
  painter.drawImage(bar, gradient(row.scale, style::isDark(palette())));
  painter.setPen(style::gridColor(palette()));
  painter.drawRect(bar.adjusted(0, 0, -1, -1));
  if (row.scale.kind != ColorScale::Kind::Diverging) return;
  painter.setPen(style::mutedText(palette()));  // the place of zero
  painter.drawLine(bar.center().x(), bar.top() - 2, bar.center().x(), bar.top() + 1);
}

void ColorBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) update();
  if (event->type() == QEvent::FontChange) updateGeometry();
  QWidget::changeEvent(event);
}

}  // namespace zipper
