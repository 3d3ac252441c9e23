// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/channel_chart.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

ChannelChart::ChannelChart(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
}

void ChannelChart::setPairs(std::shared_ptr<const ChannelPairs> pairs, int task) {
  pairs_ = std::move(pairs);
  task_ = task;
  pointed_ = -1;
  update();
  style::tellPaintedValues(this);
}

void ChannelChart::setPointed(int channel) {
  pointed_ = isEmpty() || channel >= int(pairs_->partners.size()) ? -1 : channel;
  update();
}

void ChannelChart::point(int channel) {
  if (channel == pointed_) return;
  setPointed(channel);
  Q_EMIT pointedAt(pointed_);
}

QFont ChannelChart::smallFont() const { return style::smallFont(font()); }

void ChannelChart::paintFrame(QPainter& painter, const QString& title) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(smallFont());
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette().color(QPalette::Base));
  painter.drawRoundedRect(rect(), 4, 4);
  painter.setPen(palette().color(QPalette::Text));
  painter.drawText(QRect(8, 3, width() - 16, painter.fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(title, Qt::ElideRight, width() - 16));
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(palette().color(QPalette::Highlight));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void ChannelChart::mouseMoveEvent(QMouseEvent* event) {
  if (!isEmpty()) point(pairAt(event->position()));
}

void ChannelChart::mousePressEvent(QMouseEvent* event) { mouseMoveEvent(event); }

void ChannelChart::leaveEvent(QEvent*) {
  if (!hasFocus()) point(-1);
}

void ChannelChart::keyPressEvent(QKeyEvent* event) {
  if (isEmpty()) return QWidget::keyPressEvent(event);
  constexpr int far = 1 << 20;
  switch (event->key()) {
    case Qt::Key_Left:
      return point(neighbour(pointed_, -1));
    case Qt::Key_Right:
      return point(neighbour(pointed_, 1));
    case Qt::Key_Home:
      return point(neighbour(pointed_, -far));
    case Qt::Key_End:
      return point(neighbour(pointed_, far));
    default:
      QWidget::keyPressEvent(event);
  }
}

void ChannelChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (!isEmpty() && pointed_ < 0 && event->reason() != Qt::MouseFocusReason) point(neighbour(-1, 0));
  update();
}

void ChannelChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  point(-1);
  update();
}

void ChannelChart::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) update();
  QWidget::changeEvent(event);
}

}  // namespace zipper
