// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace zipper::style {

/// Qt 6.4 has no colour scheme hint: a theme is dark if its windows are darker than their text.
bool isDark(const QPalette& palette);

/// The colours of the house, Okabe-Ito with olive and violet, in a tone that reaches 3:1 on the palette's base. Colour
/// is never the only cue.

/// A blue, B vermilion, then purple, black or white, violet, crimson, and again from A on; see task_cues.h, too.
QColor taskColor(int task, const QPalette& palette);
QColor mergedColor(const QPalette& palette);             ///< green: what is shared
QColor workColor(const QPalette& palette);               ///< amber: what a running step changes
QColor seriesColor(int index, const QPalette& palette);  ///< runs, five colours in turn, none of A or B
QColor errorColor(const QPalette& palette);
QColor mutedText(const QPalette& palette);  ///< second-rank text that still reaches 4.5:1
QColor gridColor(const QPalette& palette);
QColor cardColor(const QPalette& palette);  ///< a surface just set off from the window

/// Sequential map for feature maps: viridis, 0...1 (outside: clamped; NaN: transparent).
QRgb sequentialColor(double value);
/// Diverging map for weights and differences: -1 blue, 0 the neutral tone, +1 vermilion (outside: clamped; NaN:
/// transparent).
QRgb divergingColor(double value, bool dark);

/// WCAG contrast ratio, 1...21.
double contrast(const QColor& a, const QColor& b);

}  // namespace zipper::style
