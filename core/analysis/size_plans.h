// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/mergeability.h"
#include "core/network/merge_cost.h"
#include "core/recipe/recipe.h"

namespace zipper {

/// A network between the separate ones and one: which layers are shared, and what is expected of it.
struct SizePlan {
  std::vector<int> layers;  ///< ascending
  MergeCost cost;
  /// What it is expected to lose, as a share of what sharing all of the layers loses: 0 ... 1. An estimate, see
  /// sizePlans().
  double expectedLoss = 0;
};

/// From no layer to all that there are estimates of, each with one layer more than the one before: the one with the
/// least expected loss per saved parameter, as suggestLayers() chooses; without those that are no smaller than the
/// separate networks, as with networks of different widths. The expected loss is the sum of LayerMergeability::loss of
/// the shared layers, relative to that of all: as if layers had nothing to do with each other. That is an assumption:
/// what was measured takes precedence.
std::vector<SizePlan> sizePlans(const std::vector<LayerMergeability>& layers, const std::vector<MobileNetSpec>& tasks,
                                BnPolicy policy);

/// Those of the plans that the compressions ask for: of each the largest network that reaches it, or the smallest one
/// at all. In the order of the plans, each once.
std::vector<SizePlan> plansReaching(const std::vector<SizePlan>& plans, const std::vector<double>& compressions);
/// So many of them (or all that there are), from the first to the last, evenly by compression.
std::vector<SizePlan> spreadPlans(const std::vector<SizePlan>& plans, int count);

/// The one that the estimates recommend: bestTrade() of expected losses. Of at least one plan.
const SizePlan& recommendedByEstimate(const std::vector<SizePlan>& plans);

/// "6-13", "none".
std::string layersText(const SizePlan& plan);

/// The recipe of a merge of just these layers: the steps of the recipe that merge them, in its order, without a trunk.
/// `calibrated`: with its iterations and its fine-tuning; otherwise in closed form alone.
Recipe recipeOfSize(const Recipe& recipe, const std::vector<int>& layers, bool calibrated);

/// Whether the plan of the recipe has any iterations, so that calibrated sizes differ from others.
bool hasIterations(const Recipe& recipe);

}  // namespace zipper
