// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>

class QCustomPlot;

namespace zipper::plots {

/// What a screen reader is told of a plot: where its lines are now. It is asked for when somebody listens. The plot's
/// accessible name says what it is; its accessible description, where there is one, what the crosshair points at.
/// `values` is forgotten with an empty function: before what it looks at is gone.
void setPlotValues(QCustomPlot& plot, std::function<QString()> values);
/// Tells those who listen that the lines have changed.
void tellPlotValues(QCustomPlot& plot);

}  // namespace zipper::plots
