// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_theme.h"

#include <QFontMetricsF>
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

void drawFittedText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QFont& font) {
  constexpr int smallestPixels = 9;
  QFont fitted = font;
  const double needed = QFontMetricsF(font).horizontalAdvance(text);
  if (needed > rect.width())
    fitted.setPixelSize(std::max(smallestPixels, int(font.pixelSize() * rect.width() / needed)));
  painter.setFont(fitted);
  painter.drawText(rect, alignment | Qt::TextSingleLine,
                   QFontMetricsF(fitted).elidedText(text, Qt::ElideRight, rect.width() + 1));
}

}  // namespace zipper
