// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/action_button.h"

#include <QPainter>
#include <algorithm>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

/// Room around the text.
int paddingOf(const QWidget& widget) { return widget.fontMetrics().height() * 3 / 4; }

QFont scaled(QFont font, double factor) {
  if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * factor);
  return font;
}

}  // namespace

ActionButton::ActionButton(Kind kind, const Sign& sign, const QString& text, const QString& subline, QWidget* parent)
    : QPushButton(text, parent), kind_(kind), sign_(sign), subline_(subline) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleDescription(subline);
  setAutoDefault(true);
  setCursor(Qt::PointingHandCursor);
}

QFont ActionButton::textFont() const {
  QFont font = scaled(this->font(), kind_ == Kind::Primary ? 1.25 : 1.0);
  font.setBold(kind_ == Kind::Primary);
  return font;
}

QFont ActionButton::sublineFont() const { return scaled(font(), 0.9); }

QString ActionButton::bareText() const { return text().remove(QLatin1Char('&')); }

QSize ActionButton::sizeHint() const {
  const QFontMetrics metrics(textFont()), small(sublineFont());
  const int padding = paddingOf(*this);
  const int glyph = sign_.glyph == Glyph::None ? 0 : metrics.height() + 10;
  const int width = std::max(metrics.horizontalAdvance(bareText()), small.horizontalAdvance(subline_));
  const int height = metrics.height() + (subline_.isEmpty() ? 0 : small.height() + 2);
  return {width + glyph + 2 * padding + 4, height + 2 * padding - (kind_ == Kind::Primary ? 0 : 6)};
}

QSize ActionButton::minimumSizeHint() const { return sizeHint(); }

QColor ActionButton::background() const {
  const bool dark = style::isDark(palette());
  QColor color = kind_ == Kind::Primary ? style::mergedColor(palette()) : style::cardColor(palette());
  if (!isEnabled()) return kind_ == Kind::Primary ? style::gridColor(palette()) : color;
  if (isDown()) return dark ? color.lighter(80) : color.darker(115);
  if (!underMouse()) return color;
  if (kind_ != Kind::Primary) return style::gridColor(palette());
  // Away from the text's colour, which stays: text that turns from white to black under the mouse looks like a fault.
  return textOn(color) == QColor(Qt::white) ? color.darker(112) : color.lighter(112);
}

void ActionButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor fill = background();
  const bool primary = kind_ == Kind::Primary;
  const QColor ink = !isEnabled() ? style::mutedText(palette())
                     : primary    ? textOn(style::mergedColor(palette()))
                                  : palette().color(QPalette::WindowText);
  painter.setBrush(fill);
  painter.setPen(primary ? QPen(Qt::NoPen) : QPen(style::gridColor(palette())));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(primary ? ink : palette().color(QPalette::Highlight), 1.5));
    const double inset = primary ? 3.5 : 1;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
  }
  const QFontMetrics metrics(textFont()), small(sublineFont());
  const int textHeight = metrics.height() + (subline_.isEmpty() ? 0 : small.height() + 2);
  const int top = (height() - textHeight) / 2, padding = paddingOf(*this);
  QRect line(padding + 2, top, width() - 2 * padding - 4, metrics.height());
  if (sign_.glyph != Glyph::None) {
    const double side = metrics.height();
    painter.setOpacity(isEnabled() ? 1.0 : 0.4);
    drawSign(painter, QRectF(line.left(), (height() - side) / 2, side, side), sign_, palette());
    painter.setOpacity(1);
    line.setLeft(line.left() + int(side) + 10);
  }
  painter.setPen(ink);
  painter.setFont(textFont());
  const Qt::Alignment side = sign_.glyph == Glyph::None ? Qt::AlignHCenter : Qt::AlignLeft;
  painter.drawText(line, int(side | Qt::AlignVCenter) | Qt::TextShowMnemonic, text());
  painter.setFont(sublineFont());
  if (!primary) painter.setPen(style::mutedText(palette()));
  painter.drawText(QRect(line.left(), line.bottom() + 3, line.width(), small.height()), Qt::AlignLeft | Qt::AlignTop,
                   small.elidedText(subline_, Qt::ElideRight, line.width()));
}

void ActionButton::enterEvent(QEnterEvent* event) {
  QPushButton::enterEvent(event);
  update();
}

void ActionButton::leaveEvent(QEvent* event) {
  QPushButton::leaveEvent(event);
  update();
}

}  // namespace zipper
