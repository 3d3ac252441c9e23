// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/distributions.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <functional>

namespace zipper {

namespace {

class Texts {
  Q_DECLARE_TR_FUNCTIONS(Distributions)
};

using Numbers = std::function<const std::vector<float>&(const UnitWeights&)>;

bool allEqual(const std::vector<UnitWeights>& units, const Numbers& numbers) {
  return std::all_of(units.begin(), units.end(),
                     [&](const UnitWeights& unit) { return numbers(unit) == numbers(units.front()); });
}

Distribution distributionOf(const LayerWeights& weights, const QString& title, const Numbers& numbers, int bins) {
  Distribution result;
  std::vector<const std::vector<float>*> sets;
  const auto add = [&](const QString& name, Source source, int task, const UnitWeights& unit) {
    if (numbers(unit).empty()) return;
    result.series.push_back({name, source, task});
    sets.push_back(&numbers(unit));
  };
  for (std::size_t t = 0; t < weights.teachers.size(); ++t)
    add(taskLetter(int(t)), Source::Teacher, int(t), weights.teachers[t]);
  if (weights.step >= 0 && !weights.network.empty()) {
    if (weights.network.size() > 1 && allEqual(weights.network, numbers))
      add(Texts::tr("merged"), Source::Merged, -1, weights.network.front());
    else
      for (std::size_t t = 0; t < weights.network.size(); ++t)
        add(Texts::tr("merged %1").arg(taskLetter(int(t))), Source::Merged, int(t), weights.network[t]);
  }
  result.title = title;
  if (sets.empty()) return result;
  const double largest = double(sets.front()->size());
  result.histogram = histogram(sets, std::clamp(int(2 * std::sqrt(largest)), std::min(8, bins), bins));
  return result;
}

void addUnit(std::vector<Distribution>& all, const LayerWeights& weights, const QString& unit, const Numbers& values,
             const std::function<const BnValues&(const UnitWeights&)>& bn, int bins) {
  const auto add = [&](const QString& title, const Numbers& numbers) {
    Distribution distribution = distributionOf(weights, title, numbers, bins);
    if (!distribution.series.empty()) all.push_back(std::move(distribution));
  };
  add(Texts::tr("%1 weights").arg(unit), values);
  add(
      Texts::tr("%1 BN scale γ").arg(unit), [bn](const UnitWeights& u) -> const auto& { return bn(u).scale; });
  add(
      Texts::tr("%1 BN shift β").arg(unit), [bn](const UnitWeights& u) -> const auto& { return bn(u).shift; });
  add(
      Texts::tr("%1 BN mean μ").arg(unit), [bn](const UnitWeights& u) -> const auto& { return bn(u).mean; });
  add(
      Texts::tr("%1 BN variance σ²").arg(unit), [bn](const UnitWeights& u) -> const auto& { return bn(u).variance; });
}

}  // namespace

std::vector<Distribution> distributionsOf(const LayerWeights& weights, int bins) {
  std::vector<Distribution> all;
  addUnit(
      all, weights, weights.layer == 0 ? Texts::tr("Stem") : Texts::tr("Depthwise"),
      [](const UnitWeights& unit) -> const auto& { return unit.kernels.values; },
      [](const UnitWeights& unit) -> const auto& { return unit.kernelBn; }, bins);
  addUnit(
      all, weights, weights.layer > layerCount ? Texts::tr("Head") : Texts::tr("Pointwise"),
      [](const UnitWeights& unit) -> const auto& { return unit.matrix.values; },
      [](const UnitWeights& unit) -> const auto& { return unit.matrixBn; }, bins);
  return all;
}

}  // namespace zipper
