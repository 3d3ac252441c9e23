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

/// "24 × 144 + 144 × 24 = 6,912", with spaces at which no line ends; more than two products have more lines.
QString productOf(const std::vector<UnitPlan>& units) {
  QStringList products;
  for (const UnitPlan& unit : units)
    products << QStringLiteral("%1\u00A0×\u00A0%2").arg(count(unit.inputChannels), count(unit.outputChannels));
  const QString plus = units.size() > 2 ? QStringLiteral(" +\u00A0") : QStringLiteral("\u00A0+\u00A0");
  return QStringLiteral("%1\u00A0=\u00A0%2").arg(products.join(plus), count(weightsOf(units)));
}

bool expands(const std::vector<UnitPlan>& units) { return units.front().role() == "expand"; }

/// What merging a layer shares.
enum class Shares { Pointwise, Project, SqueezeProject, ExpandProject, ExpandSqueezeProject };

Shares sharesOf(const std::vector<UnitPlan>& units) {
  if (units.empty() || units.back().role() != "project") return Shares::Pointwise;
  const bool squeezes = haveSqueezeExcite(units);
  if (expands(units)) return squeezes ? Shares::ExpandSqueezeProject : Shares::ExpandProject;
  return squeezes ? Shares::SqueezeProject : Shares::Project;
}

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

bool LayerSentences::squeezes(int layer) const { return haveSqueezeExcite(mergedUnits(layer)); }

QString LayerSentences::willBeShared() const {
  const std::vector<UnitPlan> units = mergedUnits();
  if (units.empty()) return tr("The tasks %1 will share its pointwise convolution.").arg(tasks());
  const auto sentence = [&units] {
    switch (sharesOf(units)) {
      case Shares::Project:
        return tr("The tasks %1 will share its projecting convolution, %2 weights.");
      case Shares::SqueezeProject:
        return tr("The tasks %1 will share its squeeze-and-excite and its projecting convolution, %2 weights.");
      case Shares::ExpandProject:
        return tr("The tasks %1 will share its expanding and its projecting convolution, %2 weights.");
      case Shares::ExpandSqueezeProject:
        return tr(
            "The tasks %1 will share its expanding convolution, its squeeze-and-excite and its projecting convolution, "
            "%2 weights.");
      case Shares::Pointwise:
        break;
    }
    return tr("The tasks %1 will share its pointwise convolution, %2 weights.");
  };
  return sentence().arg(tasks(), productOf(units));
}

QString LayerSentences::areShared() const {
  const std::vector<UnitPlan> units = mergedUnits();
  if (units.empty())
    return tr("Layer %1 is being merged: from now on the tasks %2 share its pointwise convolution.")
        .arg(layer())
        .arg(tasks());
  const auto sentence = [&units] {
    switch (sharesOf(units)) {
      case Shares::Project:
        return tr(
            "Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its projecting "
            "convolution, which makes %4 channels out of %3.");
      case Shares::SqueezeProject:
        return tr(
            "Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its squeeze-and-excite, "
            "which weighs %3 channels, and of its projecting convolution, which makes %4 out of them.");
      case Shares::ExpandProject:
        return tr(
            "Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding "
            "convolution, which makes %4 channels out of %3, and of its projecting one, which makes %5 out of "
            "these.");
      case Shares::ExpandSqueezeProject:
        return tr(
            "Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding "
            "convolution, which makes %4 channels out of %3, of its squeeze-and-excite, which weighs them, and "
            "of its projecting convolution, which makes %5 out of them.");
      case Shares::Pointwise:
        break;
    }
    return tr(
        "Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its pointwise convolution, "
        "which makes %4 channels out of %3.");
  };
  const QString in = count(units.front().inputChannels), out = count(units.back().outputChannels),
                weights = count(weightsOf(units)), text = sentence().arg(layer());
  if (!expands(units)) return text.arg(tasks(), in, out, weights);
  return text.arg(tasks(), in, count(units.front().outputChannels), out, weights);
}

QString LayerSentences::sharedInOneLayer(int layer) const {
  switch (sharesOf(mergedUnits(layer))) {
    case Shares::Project:
      return tr("The tasks %1 share the projecting convolution of layer %2.");
    case Shares::SqueezeProject:
      return tr("The tasks %1 share squeeze-and-excite and the projecting convolution of layer %2.");
    case Shares::ExpandProject:
      return tr("The tasks %1 share the expanding and the projecting convolution of layer %2.");
    case Shares::ExpandSqueezeProject:
      return tr(
          "The tasks %1 share the expanding convolution, squeeze-and-excite and the projecting convolution of layer "
          "%2.");
    case Shares::Pointwise:
      break;
  }
  return tr("The tasks %1 share the pointwise convolution of layer %2.");
}

QString LayerSentences::sharedInLayers() const {
  const bool all = int(s_.mergedLayers.size()) == s_.layers;
  if (std::any_of(s_.mergedLayers.begin(), s_.mergedLayers.end(), [this](int layer) { return squeezes(layer); }))
    return all ? tr("The tasks %1 share the pointwise convolutions and squeeze-and-excite of all %2 layers.")
                     .arg(tasks())
                     .arg(s_.layers)
               : tr("The tasks %1 share the pointwise convolutions and squeeze-and-excite of layers %2.")
                     .arg(tasks(), mergedLayers());
  return all ? tr("The tasks %1 share the pointwise convolutions of all %n layer(s).", nullptr, s_.layers).arg(tasks())
             : tr("The tasks %1 share the pointwise convolutions of layers %2.").arg(tasks(), mergedLayers());
}

QString LayerSentences::nowShared() const {
  const std::size_t merged = s_.mergedLayers.size();
  if (merged == 0) return tr("The tasks %1 share no layer.").arg(tasks());
  const QString sentence =
      merged == 1 ? sharedInOneLayer(s_.mergedLayers.front()).arg(tasks(), mergedLayers()) : sharedInLayers();
  if (s_.trunk <= 0) return sentence;
  return sentence + QLatin1Char(' ') +
         tr("Everything up to layer %1 is one trunk, which they share whole.").arg(s_.trunk);
}

QString LayerSentences::parts() const {
  const std::vector<UnitPlan> units = mergedUnits();
  if (!isBlock()) return {};
  const auto sentence = [&units] {
    switch (sharesOf(units)) {
      case Shares::ExpandSqueezeProject:
        return tr(
            "The block expands %1 channels to %2, filters each of these with the depthwise convolution, which "
            "every task keeps, weighs them with squeeze-and-excite, and projects them to %3.");
      case Shares::ExpandProject:
        return tr(
            "The block expands %1 channels to %2, filters each of these with the depthwise convolution, which "
            "every task keeps, and projects them to %3.");
      case Shares::SqueezeProject:
        return tr(
            "The block filters each of its %1 channels with the depthwise convolution, which every task keeps, "
            "weighs them with squeeze-and-excite, and projects them to %2.");
      case Shares::Project:
      case Shares::Pointwise:
        break;
    }
    return tr(
        "The block filters each of its %1 channels with the depthwise convolution, which every task keeps, and "
        "projects them to %2.");
  };
  const QString in = count(units.front().inputChannels), out = count(units.back().outputChannels);
  return expands(units) ? sentence().arg(in, count(units.front().outputChannels), out) : sentence().arg(in, out);
}

QString LayerSentences::squeezeExcite() const {
  for (const UnitPlan& unit : mergedUnits())
    if (unit.kind == UnitKind::Squeeze)
      return tr("Squeeze-and-excite takes the mean of each of the %1 channels over all positions, makes %2 numbers of "
                "these means, and of them a factor between 0 and 1 for each channel: two linear maps.")
          .arg(count(unit.inputChannels), count(unit.outputChannels));
  return {};
}

QString LayerSentences::biases() const {
  if (!squeezes(layer())) return {};
  return s_.bnPolicy == BnPolicy::PerTask
             ? tr("In squeeze-and-excite biases stand in place of batch normalization, and every task has its own.")
             : tr("In squeeze-and-excite biases stand in place of batch normalization, and they are shared as well.");
}

bool LayerSentences::hasHardSwish() const {
  return std::any_of(s_.plan.units.begin(), s_.plan.units.end(), [this](const UnitPlan& unit) {
    return unit.layer == layer() && unit.activation == Activation::HardSwish;
  });
}

QString LayerSentences::activation() const {
  const QString formula = QStringLiteral("x\u00A0·\u00A0ReLU6(x\u00A0+\u00A03)\u00A0/\u00A06");
  if (!isBlock())
    return hasHardSwish() ? tr("The activation of the layer is the hard swish, %1.").arg(formula) : QString();
  if (hasHardSwish())
    return tr("The activation of the block is the hard swish, %1, but behind the projecting convolution there is none, "
              "which would lose what so few channels tell.")
        .arg(formula);
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
