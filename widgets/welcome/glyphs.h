// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRectF>

class QPainter;

namespace zipper {

/// Small signs of the start page.
enum class Glyph { None, Sample, TaskA, TaskB, Session };

/// Draws a glyph into a square: a coloured badge with a letter or a shape.
void drawGlyph(QPainter& painter, const QRectF& square, Glyph glyph, const QPalette& palette);

/// Black or white, whichever reads better on the colour.
QColor textOn(const QColor& color);

}  // namespace zipper
