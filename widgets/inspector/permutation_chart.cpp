// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/report/chart_axis.h"
#include "widgets/inspector/channel_chart.h"
#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

PermutationChart::PermutationChart(QWidget* parent) : ChannelChart(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Pairs of channels"));
  setWhatsThis(tr(
      "A point for each pair: to the right the channel of A, upwards the channel of the other task that corresponds to "
      "it. Points on the diagonal stand in place. Point at one, or move with the arrow keys, to read it."));
}

QString PermutationChart::paintedValues() const {
  if (isEmpty()) return {};
  int inPlace = 0;
  for (int channel = 0; channel < int(pairs().partners.size()); ++channel)
    inPlace += pairs().partners[std::size_t(channel)] == channel ? 1 : 0;
  return tr("%1 of %Ln channel(s) of %2 stand in place.", nullptr, int(pairs().partners.size()))
      .arg(QLocale().toString(inPlace), taskLetter(task()));
}

QRectF PermutationChart::plotRect() const {
  const QFontMetrics metrics(smallFont());
  const int left = metrics.horizontalAdvance(QStringLiteral("1000")) + metrics.height() + 8;
  const int top = metrics.height() + 10, bottom = 2 * metrics.height() + 6;
  const double side = std::max(10, std::min(width() - left - 12, height() - top - bottom));
  return {left + (width() - left - 12 - side) / 2, double(top), side, side};
}

QPointF PermutationChart::placeOf(int channel) const {
  const QRectF plot = plotRect();
  const double count = double(pairs().partners.size());
  return {plot.left() + plot.width() * (channel + 0.5) / count,
          plot.bottom() - plot.height() * (pairs().partners[std::size_t(channel)] + 0.5) / count};
}

int PermutationChart::pairAt(const QPointF& position) const {
  const int count = int(pairs().partners.size());
  const QRectF plot = plotRect();
  if (!plot.adjusted(-4, -4, 4, 4).contains(position)) return -1;
  int nearest = -1;
  double distance = 0;
  for (int channel = 0; channel < count; ++channel) {
    const QPointF offset = placeOf(channel) - position;
    const double square = QPointF::dotProduct(offset, offset);
    if (nearest < 0 || square < distance) nearest = channel, distance = square;
  }
  return nearest;
}

int PermutationChart::neighbour(int channel, int distance) const {
  return std::clamp(channel + distance, 0, int(pairs().partners.size()) - 1);
}

void PermutationChart::paintAxes(QPainter& painter, const QRectF& plot) const {
  const int line = painter.fontMetrics().height();
  const double count = double(pairs().partners.size());
  painter.setPen(style::gridColor(palette()));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(plot);
  QPen diagonal(style::gridColor(palette()), 1.2, Qt::DashLine);
  painter.setPen(diagonal);
  painter.drawLine(plot.bottomLeft(), plot.topRight());
  painter.setPen(style::mutedText(palette()));
  for (const ChartTick& tick : niceAxis({0, count - 1}, false, 4).ticks) {
    if (tick.position < 0 || tick.position > count - 1) continue;
    const double share = (tick.position + 0.5) / count;
    const QString label = style::shown(tick.label);
    painter.drawText(QRectF(plot.left() + plot.width() * share - 30, plot.bottom() + 3, 60, line), Qt::AlignHCenter,
                     label);
    painter.drawText(QRectF(plot.left() - 64, plot.bottom() - plot.height() * share - line / 2.0, 60, line),
                     Qt::AlignRight | Qt::AlignVCenter, label);
  }
  painter.setPen(style::taskColor(0, palette()));
  painter.drawText(QRectF(plot.left(), plot.bottom() + line + 3, plot.width(), line), Qt::AlignHCenter,
                   tr("channel of %1").arg(taskLetter(0)));
  painter.save();
  painter.translate(plot.left() - painter.fontMetrics().horizontalAdvance(QStringLiteral("1000")) - 8,
                    plot.center().y());
  painter.rotate(-90);
  painter.setPen(style::taskColor(task(), palette()));
  painter.drawText(QRectF(-plot.height() / 2, -line, plot.height(), line), Qt::AlignHCenter,
                   tr("channel of %1").arg(taskLetter(task())));
  painter.restore();
}

void PermutationChart::paintPointed(QPainter& painter, const QRectF& plot) const {
  const QPointF place = placeOf(pointed());
  painter.setPen(QPen(style::taskColor(0, palette()), 1.2));
  painter.drawLine(QPointF(place.x(), plot.bottom()), place);
  painter.setPen(QPen(style::taskColor(task(), palette()), 1.2));
  painter.drawLine(QPointF(plot.left(), place.y()), place);
  painter.setPen(QPen(palette().color(QPalette::Text), 1.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(place, 6, 6);
}

void PermutationChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintFrame(painter, tr("Which channel of %1 corresponds to which of A").arg(taskLetter(task())));
  const QRectF plot = plotRect();
  if (isEmpty() || plot.width() < 20) return;
  paintAxes(painter, plot);
  const int count = int(pairs().partners.size());
  const double radius = std::clamp(0.42 * plot.width() / count, 1.6, 4.5);
  painter.setPen(Qt::NoPen);
  painter.setBrush(style::mergedColor(palette()));
  for (int channel = 0; channel < count; ++channel) painter.drawEllipse(placeOf(channel), radius, radius);
  if (pointed() >= 0) paintPointed(painter, plot);
}

}  // namespace zipper
