// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>
#include <QSharedPointer>

#include "widgets/style/small_font.h"

class QCPAxis;
class QCPAxisRect;
class QCPAxisTicker;
class QCustomPlot;

namespace zipper::plots {

/// QCustomPlot knows neither palette nor font of its widget: colours, fonts and grid of all axes.
void applyPlotStyle(QCustomPlot& plot, const QPalette& palette, const QFont& font);
/// The house's second size of text.
using style::smallFont;

/// Ticks at whole numbers only.
QSharedPointer<QCPAxisTicker> wholeNumberTicker();
/// Ticks for a logarithmic axis: powers of ten, or nice numbers where few powers are in view.
QSharedPointer<QCPAxisTicker> logarithmicTicker();
/// Makes a value axis linear or logarithmic.
void setLogarithmic(QCPAxis& axis, bool logarithmic);

}  // namespace zipper::plots
