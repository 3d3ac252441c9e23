// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/guess_chart.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "core/support/text_format.h"
#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

GuessChart::GuessChart(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("guessChart"));
  setAccessibleName(tr("Change of accuracy by layer"));
}

void GuessChart::setAnswer(const GuessAnswer& answer) {
  answer_ = answer;
  worst_ = worstLayers(answer.drops).worst;
  least_ = most_ = 0;
  QStringList lines;
  for (const LayerDrop& drop : answer.drops) {
    lines << describe(drop);
    if (!drop.drop) continue;
    least_ = std::min(least_, -100 * drop.drop->high);
    most_ = std::max(most_, -100 * drop.drop->low);
  }
  setAccessibleDescription(lines.join(QLatin1Char('\n')));
  update();
}

QString GuessChart::describe(const LayerDrop& drop) const {
  const QString change = drop.drop ? changeText(*drop.drop) : tr("not measured");
  QString text = tr("Layer %1: %2").arg(QString::number(drop.layer), change);
  if (drop.layer == answer_.guess) text = tr("%1, your guess").arg(text);
  return drop.layer == worst_ ? tr("%1, the largest loss").arg(text) : text;
}

QSize GuessChart::sizeHint() const { return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 8}; }

QSize GuessChart::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 7};
}

QRectF GuessChart::plotArea() const {
  const QFontMetricsF metrics(style::smallFont(font()));
  const double left = metrics.horizontalAdvance(QStringLiteral("−88.88")) + 6;
  return QRectF(rect()).adjusted(left, metrics.height(), -4, -2 * metrics.height());
}

void GuessChart::drawBar(QPainter& painter, const LayerDrop& drop, const QRectF& column, double unit,
                         double zero) const {
  const double line = painter.fontMetrics().height();
  const bool guessed = drop.layer == answer_.guess;
  painter.setPen(palette().color(QPalette::WindowText));
  QFont font = style::smallFont(this->font());
  font.setBold(guessed);
  painter.setFont(font);
  const QRectF label(column.left() - 6, plotArea().bottom() + 2, column.width() + 12, line);
  painter.drawText(label, Qt::AlignCenter, QString::number(drop.layer));
  if (guessed) painter.drawText(label.translated(0, line - 2), Qt::AlignCenter, QStringLiteral("▲"));
  if (!drop.drop) return;
  const auto y = [&](double share) { return zero + 100 * share * unit; };
  const QColor color = drop.layer == worst_ ? style::errorColor(palette()) : style::mutedText(palette());
  painter.setPen(QPen(color, 1));
  painter.setBrush(guessed ? QBrush(color) : QBrush(color, Qt::BDiagPattern));
  painter.drawRect(
      QRectF(QPointF(column.left() + 2, zero), QPointF(column.right() - 2, y(drop.drop->value))).normalized());
  painter.setPen(QPen(palette().color(QPalette::WindowText), 1.2));
  const double x = column.center().x();
  painter.drawLine(QPointF(x, y(drop.drop->low)), QPointF(x, y(drop.drop->high)));
  for (const double end : {drop.drop->low, drop.drop->high})
    painter.drawLine(QPointF(x - 3, y(end)), QPointF(x + 3, y(end)));
}

void GuessChart::paintEvent(QPaintEvent*) {
  if (answer_.drops.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(style::smallFont(font()));
  const QRectF area = plotArea();
  const double range = std::max(most_ - least_, 0.1), unit = area.height() / range, zero = area.top() + most_ * unit;
  painter.setPen(style::mutedText(palette()));
  const double line = painter.fontMetrics().height();
  painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignTop,
                   tr("Change of top-1 by layer, in points (▲ your guess)"));
  const auto mark = [&](double value) {
    const double y = zero - value * unit;
    const QString text = QString::fromStdString(fixedNumber(value, 1)).replace(QLatin1Char('-'), QChar(0x2212));
    painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), Qt::AlignRight | Qt::AlignVCenter, text);
  };
  mark(0);
  if (-least_ * unit > 1.5 * line) mark(least_);
  painter.setPen(QPen(style::gridColor(palette()), 1));
  painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero));
  const double step = area.width() / double(answer_.drops.size()), wide = std::min(step, 3 * line);
  for (std::size_t i = 0; i < answer_.drops.size(); ++i)
    drawBar(painter, answer_.drops[i],
            QRectF(area.left() + step * (double(i) + 0.5) - wide / 2, area.top(), wide, area.height()), unit, zero);
}

bool GuessChart::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || answer_.drops.empty()) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const QRectF area = plotArea();
  const int place = int((help->pos().x() - area.left()) / area.width() * double(answer_.drops.size()));
  const bool inside = help->pos().x() >= area.left() && place < int(answer_.drops.size());
  if (inside) QToolTip::showText(help->globalPos(), describe(answer_.drops[std::size_t(place)]), this);
  return inside || QWidget::event(event);
}

}  // namespace zipper
