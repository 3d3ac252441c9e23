// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/painted_table.h"

class QWidget;

namespace zipper::style {

/// Tells those who listen that the widget, a PaintedValues, shows something else.
void tellPaintedValues(QWidget* widget);
/// The same of the cell that is pointed at in a PaintedTable.
void tellPaintedCell(QWidget* widget);

/// Has a screen reader say a text about what a widget shows, when it has said what it is saying. The widget's property
/// "announced" is what was said last: events don't come by where no screen reader is.
void announce(QWidget* widget, const QString& text);

}  // namespace zipper::style
