// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRectF>

class QPainter;

namespace zipper {

/// Small signs of the start page.
enum class Glyph { None, Sample, Task, Session };

/// A glyph; that of a task with its number.
struct Sign {
  Sign(Glyph glyph, int task = 0) : glyph(glyph), task(task) {}
  Glyph glyph;
  int task;
};

/// Draws a sign into a square: a coloured badge with a task's letter or a shape; that of the sample in the colour of
/// the painter's pen.
void drawSign(QPainter& painter, const QRectF& square, const Sign& sign, const QPalette& palette);

/// Black or white, whichever reads better on the colour.
QColor textOn(const QColor& color);

}  // namespace zipper
