// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/distributions.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <functional>

#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/part_choice.h"

namespace zipper {

namespace {

struct DistributionTexts {
  Q_DECLARE_TR_FUNCTIONS(Distributions)
};

using Numbers = std::function<const std::vector<float>&(const UnitWeights&)>;

bool allEqual(const std::vector<UnitWeights>& units, const Numbers& numbers) {
  return std::all_of(units.begin(), units.end(),
                     [&](const UnitWeights& unit) { return numbers(unit) == numbers(units.front()); });
}

/// Puts the charts of a layer together.
class Charts {
 public:
  Charts(const LayerWeights& weights, int bins, int task, const LayerWeights* beside)
      : weights_(weights), bins_(bins), task_(task), beside_(beside) {}

  void addUnit(const QString& unit, const Numbers& values,
               const std::function<const BnValues&(const UnitWeights&)>& bn) {
    add(DistributionTexts::tr("%1 weights").arg(unit), values);
    add(
        DistributionTexts::tr("%1 BN scale γ").arg(unit), [bn](const UnitWeights& u) -> const auto& {
          return bn(u).scale;
        });
    const auto normalizes = [&bn](const UnitWeights& u) { return !bn(u).scale.empty(); };
    const std::vector<UnitWeights>& all = weights_.teachers;
    const bool any = std::any_of(all.begin(), all.end(), normalizes);
    add((any ? DistributionTexts::tr("%1 BN shift β") : DistributionTexts::tr("%1 bias")).arg(unit),
        [bn](const UnitWeights& u) -> const auto& { return bn(u).shift; });
    add(
        DistributionTexts::tr("%1 BN mean μ").arg(unit), [bn](const UnitWeights& u) -> const auto& {
          return bn(u).mean;
        });
    add(
        DistributionTexts::tr("%1 BN variance σ²").arg(unit), [bn](const UnitWeights& u) -> const auto& {
          return bn(u).variance;
        });
  }
  std::vector<Distribution> take() { return std::move(charts_); }

 private:
  bool isShown(std::size_t task) const { return task_ < 0 || int(task) == task_; }

  void add(const QString& title, const Numbers& numbers) {
    Distribution chart;
    chart.title = title;
    std::vector<const std::vector<float>*> sets;
    const auto addSeries = [&](const QString& name, Source source, int task, const UnitWeights& unit) {
      if (numbers(unit).empty()) return;
      chart.series.push_back({name, source, task});
      sets.push_back(&numbers(unit));
    };
    beside_ != nullptr ? addStates(numbers, addSeries) : addNetworks(numbers, addSeries);
    if (sets.empty()) return;
    const double largest = double(sets.front()->size());
    chart.histogram = histogram(sets, std::clamp(int(2 * std::sqrt(largest)), std::min(8, bins_), bins_));
    charts_.push_back(std::move(chart));
  }

  /// The teachers and the merged network.
  template <typename AddSeries>
  void addNetworks(const Numbers& numbers, const AddSeries& addSeries) const {
    for (std::size_t t = 0; t < weights_.teachers.size(); ++t)
      if (isShown(t)) addSeries(taskLetter(int(t)), Source::Teacher, int(t), weights_.teachers[t]);
    const auto& network = weights_.network;
    if (weights_.step >= 0 && network.size() > 1 && allEqual(network, numbers)) {
      addSeries(DistributionTexts::tr("merged"), Source::Merged, -1, network.front());
    } else if (weights_.step >= 0) {
      for (std::size_t t = 0; t < network.size(); ++t)
        if (isShown(t))
          addSeries(DistributionTexts::tr("merged %1").arg(taskLetter(int(t))), Source::Merged, int(t), network[t]);
    }
  }

  /// The merged network here and beside.
  template <typename AddSeries>
  void addStates(const Numbers& numbers, const AddSeries& addSeries) const {
    const auto &here = weights_.network, &beside = beside_->network;
    if (here.size() > 1 && allEqual(here, numbers) && allEqual(beside, numbers)) {
      addSeries(hereTitle(), Source::Merged, -1, here.front());
      addSeries(besideTitle(), Source::Difference, -1, beside.front());
      return;
    }
    for (std::size_t t = 0; t < here.size(); ++t) {
      if (!isShown(t)) continue;
      addSeries(QStringLiteral("%1 %2").arg(taskLetter(int(t)), hereTitle()), Source::Teacher, int(t), here[t]);
      addSeries(QStringLiteral("%1 %2").arg(taskLetter(int(t)), besideTitle()), Source::Merged, int(t), beside[t]);
    }
  }

  const LayerWeights& weights_;
  int bins_;
  int task_;
  const LayerWeights* beside_;
  std::vector<Distribution> charts_;
};

}  // namespace

std::vector<Distribution> distributionsOf(const LayerWeights& weights, int bins, int task, const std::string& part,
                                          const LayerWeights* beside) {
  Charts charts(weights, bins, task, beside);
  charts.addUnit(
      weights.layer == 0 ? DistributionTexts::tr("Stem") : DistributionTexts::tr("Depthwise"),
      [](const UnitWeights& unit) -> const auto& { return unit.kernels.values; },
      [](const UnitWeights& unit) -> const auto& { return unit.kernelBn; });
  const std::string shown = partOrLast(weights, part);
  charts.addUnit(
      partName(shown, weights.parts()),
      [shown](const UnitWeights& unit) -> const auto& { return unit.matrix(shown).matrix.values; },
      [shown](const UnitWeights& unit) -> const auto& { return unit.matrix(shown).bn; });
  return charts.take();
}

}  // namespace zipper
