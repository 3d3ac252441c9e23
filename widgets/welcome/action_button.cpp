// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/action_button.h"

#include <QPainter>
#include <QStringList>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"

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
  QSizePolicy policy(QSizePolicy::Expanding, subline.isEmpty() ? QSizePolicy::Fixed : QSizePolicy::Minimum);
  policy.setHeightForWidth(hasHeightForWidth());
  setSizePolicy(policy);
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

QString ActionButton::bareText() const { return style::withoutMnemonic(text()); }

void ActionButton::setKind(Kind kind) {
  if (kind == kind_) return;
  kind_ = kind;
  updateGeometry();
  update();
}

int ActionButton::widthBesideTexts() const {
  const int sign = sign_.glyph == Glyph::None ? 0 : QFontMetrics(textFont()).height() + 10;
  return sign + 2 * paddingOf(*this) + 4;
}

int ActionButton::sublineHeight(int textWidth) const {
  const QRect room(0, 0, std::max(textWidth, 1), QWIDGETSIZE_MAX);
  return QFontMetrics(sublineFont()).boundingRect(room, Qt::TextWordWrap, subline_).height();
}

QSize ActionButton::sizeHint() const {
  const int text = QFontMetrics(textFont()).horizontalAdvance(bareText());
  // One more: a line that fits to the pixel might be wrapped.
  const int subline = subline_.isEmpty() ? 0 : QFontMetrics(sublineFont()).horizontalAdvance(subline_) + 1;
  const int width = std::max(text, subline) + widthBesideTexts();
  return {width, heightForWidth(width)};
}

int ActionButton::heightForWidth(int width) const {
  const int subline = subline_.isEmpty() ? 0 : sublineHeight(width - widthBesideTexts()) + 2;
  const int text = QFontMetrics(textFont()).height() + subline;
  return text + 2 * paddingOf(*this) - (kind_ == Kind::Primary ? 0 : 6);
}

QSize ActionButton::minimumSizeHint() const {
  const QSize hint = sizeHint();
  if (subline_.isEmpty()) return hint;
  int widest = QFontMetrics(textFont()).horizontalAdvance(bareText());
  for (const QString& word : subline_.split(QLatin1Char(' ')))
    widest = std::max(widest, QFontMetrics(sublineFont()).horizontalAdvance(word) + 1);
  return {widest + widthBesideTexts(), hint.height()};
}

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
  const QFontMetrics metrics(textFont());
  const int below = subline_.isEmpty() ? 0 : sublineHeight(width() - widthBesideTexts());
  const int textHeight = metrics.height() + (subline_.isEmpty() ? 0 : below + 2);
  const int top = (height() - textHeight) / 2, padding = paddingOf(*this);
  QRect line(padding + 2, top, width() - 2 * padding - 4, metrics.height());
  if (sign_.glyph != Glyph::None) {
    const double side = metrics.height();
    painter.setOpacity(isEnabled() ? 1.0 : 0.4);
    painter.setPen(ink);
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
  painter.drawText(QRect(line.left(), line.bottom() + 3, line.width(), below),
                   int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, subline_);
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
