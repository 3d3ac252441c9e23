// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper::plots {

/// How many times broader than usual lines are drawn, and markers larger, in all plots: 1, or more while a room looks
/// on. Plots take it with their next drawing; those of a FigurePanel are drawn anew when the font changes.
double strokeScale();
void setStrokeScale(double scale);

}  // namespace zipper::plots
