// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/recipe/step_target.h"
#include "core/zippering/start_factors.h"

namespace zipper {

/// The words of the house as all panels show them.

/// "from A", "from B", "random", "mean", "least squares"
QString initializationName(Initialization initialization);
/// "none", "weights", "activations", "mergeability"
QString alignmentName(Alignment alignment);
/// What shared weights start from besides the initialization: "alignment: mergeability; Fisher weights, kernels
/// fitted, heads fitted".
QString besidesText(const Start& start, BnPolicy policy);
/// "alignment", "Fisher weights", "fit of the kernels", "fit of the heads"
QString factorName(StartFactor factor);
/// "Adam", "SGD"
QString optimizerName(OptimizerKind optimizer);
/// "constant", "exponential", "cosine"
QString scheduleName(ScheduleKind schedule);
/// Of a comparison: "least squares, alignment: mergeability" for "least-squares+mergeability", "naive". Names that
/// aren't of a strategy stay what they are.
QString strategyTitle(const std::string& name);
/// What a step of a settled plan does: "layer 3", "fine-tuning".
QString stepTitle(StepTarget target);
/// Whether layers are made of several convolutions that a step merges together, as the blocks of a MobileNet V2 or V3
/// are: some unit that merges isn't the one pointwise convolution of its layer.
bool areBlocks(const std::vector<UnitPlan>& units);
/// "separate", "merged", "in work", "left out"
QString layerStateName(LayerState state);
/// "A", "B", ...
QString taskLetter(int task);
/// A task with its name: "A · fashion"; without one the letter alone. The name is one that may be shown: see shown().
QString taskTitle(int task, const QString& name);
/// The letters of some tasks from `first` on: "A", "A and B", "A, B and C".
QString taskLetters(int first, int end);

}  // namespace zipper
