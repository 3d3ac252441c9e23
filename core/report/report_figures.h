// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// Means over the last tenth of a step's iterations, at least one. Values that aren't finite make the mean so.
struct FinalLosses {
  int iterations = 0;  ///< that were averaged; 0: there was no calibration
  double total = 0;
  std::vector<double> crossEntropy, l1, distillation;  ///< per task; empty if the loss has no such term
};
FinalLosses finalLosses(const Curve& curve, int tasks);

/// Iterations whose total loss isn't finite.
std::size_t nonFiniteIterations(const Curve& curve);

/// The score of a task, or null if it wasn't evaluated.
const Score* scoreOf(const Scores& scores, int task);
/// True if every task was evaluated.
bool isComplete(const Scores& scores, int tasks);

/// Indices of the steps of the session that are not in the current path.
std::vector<int> otherTries(const Session& session);
const StepResult& stepAt(const Session& session, int index);
/// Scores after the last step of the path; empty if there is none.
Scores currentScores(const Session& session);

/// Whether it is known what the parts of the step took: sessions of older programs don't say so.
bool knowsParts(const StepResult& step);

/// Sums over the path.
std::int64_t iterationsOfPath(const Session& session);
double secondsOfPath(const Session& session);

/// "A (flowers)": the letter and what people call the task, if it has a name, see nameOf().
std::string taskTitle(const Session& session, int task);
/// The source as the recipe names it, or as the teacher was loaded.
TaskSource sourceOf(const Session& session, int task);

}  // namespace zipper
