// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/fold_line.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <algorithm>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int lineMargin = 5, arrowSize = 8;

}  // namespace

FoldLine::FoldLine(QWidget* parent) : QAbstractButton(parent) {
  setObjectName(QStringLiteral("summaryLine"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
}

void FoldLine::setTexts(const QString& headline, const QString& rest) {
  if (headline == headline_ && rest == rest_) return;
  headline_ = headline;
  rest_ = rest;
  describe();
}

void FoldLine::setUnfolded(bool unfolded) {
  unfolded_ = unfolded;
  describe();
}

void FoldLine::describe() {
  const QString all = rest().isEmpty() ? headline_ : QStringLiteral("%1 · %2").arg(headline_, rest());
  setAccessibleName(tr("Summary: %1").arg(all));
  setAccessibleDescription(unfolded_ ? tr("unfolded") : tr("folded"));
  setToolTip(QStringLiteral("%1\n%2").arg(
      all, unfolded_ ? tr("Click to fold the summary to this line.") : tr("Click to unfold the summary.")));
  update();
}

QFont FoldLine::boldFont() const {
  QFont bold = font();
  bold.setBold(true);
  return bold;
}

QSize FoldLine::sizeHint() const {
  const QFontMetrics metrics(boldFont());
  return {metrics.horizontalAdvance(headline_) + arrowSize + 4 * lineMargin, metrics.height() + 2 * lineMargin};
}

QSize FoldLine::minimumSizeHint() const { return {60, sizeHint().height()}; }

void FoldLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (underMouse()) painter.fillRect(rect(), style::gridColor(palette()));
  QStyleOption arrow;
  arrow.initFrom(this);
  arrow.rect = QRect(2 * lineMargin, (height() - arrowSize) / 2, arrowSize, arrowSize);
  style()->drawPrimitive(unfolded_ ? QStyle::PE_IndicatorArrowDown : QStyle::PE_IndicatorArrowRight, &arrow, &painter,
                         this);
  const int left = arrow.rect.right() + 2 * lineMargin, room = std::max(0, width() - left - lineMargin);
  painter.setFont(boldFont());
  painter.setPen(palette().color(QPalette::WindowText));
  const QString head = painter.fontMetrics().elidedText(headline_, Qt::ElideRight, room);
  painter.drawText(QRect(left, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter, head);
  const int used = painter.fontMetrics().horizontalAdvance(head) + 3 * lineMargin;
  painter.setFont(font());
  if (!rest().isEmpty() && room - used > 4 * painter.fontMetrics().averageCharWidth()) {
    painter.setPen(style::mutedText(palette()));
    painter.drawText(QRect(left + used, 0, room - used, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(rest(), Qt::ElideRight, room - used));
  }
  if (!hasFocus()) return;
  QStyleOptionFocusRect focus;
  focus.initFrom(this);
  focus.rect = rect().adjusted(1, 1, -1, -1);
  style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

void FoldLine::keyPressEvent(QKeyEvent* event) {
  const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enters) return click();
  QAbstractButton::keyPressEvent(event);
}

void FoldLine::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void FoldLine::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace zipper
