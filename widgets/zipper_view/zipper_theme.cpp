// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_theme.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPen>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/task_cues.h"

namespace zipper {

QFont ZipperTheme::sized(int pixels, bool bold) const {
  QFont result = font;
  result.setPixelSize(pixels);
  result.setBold(bold);
  result.setHintingPreference(QFont::PreferNoHinting);  // letters keep their places at every zoom
  return result;
}

ZipperTheme themeOf(const QPalette& palette, const QFont& font) {
  ZipperTheme theme;
  theme.background = palette.color(QPalette::Base);
  theme.text = palette.color(QPalette::Text);
  theme.muted = style::mutedText(palette);
  theme.grid = style::gridColor(palette);
  theme.merged = style::mergedColor(palette);
  theme.work = style::workColor(palette);
  theme.error = style::errorColor(palette);
  theme.highlight = palette.color(QPalette::Highlight);
  for (int task = 0; task < style::taskLooks; ++task) theme.tasks.push_back(style::taskColor(task, palette));
  theme.metalLight = blended(theme.background, theme.text, style::isDark(palette) ? 0.82 : 0.52);
  theme.metalDark = blended(theme.background, theme.text, style::isDark(palette) ? 0.58 : 0.78);
  theme.font = font;
  return theme;
}

QColor blended(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](double x, double y) { return float(std::clamp(x + (y - x) * share, 0.0, 1.0)); };
  return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

namespace {

/// A text and its font, so that it fits.
struct FittedText {
  QString text;
  QFont font;
};

FittedText fittedTo(double width, const QString& text, const QFont& font) {
  constexpr int smallestPixels = 9;
  FittedText fitted{text, font};
  const double needed = QFontMetricsF(font).horizontalAdvance(text);
  if (needed > width) fitted.font.setPixelSize(std::max(smallestPixels, int(font.pixelSize() * width / needed)));
  fitted.text = QFontMetricsF(fitted.font).elidedText(text, Qt::ElideRight, width + 1);
  return fitted;
}

}  // namespace

void drawFittedText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QFont& font) {
  const FittedText fitted = fittedTo(rect.width(), text, font);
  painter.setFont(fitted.font);
  painter.drawText(rect, alignment | Qt::TextSingleLine, fitted.text);
}

void drawHaloedText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QFont& font,
                    const QColor& ground) {
  constexpr double haloWidth = 2.5;  // on each side of a letter's outline
  const FittedText fitted = fittedTo(rect.width(), text, font);
  const QFontMetricsF metrics(fitted.font);
  const QRectF place = metrics.boundingRect(rect, alignment | Qt::TextSingleLine, fitted.text);
  QPainterPath letters;
  letters.addText(place.left(), place.top() + metrics.ascent(), fitted.font, fitted.text);
  painter.strokePath(letters, QPen(ground, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  drawFittedText(painter, rect, alignment, text, font);
}

}  // namespace zipper
