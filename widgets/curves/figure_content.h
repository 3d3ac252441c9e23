// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "widgets/curves/curve_lines.h"
#include "widgets/curves/series_selection.h"
#include "widgets/plots/crosshair.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/score_lines.h"

namespace zipper::plots {

/// What the two plots of the curves show.
struct FigureContent {
  std::vector<DrawnCurve> losses, rates;
  std::vector<ScoreLine> scores;
  bool hasSamples = false;  ///< whether some of the scores are of samples of the test images
  int markedRun = -1;       ///< whose steps are marked: the current one, or the first shown
  double newest = 0;        ///< last iteration of that run
  double end = 0;           ///< of the longest run shown
};

FigureContent contentOf(const CurveStore& store, const SeriesSelection& selection, const QPalette& palette);

/// What the legend offers: all series, then the runs if there are several. `titles`: see
/// seriesDescription(). Its keys are read by parsedKey().
std::vector<LegendEntry> legendOf(const CurveStore& store, const SeriesSelection& selection, const QStringList& titles,
                                  const QPalette& palette);
/// What an entry of the legend stands for.
struct LegendKey {
  bool isRun = false;
  int run = 0;
  SeriesId series;
};
LegendKey parsedKey(const QString& key);

/// The values of all curves that are shown at an iteration (from 1), and the scores of its step.
Readout readoutAt(const CurveStore& store, const FigureContent& content, std::size_t iteration);

}  // namespace zipper::plots
