// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <vector>

#include "core/zippering/comparison.h"

namespace zipper {

/// What strategies are compared with.
struct CompareChoice {
  std::vector<std::string> strategies;  ///< as strategyFromString() in comparison.h reads them
  std::vector<std::uint64_t> seeds;
  int iterations = 5;  ///< of calibration after each layer
  int finetuneIterations = 0;
  int images = 256;  ///< per task, for initialization and statistics: fewer than a recipe's, so that a look is cheap
  bool sameFits = false;  ///< kernels and heads fitted in all runs as the recipe has it, not with least squares alone

  int runs() const { return int(strategies.size() * seeds.size()); }
};

/// "mean", "least-squares+none", "mean+weights": a name that says the alignment whatever the recipe's defaults are.
std::string strategyName(Initialization initialization, Alignment alignment);

/// "1, 2 7" -> 1, 2, 7. What is wrong goes into `problem`, which is empty otherwise.
std::vector<std::uint64_t> readSeeds(const QString& text, QString& problem);

/// The strategies of the choice for a recipe.
std::vector<Strategy> strategiesOf(const CompareChoice& choice, const Recipe& recipe);

/// The recipe with its planned layers, in their order, and the iterations and images of the choice.
Recipe comparisonRecipe(Recipe recipe, const CompareChoice& choice);

}  // namespace zipper
