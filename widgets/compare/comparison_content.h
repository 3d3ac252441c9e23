// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QString>
#include <set>
#include <vector>

#include "core/zippering/comparison.h"
#include "widgets/plots/crosshair.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/score_lines.h"
#include "widgets/style/plain_text.h"

namespace zipper::plots {

/// What the plot of a comparison shows.
struct ComparisonData {
  std::vector<std::string> strategies;  ///< in the order of their colours
  std::vector<ComparisonRun> runs;      ///< those that are finished, and the one in work at the end
  Scores teachers;                      ///< empty: not known yet
  std::set<QString> hidden;             ///< names of strategies that the user has hidden

  bool shows(const ComparisonRun& run) const { return hidden.count(style::unchanged(run.strategy)) == 0; }
  /// Of the longest run that is shown.
  double iterations() const;
};

/// Colour, dashes and marker by the strategy's place; seeds of a strategy look alike.
SeriesStyle strategyStyle(const ComparisonData& data, const std::string& strategy, const QPalette& palette);
/// Mean top-1 after each calibration, by iterations.
std::vector<ScoreLine> comparisonLines(const ComparisonData& data, const QPalette& palette);
std::vector<LegendEntry> comparisonLegend(const ComparisonData& data, const QPalette& palette);
/// The last scores of each run at or before an iteration.
Readout comparisonReadout(const ComparisonData& data, double iteration, const QPalette& palette);

}  // namespace zipper::plots
