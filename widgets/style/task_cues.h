// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QVector>

namespace zipper::style {

/// What tells tasks apart besides their colours, see taskColor(): as many looks as there are colours, then they begin
/// again.
inline constexpr int taskLooks = 6;

/// The dash pattern of a task's line, for QPen::setDashPattern() with flat caps, in pen widths; the first task's line
/// is solid: empty.
QVector<qreal> taskDash(int task);

/// The outline of a task's marker, to be filled or not: circle, square, triangle, diamond, triangle on its tip, cross.
/// They look equally large with the same radius.
QPainterPath taskMarker(int task, const QPointF& center, double radius);

}  // namespace zipper::style
