// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <set>
#include <string>
#include <vector>

#include "widgets/plots/crosshair.h"
#include "widgets/plots/curve_run.h"
#include "widgets/plots/legend.h"
#include "widgets/plots/score_lines.h"
#include "widgets/plots/teacher_lines.h"

namespace zipper::plots {

/// What the user hid, by the keys of the legend.
using HiddenKeys = std::set<QString>;

/// Runs and teachers, as the plot of the accuracy needs them.
struct AccuracyData {
  std::vector<CurveRun> runs;
  Scores teachers;       ///< of samples where no others are known, as those of steps
  QStringList titles{};  ///< of the tasks, where there are more than letters

  int taskCount() const;
  bool showsMany() const;
  /// Whether there is any step, and whether any was scored: of all runs, shown or not.
  bool hasSteps() const;
  bool hasScores() const;
};

/// Top-1 by number of merged layers, for each task of each run that is shown. At 0 stand the teachers, of which the
/// network without merged layers is a copy.
std::vector<ScoreLine> scoreLinesOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
std::vector<TeacherLevel> teacherLevelsOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
std::vector<LegendEntry> accuracyLegendOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette);
/// The scores of the runs that are shown with so many merged layers.
Readout accuracyReadoutAt(const AccuracyData& data, const HiddenKeys& hidden, int merged, const QPalette& palette);

/// What is to be known of points that were scored on samples of the test images so far: a sentence; empty if all that
/// is shown is of whole test sets.
QString sampleNoteOf(const AccuracyData& data);

/// A row for the teachers, then one per step of each run: run, merged_layers, layer, initialized_top1_a ...,
/// calibrated_top1_a ... (0...1), on whole test sets. What wasn't evaluated on one is empty.
std::string accuracyCsv(const AccuracyData& data);

}  // namespace zipper::plots
