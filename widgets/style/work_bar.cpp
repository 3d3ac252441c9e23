// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/work_bar.h"

#include <QPainter>
#include <QStyleOptionProgressBar>
#include <cmath>

#include "widgets/style/motion.h"

namespace zipper::style {

namespace {
constexpr double pieceWidth = 0.25;  ///< share of the bar
constexpr int period = 2400;         ///< milliseconds to and fro
constexpr int frame = 100;
constexpr int steps = 250;
}  // namespace

WorkBar::WorkBar(QWidget* parent) : QProgressBar(parent) {
  setRange(0, steps);
  setTextVisible(false);
  motion_.setInterval(frame);
  connect(&motion_, &QTimer::timeout, this, QOverload<>::of(&QWidget::update));
  clock_.start();
}

void WorkBar::setShare(double share) {
  const int next = share < 0 ? 0 : int(std::min(1.0, share) * steps);
  const bool looksTheSame = next == value() && (share < 0) == (share_ < 0);
  share_ = share;
  if (looksTheSame) return;
  setValue(next);
  moveOrNot();
  update();
}

void WorkBar::moveOrNot() {
  const bool moves = share_ < 0 && isVisible() && !reducedMotion();
  if (moves == motion_.isActive()) return;
  moves ? motion_.start() : motion_.stop();
}

void WorkBar::paintEvent(QPaintEvent* event) {
  if (share_ >= 0) return QProgressBar::paintEvent(event);
  QStyleOptionProgressBar option;
  initStyleOption(&option);
  QPainter painter(this);
  style()->drawControl(QStyle::CE_ProgressBarGroove, &option, &painter, this);
  const double phase = std::fmod(double(clock_.elapsed()) / period, 1.0);
  const double place = reducedMotion() ? 0.5 : 1 - std::abs(2 * phase - 1);
  QRectF piece = QRectF(rect()).adjusted(1, 1, -1, -1);
  const double room = piece.width() * (1 - pieceWidth);
  piece.setWidth(piece.width() * pieceWidth);
  piece.translate(place * room, 0);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().color(QPalette::Highlight));
  painter.drawRoundedRect(piece, 2, 2);
}

void WorkBar::showEvent(QShowEvent* event) {
  QProgressBar::showEvent(event);
  moveOrNot();
}

void WorkBar::hideEvent(QHideEvent* event) {
  QProgressBar::hideEvent(event);
  moveOrNot();
}

}  // namespace zipper::style
