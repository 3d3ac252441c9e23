// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>
#include <vector>

namespace zipper {

/// Colours and fonts of the picture, taken from a widget.
struct ZipperTheme {
  QColor background, text, muted, grid, merged, work, error, highlight;
  std::vector<QColor> tasks;     ///< see task()
  QColor metalLight, metalDark;  ///< of the slider
  QFont font;
  double textScale = 1;  ///< of what is written beside the blocks: see ZipperGeometry

  /// Colours begin again after as many tasks as can be told apart.
  const QColor& task(int task) const { return tasks[std::size_t(task) % tasks.size()]; }
  QFont sized(int pixels, bool bold = false) const;
  /// For what is written beside the blocks.
  QFont label(int pixels, bool bold = false) const { return sized(int(pixels * textScale + 0.5), bold); }
};

ZipperTheme themeOf(const QPalette& palette, const QFont& font);

/// `share` of b over a.
QColor blended(const QColor& a, const QColor& b, double share);

/// Draws one line of text in the rectangle: smaller if it is too wide, and elided if that doesn't suffice.
void drawFittedText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QFont& font);

/// The same above something else: `ground` around the letters keeps it off them.
void drawHaloedText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QFont& font,
                    const QColor& ground);

}  // namespace zipper
