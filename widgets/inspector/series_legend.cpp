// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/series_legend.h"

#include <QEvent>
#include <QPainter>

namespace zipper {

namespace {

constexpr int sample = 24, textGap = 6, entryGap = 16;

}  // namespace

SeriesLegend::SeriesLegend(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setAccessibleName(tr("Legend"));
  setToolTip(tr("Which line belongs to which network"));
}

void SeriesLegend::setSeries(std::vector<HistogramSeries> series) {
  series_ = std::move(series);
  QStringList titles;
  for (const HistogramSeries& entry : series_) titles << entry.title;
  setAccessibleDescription(titles.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

std::vector<QRect> SeriesLegend::entryRects(int width) const {
  std::vector<QRect> rects;
  const QFontMetrics metrics = fontMetrics();
  int x = 0, y = 0;
  for (const HistogramSeries& entry : series_) {
    const int needed = sample + textGap + metrics.horizontalAdvance(entry.title);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += metrics.height() + 4;
    }
    rects.emplace_back(x, y, needed, metrics.height());
    x += needed + entryGap;
  }
  return rects;
}

int SeriesLegend::heightForWidth(int width) const {
  const auto rects = entryRects(width);
  return rects.empty() ? fontMetrics().height() : rects.back().bottom() + 1;
}

QSize SeriesLegend::sizeHint() const { return {160, heightForWidth(width())}; }

void SeriesLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto rects = entryRects(width());
  for (std::size_t i = 0; i < series_.size(); ++i) {
    const QRect& rect = rects[i];
    const QPen pen = seriesPen(series_[i], palette());
    if (isFilled(series_[i])) {
      QColor fill = pen.color();
      fill.setAlphaF(0.22f);
      painter.fillRect(QRect(rect.x(), rect.center().y(), sample, rect.height() / 2), fill);
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.x(), rect.center().y() + 0.5), QPointF(rect.x() + sample, rect.center().y() + 0.5));
    paintSeriesMarker(painter, series_[i], QPointF(rect.x() + sample / 2.0, rect.center().y() + 0.5), palette());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect.adjusted(sample + textGap, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter, series_[i].title);
  }
}

void SeriesLegend::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) updateGeometry();
  if (event->type() == QEvent::PaletteChange) update();
  QWidget::changeEvent(event);
}

}  // namespace zipper
