// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRect>

class QPainter;

namespace zipper {

/// The frame around the cell that is pointed at: dark and light lines, so that it is seen on every colour. `strong`:
/// it is the keyboard's, too.
void paintCellFrame(QPainter& painter, const QRect& cell, const QPalette& palette, bool strong);

}  // namespace zipper
