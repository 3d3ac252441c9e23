// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/histogram_picture.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/report/chart_axis.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"
#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/task_cues.h"

namespace zipper {

namespace {

QString percent(double share) {
  const double value = 100 * share;
  const QString number = value >= 9.95 ? QString::number(value, 'f', 0) : shortValueText(value);
  return style::withPercent(number);
}

}  // namespace

QPen seriesPen(const HistogramSeries& series, const QPalette& palette) {
  const bool teacher = series.source == Source::Teacher;
  QPen pen(sourceColor(series.source, series.task, palette), teacher ? 2.2 : 1.3);
  pen.setCapStyle(Qt::FlatCap);
  if (teacher || series.task < 0) return pen;
  const QVector<qreal> dash = style::taskDash(series.task);
  pen.setDashPattern(dash.isEmpty() ? QVector<qreal>{3, 3} : dash);  // solid is a teacher's
  return pen;
}

void paintSeriesMarker(QPainter& painter, const HistogramSeries& series, const QPointF& place,
                       const QPalette& palette) {
  if (series.source != Source::Teacher || series.task < 0) return;
  painter.setPen(QPen(palette.color(QPalette::Base), 1));
  painter.setBrush(sourceColor(series.source, series.task, palette));
  painter.drawPath(style::taskMarker(series.task, place, 4));
}

bool isFilled(const HistogramSeries& series) { return series.source == Source::Merged && series.task < 0; }

void HistogramPicture::setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series) {
  title_ = title;
  histogram_ = std::move(histogram);
  series_ = std::move(series);
  totals_.clear();
  highest_ = 0;
  lowest_ = 1;
  for (const auto& counts : histogram_.counts) {
    totals_.push_back(std::accumulate(counts.begin(), counts.end(), 0.0));
    if (totals_.back() <= 0) continue;
    highest_ = std::max(highest_, *std::max_element(counts.begin(), counts.end()) / totals_.back());
    lowest_ = std::min(lowest_, 1 / totals_.back());
  }
}

double HistogramPicture::share(int set, int bin) const {
  const double total = totals_[std::size_t(set)];
  return total > 0 ? histogram_.counts[std::size_t(set)][std::size_t(bin)] / total : 0;
}

double HistogramPicture::heightOf(double share) const {
  if (share <= 0 || highest_ <= 0) return 0;
  if (!logarithmic_) return share / highest_;
  const double bottom = lowest_ / 2;  // a single value stands out from none
  return std::log(share / bottom) / std::log(highest_ / bottom);
}

QRect HistogramPicture::plotRect(const QRect& area, const QFont& font) const {
  const QFontMetrics metrics(font);
  const int low = metrics.horizontalAdvance(percent(logarithmic_ ? lowest_ : 0));
  const int left = std::max(low, metrics.horizontalAdvance(percent(highest_))) + 10, line = metrics.height();
  return QRect(left, line + 13, area.width() - left - 8, area.height() - 2 * line - 21);
}

void HistogramPicture::paint(QPainter& painter, const HistogramScene& scene) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(scene.font);
  const QRect plot = plotRect(scene.area, scene.font);
  paintFrame(painter, scene);
  if (bins() == 0 || plot.width() < 10 || plot.height() < 10) return;
  paintAxes(painter, plot, scene.palette);
  if (scene.bin) {
    QColor mark = scene.palette.color(QPalette::Highlight);
    mark.setAlphaF(0.25f);
    const double step = double(plot.width()) / bins();
    painter.fillRect(QRectF(plot.left() + *scene.bin * step, plot.top(), std::max(1.0, step), plot.height()), mark);
  }
  // Areas first, lines over them, markers on top.
  for (const bool filled : {true, false})
    for (int set = 0; set < int(series_.size()); ++set)
      if (isFilled(series_[std::size_t(set)]) == filled) paintSeries(painter, plot, set, scene.palette);
  for (int set = 0; set < int(series_.size()); ++set)
    if (totals_[std::size_t(set)] > 0)
      paintSeriesMarker(painter, series_[std::size_t(set)], peakOf(plot, set), scene.palette);
  if (!scene.hasFocus) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(scene.palette.color(QPalette::Highlight));
  painter.drawRoundedRect(QRectF(scene.area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

/// Ground and title.
void HistogramPicture::paintFrame(QPainter& painter, const HistogramScene& scene) const {
  const int width = scene.area.width();
  painter.setPen(Qt::NoPen);
  painter.setBrush(scene.palette.color(QPalette::Base));
  painter.drawRoundedRect(scene.area, 4, 4);
  painter.setPen(scene.palette.color(QPalette::Text));
  painter.drawText(QRect(8, 3, width - 16, painter.fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(title_, Qt::ElideRight, width - 16));
}

void HistogramPicture::paintAxes(QPainter& painter, const QRect& plot, const QPalette& palette) const {
  const int line = painter.fontMetrics().height();
  painter.setPen(style::gridColor(palette));
  painter.drawLine(plot.left(), plot.bottom(), plot.right(), plot.bottom());
  const ChartAxis axis = niceAxis({histogram_.low, histogram_.high}, false, std::max(3, plot.width() / 40));
  int labelsEnd = -100;
  for (const ChartTick& tick : axis.ticks) {
    if (tick.position < histogram_.low || tick.position > histogram_.high) continue;
    const int x =
        plot.left() +
        int(std::lround(plot.width() * (tick.position - histogram_.low) / (histogram_.high - histogram_.low)));
    painter.setPen(style::gridColor(palette));
    painter.drawLine(x, plot.top(), x, plot.bottom());
    const QString label = style::shown(tick.label);
    const int half = painter.fontMetrics().horizontalAdvance(label) / 2;
    if (x - half < labelsEnd + 6) continue;
    labelsEnd = x + half;
    painter.setPen(style::mutedText(palette));
    painter.drawText(QRect(x - 60, plot.bottom() + 3, 120, line), Qt::AlignHCenter | Qt::AlignTop, label);
  }
  const auto mark = [&](double share) {
    const int y = plot.bottom() - int(std::lround(plot.height() * heightOf(share)));
    painter.drawText(QRect(0, y - line / 2, plot.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter, percent(share));
  };
  painter.setPen(style::mutedText(palette));
  mark(highest_);
  mark(logarithmic_ ? lowest_ : 0);
}

QPointF HistogramPicture::peakOf(const QRect& plot, int set) const {
  const auto& counts = histogram_.counts[std::size_t(set)];
  const int bin = int(std::max_element(counts.begin(), counts.end()) - counts.begin());
  return {plot.left() + (bin + 0.5) * plot.width() / bins(), plot.bottom() - plot.height() * heightOf(share(set, bin))};
}

void HistogramPicture::paintSeries(QPainter& painter, const QRect& plot, int set, const QPalette& palette) const {
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
  const QPen pen = seriesPen(series, palette);
  if (isFilled(series)) {
    QColor fill = pen.color();
    fill.setAlphaF(0.22f);
    painter.fillPath(path, fill);
  }
  painter.strokePath(path, pen);
}

}  // namespace zipper
