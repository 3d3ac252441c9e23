// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <vector>

#include "widgets/curves/crosshair.h"
#include "widgets/curves/curve_run.h"
#include "widgets/curves/legend.h"
#include "widgets/curves/score_lines.h"
#include "widgets/curves/teacher_lines.h"

namespace zipper::curves {

/// What the user hid, by the keys of the legend.
using HiddenKeys = std::set<QString>;

/// Runs and teachers, as the plot of the accuracy needs them.
struct AccuracyData {
  std::vector<CurveRun> runs;
  Scores teachers;

  int tasks() const;
  bool showsMany() const;
};

/// Top-1 by number of merged layers, for each task of each run that is shown. At 0 stand the teachers, of which the
/// network without merged layers is a copy.
std::vector<ScoreLine> scoreLinesOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
std::vector<TeacherLevel> teacherLevelsOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
std::vector<LegendEntry> accuracyLegendOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
/// The scores of the runs that are shown with so many merged layers.
Readout accuracyReadoutAt(const AccuracyData& data, const HiddenKeys& hidden, int merged, const QPalette& palette);
/// The key of a run in the legend.
QString runKey(const CurveRun& run);

/// A row for the teachers, then one per step of each run: run, merged_layers, layer, initialized_top1_a ...,
/// calibrated_top1_a ... (0...1). What wasn't evaluated is empty.
std::string accuracyCsv(const AccuracyData& data);

}  // namespace zipper::curves
