// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>
#include <vector>

class QPainter;

namespace zipper::style {

/// Strands side by side, one per colour, with gaps as wide as they are: tasks that have a layer each.
void paintStrands(QPainter& painter, const QRectF& area, const std::vector<QColor>& colors);

}  // namespace zipper::style
