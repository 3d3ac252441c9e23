// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "core/report/chart_axis.h"
#include "widgets/inspector/histogram_view.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString percent(double share) {
  const double value = 100 * share;
  const QString number = value >= 9.95 ? QString::number(value, 'f', 0) : shortValueText(value);
  return number + u'\u00A0' + u'%';
}

}  // namespace

QFont HistogramView::smallFont() const {
  QFont font = this->font();
  font.setPointSizeF(font.pointSizeF() * 0.85);
  return font;
}

QRect HistogramView::plotRect() const {
  const QFontMetrics metrics(smallFont());
  const int low = metrics.horizontalAdvance(percent(logarithmic_ ? lowest_ : 0));
  const int left = std::max(low, metrics.horizontalAdvance(percent(highest_))) + 10, line = metrics.height();
  return QRect(left, line + 13, width() - left - 8, height() - 2 * line - 21);
}

void HistogramView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(smallFont());
  const QRect plot = plotRect();
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().color(QPalette::Base));
  painter.drawRoundedRect(rect(), 4, 4);
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(QRect(8, 3, width() - 16, painter.fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(title_, Qt::ElideRight, width() - 16));
  if (bins() == 0 || plot.width() < 10 || plot.height() < 10) return;
  paintAxes(painter, plot);
  if (bin_) {
    QColor mark = palette().color(QPalette::Highlight);
    mark.setAlphaF(0.25f);
    const double step = double(plot.width()) / bins();
    painter.fillRect(QRectF(plot.left() + *bin_ * step, plot.top(), std::max(1.0, step), plot.height()), mark);
  }
  // Areas first, lines over them.
  for (const bool filled : {true, false})
    for (int set = 0; set < int(series_.size()); ++set)
      if (isFilled(series_[std::size_t(set)]) == filled) paintSeries(painter, plot, set);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(palette().color(QPalette::Highlight));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void HistogramView::paintAxes(QPainter& painter, const QRect& plot) const {
  const int line = painter.fontMetrics().height();
  painter.setPen(style::gridColor(palette()));
  painter.drawLine(plot.left(), plot.bottom(), plot.right(), plot.bottom());
  const ChartAxis axis = niceAxis({histogram_.low, histogram_.high}, false, std::max(3, plot.width() / 40));
  int labelsEnd = -100;
  for (const ChartTick& tick : axis.ticks) {
    if (tick.position < histogram_.low || tick.position > histogram_.high) continue;
    const int x =
        plot.left() +
        int(std::lround(plot.width() * (tick.position - histogram_.low) / (histogram_.high - histogram_.low)));
    painter.setPen(style::gridColor(palette()));
    painter.drawLine(x, plot.top(), x, plot.bottom());
    const QString label = style::shown(tick.label);
    const int half = painter.fontMetrics().horizontalAdvance(label) / 2;
    if (x - half < labelsEnd + 6) continue;
    labelsEnd = x + half;
    painter.setPen(style::mutedText(palette()));
    painter.drawText(QRect(x - 60, plot.bottom() + 3, 120, line), Qt::AlignHCenter | Qt::AlignTop, label);
  }
  const auto mark = [&](double share) {
    const int y = plot.bottom() - int(std::lround(plot.height() * heightOf(share)));
    painter.drawText(QRect(0, y - line / 2, plot.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter, percent(share));
  };
  painter.setPen(style::mutedText(palette()));
  mark(highest_);
  mark(logarithmic_ ? lowest_ : 0);
}

void HistogramView::paintSeries(QPainter& painter, const QRect& plot, int set) const {
  if (totals_[std::size_t(set)] <= 0) return;
  const double step = double(plot.width()) / bins();
  QPainterPath path(QPointF(plot.left(), plot.bottom()));
  for (int bin = 0; bin < bins(); ++bin) {
    const double y = plot.bottom() - plot.height() * heightOf(share(set, bin));
    path.lineTo(plot.left() + bin * step, y);
    path.lineTo(plot.left() + (bin + 1) * step, y);
  }
  path.lineTo(plot.left() + plot.width(), plot.bottom());
  const HistogramSeries& series = series_[std::size_t(set)];
  const QPen pen = seriesPen(series, palette());
  if (isFilled(series)) {
    QColor fill = pen.color();
    fill.setAlphaF(0.22f);
    painter.fillPath(path, fill);
  }
  painter.strokePath(path, pen);
}

}  // namespace zipper
