// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/analysis/runs.h"
#include "core/session/session.h"
#include "widgets/style/terms.h"

namespace zipper {

/// The figures of steps and runs as numbers and as texts for people; what wasn't measured is NaN and "–".

/// "Run 2", "Run 2 · small batches"
QString runTitle(const Session& session, int number);

/// Top-1 of a task, 0...1.
double top1Of(const Scores& scores, int task);
/// "A · fashion": a task of the session with its name.
QString titleOf(const Session& session, int task);
/// Mean top-1 over the tasks minus that of the teachers; negative: worse than they are.
double differenceToTeachers(const Scores& scores, const Scores& teachers);

/// "≈ " before what was scored on a sample of the test images so far; empty for what is known.
QString sampleMark(const Scores& scores);
/// What the mark means, a sentence.
QString sampleMarkHelp();

/// "88.10 %"
QString top1Text(double top1);
/// "71.20 → 88.10 %"
QString beforeAfterText(double before, double after);
/// "−0.40", in percentage points
QString differenceText(double difference);

/// What a whole run comes to, from the teachers to its last step.
struct RunFigures {
  int number = 0;                      ///< as of Run
  QString name, notes;                 ///< that people gave it; may be shown; empty: none
  int tip = -1;                        ///< its last step
  std::vector<StrategyPart> strategy;  ///< what its merging steps used
  std::vector<int> mergedLayers;
  std::int64_t iterations = 0;
  std::vector<double> top1;     ///< per task, after the last step
  QString mark;                 ///< that stands before these and the difference, see sampleMark()
  double difference = 0;        ///< to the teachers, mean over the tasks
  std::int64_t parameters = 0;  ///< of the merged network
  double seconds = 0;
};
RunFigures figuresOf(const Session& session, const Run& run);

/// "mean", "mean (layers 1–6), then least squares", "mixed: mean, random, from A" if it changed more than twice, "–" if
/// nothing was merged.
QString strategyText(const std::vector<StrategyPart>& parts);

}  // namespace zipper
