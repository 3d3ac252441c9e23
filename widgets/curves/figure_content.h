// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/curves/crosshair.h"
#include "widgets/curves/curve_lines.h"
#include "widgets/curves/legend.h"
#include "widgets/curves/score_lines.h"
#include "widgets/curves/series_selection.h"

namespace zipper::curves {

/// What the two plots of the curves show.
struct FigureContent {
  std::vector<DrawnCurve> losses, rates;
  std::vector<ScoreLine> scores;
  int markedRun = -1;  ///< whose steps are marked: the current one, or the first shown
  double newest = 0;   ///< last iteration of that run
  double end = 0;      ///< of the longest run shown
};

FigureContent contentOf(const CurveStore& store, const SeriesSelection& selection, const QPalette& palette);

/// What the legend offers: all series, then the runs if there are several. Its keys are read by parsedKey().
std::vector<LegendEntry> legendOf(const CurveStore& store, const SeriesSelection& selection, const QPalette& palette);
/// What an entry of the legend stands for.
struct LegendKey {
  bool isRun = false;
  int run = 0;
  SeriesId series;
};
LegendKey parsedKey(const QString& key);

/// "Run 3" for a run without a name.
QString runName(const CurveRun& run);
/// Short enough for a disc: the number in its name, or its own.
QString runBadge(const CurveRun& run);

/// The values of all curves that are shown at an iteration (from 1), and the scores of its step.
Readout readoutAt(const CurveStore& store, const FigureContent& content, std::size_t iteration);

}  // namespace zipper::curves
