// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <array>
#include <limits>
#include <optional>
#include <vector>

#include "core/network/plan.h"
#include "core/recipe/recipe.h"

namespace zipper {

enum class Moment {
  Welcome,
  Ready,         ///< a step can be run; `target` is of the next one
  Initializing,  ///< stages of a step
  Statistics,
  Evaluating,  ///< without a target: the teachers
  Calibrating,
  Paused,
  StepDone,  ///< `target` is of the one that is finished
  AllDone,
  FineTuning,
  Estimating,  ///< what merging each layer costs
  Comparing,   ///< strategies, beside the session
  Measuring    ///< sizes or trunks, beside the session
};

/// What is to be explained.
struct ExplainSubject {
  Moment moment = Moment::Welcome;
  int tasks = 2;                     ///< at least two
  int layers = 0;                    ///< of the networks
  std::optional<StepTarget> target;  ///< of the step; nothing: there is none
  Initialization initialization = Initialization::Mean;
  Alignment alignment = Alignment::None;
  bool fitKernels = false, fitHeads = false;  ///< in closed form, as part of initializing the layer
  BnPolicy bnPolicy = BnPolicy::PerTask;
  /// What is shared was the same in all networks, bit for bit, and nothing was trained or is to be.
  bool exact = false;
  int iterations = 0;  ///< of the calibration or fine-tuning; 0: none
  /// Mean top-1 of the merged network minus that of the teachers, in percentage points; NaN: not evaluated.
  double meanDifferencePoints = std::numeric_limits<double>::quiet_NaN();
  bool onSample = false;  ///< the difference is one on a sample of the test images
  /// Of merging the layer, by estimate (mergeability.h); NaN: unknown.
  double mergeEstimate = std::numeric_limits<double>::quiet_NaN();
  int trunk = 0;                  ///< layers 0...trunk are shared whole
  std::vector<int> mergedLayers;  ///< finished ones, in the order of merging
  NetworkPlan plan;               ///< of task A; without units the shapes of layers aren't mentioned
};

/// A title, three paragraphs of one to three sentences (plain text) and, where there is one, a formula (rich text).
struct Explanation {
  QString title;
  std::array<QString, 3> paragraphs;
  QString formula;
};

Explanation explain(const ExplainSubject& subject);

}  // namespace zipper
