// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/probability_bar.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int barPadding = 6, barAir = 3;
constexpr double firstScale = 1.35;

}  // namespace

ProbabilityBar::ProbabilityBar(int task, bool first, QWidget* parent)
    : QProgressBar(parent), task_(task), first_(first) {
  setRange(0, 100);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProbabilityBar::setAnswer(const NamedAnswer& answer, const QString& network) {
  answer_ = answer;
  answer_.probability = std::clamp(answer.probability, 0.0, 1.0);
  const QString number = probabilityShown(answer_.probability);
  setValue(int(std::lround(100 * answer_.probability)));
  setAccessibleName(tr("%1: %2", "a network and its answer").arg(network, answer_.name));
  setAccessibleDescription(number);
  setToolTip(QStringLiteral("%1\n%2").arg(answer_.name, number));
  update();
}

QFont ProbabilityBar::largeFont() const {
  QFont large = font();
  if (!first_) return large;
  large.setPointSizeF(std::max(1.0, large.pointSizeF() * firstScale));
  large.setBold(true);
  return large;
}

QSize ProbabilityBar::sizeHint() const {
  const QFontMetrics metrics(largeFont());
  return {16 * metrics.averageCharWidth() + metrics.horizontalAdvance(probabilityShown(1)) + 2 * barPadding,
          metrics.height() + 2 * barAir};
}

QSize ProbabilityBar::minimumSizeHint() const {
  const QFontMetrics metrics(largeFont());
  return {5 * metrics.averageCharWidth() + metrics.horizontalAdvance(probabilityShown(1)) + 2 * barPadding,
          metrics.height() + 2 * barAir};
}

void ProbabilityBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track = QRectF(rect()).adjusted(0, 1, 0, -1);
  painter.setPen(Qt::NoPen);
  painter.setBrush(style::cardColor(palette()));
  painter.drawRoundedRect(track, 3, 3);
  QColor fill = task_ == ofMerged ? style::mergedColor(palette()) : style::taskColor(task_, palette());
  fill.setAlphaF(0.4f);
  painter.setBrush(fill);
  const double length = answer_.probability * track.width();
  if (length >= 1) painter.drawRoundedRect(QRectF(track.x(), track.y(), length, track.height()), 3, 3);
  painter.setFont(largeFont());
  painter.setPen(palette().color(QPalette::WindowText));
  const QFontMetrics metrics = painter.fontMetrics();
  const QString number = probabilityShown(answer_.probability);
  const QRect room = rect().adjusted(barPadding, 0, -barPadding, 0);
  painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, number);
  const int forName = room.width() - metrics.horizontalAdvance(number) - barPadding;
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(answer_.name, Qt::ElideRight, std::max(0, forName)));
}

void ProbabilityBar::changeEvent(QEvent* event) {
  QProgressBar::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
  if (event->type() == QEvent::PaletteChange) update();
}

}  // namespace zipper
