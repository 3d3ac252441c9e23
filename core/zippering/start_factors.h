// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// What decides besides the initialization how shared weights start. Two runs differ in their initialization alone only
/// if all of these are the same.
enum class StartFactor { Alignment, FisherWeights, KernelFit, HeadFit };

/// Whether the errors of least squares are weighed: nothing else takes Fisher weights.
bool usesFisherWeights(const Start& start, BnPolicy policy);

/// The factors in which the two differ, as they are set.
std::vector<StartFactor> changedFactors(const Start& before, const Start& after);

/// The factors that aren't the same for all of these, as they take effect.
std::vector<StartFactor> differingFactors(const std::vector<Start>& starts, BnPolicy policy);

/// "alignment", "Fisher weights", "kernel fit", "head fit"
std::string toString(StartFactor factor);
/// "alignment, Fisher weights and kernel fit"
std::string toString(const std::vector<StartFactor>& factors);
/// "alignment mergeability, Fisher weights, kernels and heads fitted", "alignment none, nothing fitted"
std::string startText(const Start& start, BnPolicy policy);

}  // namespace zipper
