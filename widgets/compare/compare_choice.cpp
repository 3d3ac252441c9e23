// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/compare_choice.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace zipper {

namespace {

/// Translators find this file's texts with those of the form.
struct SeedTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::CompareForm)
};

}  // namespace

std::string strategyName(Initialization initialization, Alignment alignment) {
  std::string name = toString(initialization);
  if (alignment == Alignment::None && initialization != Initialization::LeastSquares) return name;
  return name + "+" + toString(alignment);
}

std::vector<std::uint64_t> readSeeds(const QString& text, QString& problem) {
  std::vector<std::uint64_t> seeds;
  problem.clear();
  static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
  for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
    bool fine = false;
    const qulonglong seed = part.toULongLong(&fine);
    if (!fine) {
      problem = SeedTexts::tr("Seeds: “%1” found, whole numbers from 0 to 18446744073709551615 expected.").arg(part);
      return {};
    }
    if (std::find(seeds.begin(), seeds.end(), seed) != seeds.end()) {
      problem = SeedTexts::tr("Seeds: %1 is named twice.").arg(seed);
      return {};
    }
    seeds.push_back(seed);
  }
  if (seeds.empty()) problem = SeedTexts::tr("At least one seed is needed.");
  return seeds;
}

std::vector<Strategy> strategiesOf(const CompareChoice& choice, const Recipe& recipe) {
  std::vector<Strategy> strategies;
  for (const std::string& name : choice.strategies) {
    strategies.push_back(strategyFromString(name, recipe.defaults.start));
    if (!choice.sameFits || strategies.back().naive) continue;
    strategies.back().start.fitKernels = recipe.defaults.start.fitKernels;
    strategies.back().start.fitHeads = recipe.defaults.start.fitHeads;
  }
  return strategies;
}

Recipe comparisonRecipe(Recipe recipe, const CompareChoice& choice) {
  recipe.defaults.calibration.iterations = choice.iterations;
  recipe.defaults.initializationImages = recipe.defaults.statisticsImages = choice.images;
  planMerges(recipe, plannedMerges(recipe), choice.finetuneIterations);
  return recipe;
}

}  // namespace zipper
