// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPalette>
#include <QString>
#include <functional>
#include <vector>

#include "widgets/plots/legend.h"

class QCustomPlot;

namespace zipper::plots {

/// A plot as it is to be written: in its present size and ranges, with its legend, on white.
struct Figure {
  QCustomPlot& plot;
  QString title;
  std::function<void(const QPalette&)> recolor;  ///< restyles the plot
  std::function<std::vector<LegendEntry>(const QPalette&)> legend;
};

/// Twice the size in pixels that the plot has in points.
QImage imageOf(const Figure& figure);
/// Encodes what was drawn and writes the file, in any thread: it needs no widget. Throws Error.
using WriteFigure = std::function<void(const QString& path)>;
/// Draw the figure now.
WriteFigure drawnPng(const Figure& figure);
WriteFigure drawnSvg(const Figure& figure);
/// Throw Error if the file can't be written.
void savePng(const Figure& figure, const QString& path);
void savePdf(const Figure& figure, const QString& path);
void saveSvg(const Figure& figure, const QString& path);
/// Writes text; a wait cursor tells that it may take a moment.
void saveText(const std::function<std::string()>& text, const QString& path);

}  // namespace zipper::plots
