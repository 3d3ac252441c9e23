// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRect>
#include <vector>

#include "widgets/plots/thinned_line.h"

class QCPAxis;
class QPainter;

namespace zipper::plots {

/// Marks at the edges of a plot for values that have no place on its axis: a cross at the top for NaN, an arrow up for
/// infinity, an arrow down at the bottom for minus infinity and, on logarithmic axes, for zero and less. Each curve has
/// a lane of its own, so that no mark covers another's.
void drawOddMarks(QPainter& painter, const std::vector<OddValue>& odd, const QCPAxis& key, const QRect& place, int lane,
                  const QColor& color);

}  // namespace zipper::plots
