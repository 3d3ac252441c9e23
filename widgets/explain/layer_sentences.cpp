// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/explain/layer_sentences.h"

#include <QStringList>
#include <algorithm>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString count(std::int64_t value) { return style::shown(withThousands(value)); }

std::int64_t weightsOf(const std::vector<UnitPlan>& units) {
  std::int64_t sum = 0;
  for (const UnitPlan& unit : units) sum += std::int64_t(unit.inputChannels) * unit.outputChannels;
  return sum;
}

/// "24 × 144 + 144 × 24 = 6,912", with spaces at which no line ends.
QString productOf(const std::vector<UnitPlan>& units) {
  QStringList products;
  for (const UnitPlan& unit : units)
    products << QStringLiteral("%1\u00A0×\u00A0%2").arg(count(unit.inputChannels), count(unit.outputChannels));
  return QStringLiteral("%1\u00A0=\u00A0%2")
      .arg(products.join(QStringLiteral("\u00A0+\u00A0")), count(weightsOf(units)));
}

bool isProjection(const std::vector<UnitPlan>& units) { return units.size() == 1 && units[0].role() == "project"; }

}  // namespace

QString LayerSentences::tasks() const { return taskLetters(0, s_.tasks); }

std::vector<UnitPlan> LayerSentences::mergedUnits(int layer) const {
  std::vector<UnitPlan> units;
  if (layer < 1 || layer > s_.plan.layers()) return units;
  for (const int index : s_.plan.site(layer).merged) units.push_back(s_.plan.units[std::size_t(index)]);
  return units;
}

bool LayerSentences::isBlock() const { return areBlocks(mergedUnits()); }

QString LayerSentences::mergedLayers() const {
  std::vector<int> layers = s_.mergedLayers;
  std::sort(layers.begin(), layers.end());
  // U+2060, WORD JOINER: no line ends inside a range.
  return style::shown(layersToString(layers))
      .replace(QLatin1Char('-'), QStringLiteral("\u2060–\u2060"))
      .replace(",", ", ");
}

QString LayerSentences::willBeShared() const {
  const std::vector<UnitPlan> units = mergedUnits();
  if (units.empty()) return tr("The tasks %1 will share its pointwise convolution.").arg(tasks());
  const QString sentence = units.size() > 1
                               ? tr("The tasks %1 will share its expanding and its projecting convolution, %2 weights.")
                           : isProjection(units) ? tr("The tasks %1 will share its projecting convolution, %2 weights.")
                                                 : tr("The tasks %1 will share its pointwise convolution, %2 weights.");
  return sentence.arg(tasks(), productOf(units));
}

QString LayerSentences::areShared() const {
  const std::vector<UnitPlan> units = mergedUnits();
  if (units.empty())
    return tr("Layer %1 is being merged: from now on the tasks %2 share its pointwise convolution.")
        .arg(layer())
        .arg(tasks());
  const QString in = count(units.front().inputChannels), out = count(units.back().outputChannels);
  if (units.size() > 1)
    return tr("Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding convolution, "
              "which makes %4 channels out of %3, and of its projecting one, which makes %5 out of these.")
        .arg(layer())
        .arg(tasks(), in, count(units.front().outputChannels), out, count(weightsOf(units)));
  const QString sentence =
      isProjection(units)
          ? tr("Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its projecting convolution, "
               "which makes %4 channels out of %3.")
          : tr("Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its pointwise convolution, "
               "which makes %4 channels out of %3.");
  return sentence.arg(layer()).arg(tasks(), in, out, count(weightsOf(units)));
}

QString LayerSentences::sharedInOneLayer(int layer) const {
  const std::vector<UnitPlan> units = mergedUnits(layer);
  if (units.size() > 1) return tr("The tasks %1 share the expanding and the projecting convolution of layer %2.");
  return isProjection(units) ? tr("The tasks %1 share the projecting convolution of layer %2.")
                             : tr("The tasks %1 share the pointwise convolution of layer %2.");
}

QString LayerSentences::nowShared() const {
  const std::size_t merged = s_.mergedLayers.size();
  if (merged == 0) return tr("The tasks %1 share no layer.").arg(tasks());
  QString sentence;
  if (merged == 1)
    sentence = sharedInOneLayer(s_.mergedLayers.front()).arg(tasks(), mergedLayers());
  else if (int(merged) == s_.layers)
    sentence = tr("The tasks %1 share the pointwise convolutions of all %n layer(s).", nullptr, s_.layers).arg(tasks());
  else
    sentence = tr("The tasks %1 share the pointwise convolutions of layers %2.").arg(tasks(), mergedLayers());
  if (s_.trunk <= 0) return sentence;
  return sentence + QLatin1Char(' ') +
         tr("Everything up to layer %1 is one trunk, which they share whole.").arg(s_.trunk);
}

QString LayerSentences::parts() const {
  if (!isBlock()) return {};
  const std::vector<UnitPlan> units = mergedUnits();
  const QString in = count(units.front().inputChannels), out = count(units.back().outputChannels);
  if (units.size() > 1)
    return tr("The block expands %1 channels to %2, filters each of these with the depthwise convolution, which every "
              "task keeps, and projects them to %3.")
        .arg(in, count(units.front().outputChannels), out);
  return tr("The block filters each of its %1 channels with the depthwise convolution, which every task keeps, and "
            "projects them to %2.")
      .arg(in, out);
}

QString LayerSentences::noActivation() const {
  if (!isBlock()) return {};
  return tr("Behind the projecting convolution there is no activation, which would lose what so few channels tell.");
}

QString LayerSentences::addition() const {
  if (!isBlock() || mergedUnits().back().addend < 0) return {};
  return tr("The block's input is added to what it projects.");
}

QString LayerSentences::outputs() const {
  if (!areBlocks(s_.plan.units)) return {};
  return tr("The output of a block is taken behind the addition, where its input is added.");
}

}  // namespace zipper
