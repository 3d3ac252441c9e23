// SPDX-License-Identifier: GPL-3.0-or-later

#include <QKeySequence>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/channel_chart.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"

namespace zipper {

SortedCostChart::SortedCostChart(QWidget* parent) : ChannelChart(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Sorted merge estimates"));
  setWhatsThis(tr(
      "The merge estimates of the pairs, the cheapest to the left. Point at one, or move with the arrow keys, to see "
      "which pair it is."));
}

void SortedCostChart::setPairs(std::shared_ptr<const ChannelPairs> pairs, int task) {
  ChannelChart::setPairs(std::move(pairs), task);
  order_.clear();
  setAccessibleDescription({});
  if (isEmpty()) return;
  const std::vector<float>& costs = this->pairs().costs;
  for (int channel = 0; channel < int(costs.size()); ++channel)
    if (std::isfinite(costs[std::size_t(channel)])) order_.push_back(channel);
  std::stable_sort(order_.begin(), order_.end(),
                   [&costs](int a, int b) { return costs[std::size_t(a)] < costs[std::size_t(b)]; });
  if (order_.empty()) setAccessibleDescription(howToEstimate());
}

QString SortedCostChart::paintedValues() const {
  if (isEmpty() || order_.empty()) return isEmpty() ? QString() : howToEstimate();
  return tr("%Ln pair(s), merge estimates from %1 to %2.", nullptr, int(order_.size()))
      .arg(valueText(double(pairs().costs[std::size_t(order_.front())])), valueText(largest()));
}

QString SortedCostChart::howToEstimate() {
  return tr("Not worked out yet: Run, Estimate Merge Costs (%1) does it.")
      .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText));
}

double SortedCostChart::largest() const {
  return order_.empty() ? 0 : double(pairs().costs[std::size_t(order_.back())]);
}

QRectF SortedCostChart::plotRect() const {
  const QFontMetrics metrics(smallFont());
  const int left = metrics.horizontalAdvance(shortValueText(largest())) + 12, line = metrics.height();
  return QRectF(left, line + 11, width() - left - 10, height() - 2 * line - 18);
}

int SortedCostChart::pairAt(const QPointF& position) const {
  const QRectF plot = plotRect();
  if (order_.empty() || position.x() < plot.left() || position.x() > plot.right()) return -1;
  const int count = int(order_.size());
  return order_[std::size_t(std::clamp(int((position.x() - plot.left()) / plot.width() * count), 0, count - 1))];
}

int SortedCostChart::neighbour(int channel, int distance) const {
  if (order_.empty()) return -1;
  const auto found = std::find(order_.begin(), order_.end(), channel);
  const int rank = found == order_.end() ? (distance < 0 ? 0 : -1) : int(found - order_.begin());
  return order_[std::size_t(std::clamp(rank + distance, 0, int(order_.size()) - 1))];
}

void SortedCostChart::paintAxes(QPainter& painter, const QRectF& plot) const {
  const int line = painter.fontMetrics().height();
  painter.setPen(style::gridColor(palette()));
  painter.drawLine(plot.bottomLeft(), plot.bottomRight());
  painter.drawLine(plot.topLeft(), plot.topRight());
  painter.setPen(style::mutedText(palette()));
  for (const auto& [value, y] : {std::pair(largest(), plot.top()), std::pair(0.0, plot.bottom())})
    painter.drawText(QRectF(0, y - line / 2.0, plot.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter,
                     shortValueText(value));
  painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignLeft, tr("cheapest pair"));
  painter.drawText(QRectF(plot.left(), plot.bottom() + 3, plot.width(), line), Qt::AlignRight,
                   tr("most expensive of %1").arg(order_.size()));
}

void SortedCostChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QString title = tr("Merge estimates of the pairs, sorted");
  if (!order_.empty() && order_.size() < pairs().costs.size())
    title = tr("Merge estimates of %1 of %2 pairs, sorted: the estimate pairs the others differently")
                .arg(order_.size())
                .arg(pairs().costs.size());
  paintFrame(painter, title);
  const QRectF plot = plotRect();
  if (!isEmpty() && order_.empty()) {
    painter.setPen(style::mutedText(palette()));
    painter.drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, howToEstimate());
  }
  if (order_.empty() || plot.width() < 10 || plot.height() < 10) return;
  paintAxes(painter, plot);
  const double step = plot.width() / double(order_.size());
  const auto heightOf = [&](std::size_t rank) {
    const double cost = double(pairs().costs[std::size_t(order_[rank])]);
    return largest() > 0 ? plot.height() * cost / largest() : 0;
  };
  QPainterPath path(plot.bottomLeft());
  for (std::size_t rank = 0; rank < order_.size(); ++rank) {
    path.lineTo(plot.left() + double(rank) * step, plot.bottom() - heightOf(rank));
    path.lineTo(plot.left() + double(rank + 1) * step, plot.bottom() - heightOf(rank));
  }
  path.lineTo(plot.bottomRight());
  QColor fill = style::mergedColor(palette());
  fill.setAlphaF(0.25f);
  painter.fillPath(path, fill);
  painter.strokePath(path, QPen(style::mergedColor(palette()), 1.4));
  const auto found = std::find(order_.begin(), order_.end(), pointed());
  if (found == order_.end()) return;
  QColor mark = palette().color(QPalette::Highlight);
  mark.setAlphaF(0.4f);
  painter.fillRect(
      QRectF(plot.left() + double(found - order_.begin()) * step, plot.top(), std::max(2.0, step), plot.height()),
      mark);
}

}  // namespace zipper
