// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/elided_label.h"

#include <QPainter>

#include "widgets/style/colors.h"

namespace zipper {

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setText(const QString& text, bool muted) {
  text_ = text;
  muted_ = muted;
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(text_) + 2, fontMetrics().height()}; }

QSize ElidedLabel::minimumSizeHint() const { return {40, fontMetrics().height()}; }

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(muted_ ? style::mutedText(palette()) : palette().color(QPalette::WindowText));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text_, Qt::ElideMiddle, width()));
}

}  // namespace zipper
