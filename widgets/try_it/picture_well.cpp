// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/picture_well.h"

#include <QPainter>
#include <QPainterPath>

#include "widgets/style/colors.h"

namespace zipper {

PictureWell::PictureWell(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Picture"));
  setToolTip(tr("Drop a picture here, or paste one (Ctrl+V)"));
}

void PictureWell::setPicture(const QImage& picture) {
  picture_ = picture;
  style::tellPaintedValues(this);
  update();
}

QString PictureWell::paintedValues() const {
  if (picture_.isNull()) return tr("Drop a picture here");
  return tr("%1 × %2 pixels").arg(picture_.width()).arg(picture_.height());
}

void PictureWell::setInviting(bool inviting) {
  inviting_ = inviting;
  update();
}

void PictureWell::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void PictureWell::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void PictureWell::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF room = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
  QPainterPath frame;
  frame.addRoundedRect(room, 6, 6);
  painter.fillPath(frame, style::cardColor(palette()));
  if (!picture_.isNull()) {
    QRectF target(QPointF(0, 0), QSizeF(picture_.size()).scaled(room.size() - QSizeF(6, 6), Qt::KeepAspectRatio));
    target.moveCenter(room.center());
    // Few pixels stay squares.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture_.width() > target.width() * devicePixelRatioF());
    painter.drawImage(target, picture_);
  } else {
    painter.setPen(style::mutedText(palette()));
    painter.drawText(room.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("Drop a picture here"));
  }
  const bool marked = inviting_ || hasFocus();
  painter.setPen(QPen(marked ? palette().color(QPalette::Highlight) : style::gridColor(palette()), marked ? 2.5 : 1.5,
                      picture_.isNull() || inviting_ ? Qt::DashLine : Qt::SolidLine));
  painter.drawPath(frame);
}

}  // namespace zipper
