// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/beside_weights.h"

#include <QCoreApplication>

namespace zipper {

namespace {

struct BesideTexts {
  Q_DECLARE_TR_FUNCTIONS(BesideWeights)
};

using Values = const FloatArray& (*)(const UnitWeights&, const std::string& part);

const FloatArray& kernelsIn(const UnitWeights& unit, const std::string&) { return unit.kernels; }
const FloatArray& matrixIn(const UnitWeights& unit, const std::string& part) { return unit.matrix(part).matrix; }

/// The arrays of one kind of weights.
class BesideArrays {
 public:
  BesideArrays(BesideWeights& all, std::string part, Values values)
      : all_(all), part_(std::move(part)), values_(values) {}

  /// Of the tasks' own kernels: here, beside and differences are groups, as there is no room for titles.
  std::vector<ShownArray> kernels() {
    for (std::size_t t = 0; t < tasks(); ++t) add(taskLetter(int(t)), hereTitle(), t, true);
    for (std::size_t t = 0; t < tasks(); ++t) add(taskLetter(int(t)), besideTitle(), t, false);
    for (std::size_t t = 0; t < tasks(); ++t) addDifference(taskLetter(int(t)), hereMinusBesideTitle(), t, int(t));
    return take();
  }

  std::vector<ShownArray> matrices() {
    if (all_.here->merged && all_.beside->merged) {
      addShared(hereTitle(), all_.here);
      addShared(besideTitle(), all_.beside);
      addDifference(hereMinusBesideTitle(), {}, 0, -1);
      return take();
    }
    for (std::size_t t = 0; t < tasks(); ++t) {
      const QString letter = taskLetter(int(t));
      add(QStringLiteral("%1 %2").arg(letter, hereTitle()), {}, t, true);
      add(QStringLiteral("%1 %2").arg(letter, besideTitle()), {}, t, false);
      addDifference(QStringLiteral("%1 %2").arg(letter, hereMinusBesideTitle()), {}, t, int(t));
    }
    return take();
  }

 private:
  std::size_t tasks() const { return all_.here->network.size(); }
  const FloatArray& of(const std::vector<UnitWeights>& units, std::size_t task) const {
    return values_(units.at(task), part_);
  }

  void add(const QString& title, const QString& group, std::size_t task, bool here) {
    const auto& weights = here ? all_.here : all_.beside;
    const FloatArray& array = of(weights->network, task);
    if (!array.empty())
      arrays_.push_back({title, group, Source::Teacher, int(task), FloatArrayPtr(weights, &array), {}});
  }

  void addShared(const QString& title, const std::shared_ptr<const LayerWeights>& weights) {
    const FloatArray& array = of(weights->network, 0);
    if (!array.empty()) arrays_.push_back({title, {}, Source::Merged, -1, FloatArrayPtr(weights, &array), {}});
  }

  /// The same teacher stands in the order of each state's network: equal numbers tell equal orders.
  bool inOneOrder(std::size_t task) const {
    const FloatArray &here = of(all_.here->teachers, task), &beside = of(all_.beside->teachers, task);
    return here.shape == beside.shape && here.values == beside.values;
  }

  void addDifference(const QString& title, const QString& group, std::size_t task, int shownTask) {
    if (of(all_.here->network, task).empty()) return;
    if (!inOneOrder(task)) {
      all_.reordered = true;
      return;
    }
    FloatArray change = difference(of(all_.here->network, task), of(all_.beside->network, task));
    if (!change.empty())
      arrays_.push_back(
          {title, group, Source::Difference, shownTask, std::make_shared<const FloatArray>(std::move(change)), {}});
  }

  std::vector<ShownArray> take() {
    setCommonScales(arrays_, ColorScale::Kind::Diverging);
    return std::move(arrays_);
  }

  BesideWeights& all_;
  std::string part_;
  Values values_;
  std::vector<ShownArray> arrays_;
};

}  // namespace

std::shared_ptr<const BesideWeights> besideWeights(std::shared_ptr<const LayerWeights> here,
                                                   std::shared_ptr<const LayerWeights> beside) {
  auto all = std::make_shared<BesideWeights>();
  all->here = std::move(here);
  all->beside = std::move(beside);
  all->kernels = BesideArrays(*all, {}, kernelsIn).kernels();
  for (const std::string& part : all->here->parts())
    all->matrices[part] = BesideArrays(*all, part, matrixIn).matrices();
  return all;
}

QString hereTitle() { return BesideTexts::tr("here"); }

QString besideTitle() { return BesideTexts::tr("beside"); }

QString hereMinusBesideTitle() { return BesideTexts::tr("here − beside"); }

}  // namespace zipper
