// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/histogram_view.h"

#include <QEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"

namespace zipper {

QPen seriesPen(const HistogramSeries& series, const QPalette& palette) {
  QPen pen(sourceColor(series.source, series.task, palette), 1.4);
  if (series.source == Source::Teacher && series.task > 0) pen.setDashPattern({5, 3});
  if (series.source == Source::Merged && series.task >= 0) pen.setDashPattern({1.5, 2.5});
  return pen;
}

bool isFilled(const HistogramSeries& series) { return series.source == Source::Merged && series.task < 0; }

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setWhatsThis(
      tr("The share of the values in each bin; all networks are counted on the same bins. Point at a bin, or move with "
         "the arrow keys, to read its limits and shares."));
}

void HistogramView::setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series) {
  const bool sameBins = histogram.counts.size() == histogram_.counts.size() && title == title_;
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
  setAccessibleName(tr("Histogram: %1").arg(title));
  point(sameBins && bin_ && *bin_ < bins() ? bin_ : std::nullopt);
}

void HistogramView::setLogarithmic(bool on) {
  logarithmic_ = on;
  update();
}

double HistogramView::share(int set, int bin) const {
  const double total = totals_[std::size_t(set)];
  return total > 0 ? histogram_.counts[std::size_t(set)][std::size_t(bin)] / total : 0;
}

double HistogramView::heightOf(double share) const {
  if (share <= 0 || highest_ <= 0) return 0;
  if (!logarithmic_) return share / highest_;
  const double bottom = lowest_ / 2;  // a single value stands out from none
  return std::log(share / bottom) / std::log(highest_ / bottom);
}

QString HistogramView::describe(int bin) const {
  const double width = (histogram_.high - histogram_.low) / bins();
  QStringList parts{
      tr("%1: %2 to %3")
          .arg(title_, valueText(histogram_.low + bin * width), valueText(histogram_.low + (bin + 1) * width))};
  for (std::size_t set = 0; set < series_.size(); ++set)
    parts << tr("%1 %2 % (%L3)")
                 .arg(series_[set].title, QString::number(100 * share(int(set), bin), 'f', 2))
                 .arg(histogram_.counts[set][std::size_t(bin)]);
  return parts.join(QStringLiteral(" · "));
}

void HistogramView::point(const std::optional<int>& bin) {
  bin_ = bin;
  update();
  Q_EMIT readOut(bin_ ? describe(*bin_) : QString());
}

void HistogramView::pointAt(QPoint position) {
  const QRect plot = plotRect();
  if (bins() == 0 || plot.width() <= 0 || position.x() < plot.left() || position.x() > plot.right()) return;
  point(std::clamp((position.x() - plot.left()) * bins() / plot.width(), 0, bins() - 1));
}

void HistogramView::setBin(int bin) {
  if (bins() == 0) return;
  point(std::clamp(bin, 0, bins() - 1));
  setAccessibleDescription(describe(*bin_));
}

void HistogramView::keyPressEvent(QKeyEvent* event) {
  const int at = bin_.value_or(0);
  if (event->key() == Qt::Key_Left) return setBin(at - 1);
  if (event->key() == Qt::Key_Right) return setBin(at + 1);
  if (event->key() == Qt::Key_Home) return setBin(0);
  if (event->key() == Qt::Key_End) return setBin(bins() - 1);
  QWidget::keyPressEvent(event);
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) { pointAt(event->position().toPoint()); }
void HistogramView::mousePressEvent(QMouseEvent* event) { pointAt(event->position().toPoint()); }

void HistogramView::leaveEvent(QEvent*) {
  if (!hasFocus()) point({});
}

void HistogramView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (!bin_ && event->reason() != Qt::MouseFocusReason) setBin(bins() / 2);
  update();
}

void HistogramView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  point({});
}

void HistogramView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) update();
  QWidget::changeEvent(event);
}

}  // namespace zipper
