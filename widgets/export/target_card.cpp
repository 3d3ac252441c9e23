// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/target_card.h"

#include <QPainter>
#include <algorithm>

#include "widgets/export/target_glyphs.h"
#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {
constexpr int preferredCharacters = 44;  ///< of the sentence in one line, about
}

TargetCard::TargetCard(const std::string& target, const QString& title, const QString& sentence, QWidget* parent)
    : QRadioButton(title, parent), target_(target), sentence_(sentence) {
  setObjectName("target." + style::unchanged(target));
  setAccessibleName(title);
  setAccessibleDescription(sentence);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setCursor(Qt::PointingHandCursor);
}

QFont TargetCard::titleFont() const {
  QFont bold = font();
  bold.setBold(true);
  return bold;
}

int TargetCard::sentenceHeight(int textWidth) const {
  const QRect room(0, 0, std::max(textWidth, 1), QWIDGETSIZE_MAX);
  return fontMetrics().boundingRect(room, Qt::TextWordWrap, sentence_).height();
}

int TargetCard::heightForWidth(int width) const {
  const int texts = QFontMetrics(titleFont()).height() + sentenceHeight(width - widthBesideTexts());
  return std::max(texts, signSide()) + 2 * padding();
}

QSize TargetCard::sizeHint() const {
  const int width = fontMetrics().averageCharWidth() * preferredCharacters + widthBesideTexts();
  return {width, heightForWidth(width)};
}

QSize TargetCard::minimumSizeHint() const {
  int widest = QFontMetrics(titleFont()).horizontalAdvance(text());
  for (const QString& word : sentence_.split(QLatin1Char(' ')))
    widest = std::max(widest, fontMetrics().horizontalAdvance(word) + 1);
  return {widest + widthBesideTexts(), QFontMetrics(titleFont()).height() + 2 * padding()};
}

void TargetCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = isEnabled() ? palette().color(QPalette::WindowText) : style::mutedText(palette());
  const QColor edge = isChecked() ? style::mergedColor(palette()) : style::gridColor(palette());
  painter.setBrush(underMouse() && isEnabled() ? style::gridColor(palette()) : style::cardColor(palette()));
  const double thickness = isChecked() ? 2 : 1;  // colour isn't the only cue
  painter.setPen(QPen(edge, thickness));
  const double inset = thickness / 2;
  painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
  if (hasFocus()) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 4, 4);
  }
  painter.setPen(ink);
  const int side = signSide();
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  const int signLeft = mirrored ? width() - padding() - side : padding();
  drawTargetSign(painter, QRectF(signLeft, (height() - side) / 2.0, side, side), target_);
  QRect texts = rect().adjusted(padding(), padding(), -padding(), -padding());
  mirrored ? texts.setRight(texts.right() - side - padding()) : texts.setLeft(texts.left() + side + padding());
  painter.setFont(titleFont());
  painter.drawText(texts, int(Qt::AlignLeading | Qt::AlignTop), text());
  painter.setFont(font());
  painter.setPen(style::mutedText(palette()));
  texts.setTop(texts.top() + QFontMetrics(titleFont()).height());
  painter.drawText(texts, int(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap, sentence_);
}

void TargetCard::enterEvent(QEnterEvent* event) {
  QRadioButton::enterEvent(event);
  update();
}

void TargetCard::leaveEvent(QEvent* event) {
  QRadioButton::leaveEvent(event);
  update();
}

}  // namespace zipper
