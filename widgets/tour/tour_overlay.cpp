// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_overlay.h"

#include <QPainter>
#include <cmath>

#include "widgets/style/colors.h"
#include "widgets/tour/card_place.h"

namespace zipper {

namespace {

constexpr double frameWidth = 3, aroundTarget = 4;

void drawArrow(QPainter& painter, const CardArrow& arrow, const QColor& color) {
  const QPointF way = arrow.to - arrow.from;
  const double length = std::hypot(way.x(), way.y());
  constexpr double head = 11;
  if (length < head + 4) return;
  const QPointF along = way / length, across(-along.y(), along.x());
  const QPointF tip = arrow.to - along * (aroundTarget + frameWidth / 2), base = tip - along * head;
  painter.setPen(QPen(color, frameWidth, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(arrow.from, base);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawPolygon(QPolygonF({tip, base + across * head * 0.6, base - across * head * 0.6}));
}

}  // namespace

TourOverlay::TourOverlay(QWidget* window) : QWidget(window) {
  setObjectName(QStringLiteral("tourOverlay"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

void TourOverlay::setPlaces(const QRect& target, const QRect& card) {
  if (target == target_ && card == card_) return;
  target_ = target;
  card_ = card;
  update();
}

void TourOverlay::paintEvent(QPaintEvent*) {
  if (target_.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  // Two tones: one of them stands out from whatever lies below.
  QRectF frame = QRectF(target_).adjusted(-aroundTarget, -aroundTarget, aroundTarget, aroundTarget);
  frame &= QRectF(rect()).adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth);
  painter.setPen(QPen(palette().color(QPalette::Base), frameWidth + 4));
  painter.drawRoundedRect(frame, 6, 6);
  const QColor color = style::workColor(palette());
  painter.setPen(QPen(color, frameWidth));
  painter.drawRoundedRect(frame, 6, 6);
  if (!target_.intersects(card_)) drawArrow(painter, cardArrow(card_, target_), color);
}

}  // namespace zipper
