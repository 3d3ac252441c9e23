// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/histogram_view.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/inspector/value_text.h"
#include "widgets/style/percent.h"
#include "widgets/style/small_font.h"

namespace zipper {

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setWhatsThis(
      tr("The share of the values in each bin; all networks are counted on the same bins. Point at a bin, or move with "
         "the arrow keys, to read its limits and shares."));
}

void HistogramView::setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series) {
  const bool sameBins = histogram.counts.size() == picture_.histogram().counts.size() && title == picture_.title();
  picture_.setData(title, std::move(histogram), std::move(series));
  setAccessibleName(tr("Histogram: %1").arg(title));
  point(sameBins && bin_ && *bin_ < bins() ? bin_ : std::nullopt);
  style::tellPaintedValues(this);
}

QString HistogramView::paintedValues() const {
  QStringList parts;
  const double low = histogram().low, width = bins() > 0 ? (histogram().high - low) / bins() : 0;
  for (int set = 0; set < int(series().size()) && bins() > 0; ++set) {
    int fullest = 0;
    for (int bin = 1; bin < bins(); ++bin)
      if (share(set, bin) > share(set, fullest)) fullest = bin;
    parts << tr("%1: from %2 to %3, most values (%4) around %5")
                 .arg(series()[std::size_t(set)].title, valueText(low), valueText(histogram().high),
                      style::percent(share(set, fullest)), valueText(low + (fullest + 0.5) * width));
  }
  return parts.join(QStringLiteral("; "));
}

QFont HistogramView::smallFont() const { return style::smallFont(font()); }

void HistogramView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  picture_.paint(painter, {rect(), bin_, hasFocus(), smallFont(), palette()});
}

void HistogramView::setLogarithmic(bool on) {
  picture_.setLogarithmic(on);
  update();
}

QString HistogramView::describe(int bin) const {
  const double width = (histogram().high - histogram().low) / bins();
  QStringList parts{
      tr("%1: %2 to %3")
          .arg(title(), valueText(histogram().low + bin * width), valueText(histogram().low + (bin + 1) * width))};
  for (std::size_t set = 0; set < series().size(); ++set)
    parts << tr("%1 %2 (%L3)")
                 .arg(series()[set].title, style::percent(share(int(set), bin), 2))
                 .arg(histogram().counts[set][std::size_t(bin)]);
  return parts.join(QStringLiteral(" · "));
}

void HistogramView::point(const std::optional<int>& bin) {
  bin_ = bin;
  if (!bin_) setAccessibleDescription({});
  update();
  Q_EMIT readOut(bin_ ? describe(*bin_) : QString());
}

void HistogramView::pointAt(QPoint position) {
  const QRect plot = picture_.plotRect(rect(), smallFont());
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
