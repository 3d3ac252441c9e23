// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/explain/formula_text.h"

#include <QCoreApplication>

#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// Translators find these texts with those of the sentences.
struct FormulaTexts {
  Q_DECLARE_TR_FUNCTIONS(Explain)
};

QString withoutBreaks(QString formula) { return formula.replace(QLatin1Char(' '), QChar(0xa0)); }

/// Of A and B.
QString pairFormula() {
  return withoutBreaks(
      QStringLiteral("½ (<i>w</i><sub>A</sub> − <i>w</i><sub>B</sub>)<sup>T</sup> "
                     "(<i>G</i><sub>A</sub><sup>−1</sup> + <i>G</i><sub>B</sub><sup>−1</sup>)<sup>−1</sup> "
                     "(<i>w</i><sub>A</sub> − <i>w</i><sub>B</sub>)"));
}

/// Of so many tasks, with the weights that suit all of them best.
QString groupFormula(int tasks) {
  return withoutBreaks(QStringLiteral("1/%1 min<sub><i>w</i></sub> ∑<sub>t</sub> "
                                      "(<i>w</i> − <i>w</i><sub>t</sub>)<sup>T</sup> <i>G</i><sub>t</sub> "
                                      "(<i>w</i> − <i>w</i><sub>t</sub>)")
                           .arg(tasks));
}

QString costLegend(int tasks) {
  if (tasks > 2)
    return FormulaTexts::tr(
               "of channels that correspond, one of each of the tasks %1: <i>w</i><sub>t</sub> their weights for "
               "outputs of variance 1, <i>G</i><sub>t</sub> the covariance of the layer's inputs")
        .arg(taskLetters(0, tasks));
  return FormulaTexts::tr(
      "of a pair of channels: <i>w</i> their weights for outputs of variance 1, <i>G</i> the covariance of the "
      "layer's inputs");
}

}  // namespace

/// "w" are the weights that reproduce a teacher's channel from its own inputs, "G" the covariance of these inputs.
QString costFormula(int tasks) {
  return (tasks > 2 ? groupFormula(tasks) : pairFormula()) + QStringLiteral("<br><small>") + costLegend(tasks) +
         QStringLiteral("</small>");
}

/// Breaks only before the second term; what the letters mean stands below.
QString lossFormula(int tasks, int layers) {
  const QString formula = QStringLiteral(
      "<i>L</i><sub>t</sub> = <i>λ</i><sub>CE</sub> · CE<sub>t</sub> "
      "+ <i>λ</i><sub>L1</sub> · ∑<sub>m</sub> mean |<i>T</i><sub>t,m</sub> − <i>M</i><sub>t,m</sub>|");
  return withoutBreaks(formula).replace(QStringLiteral("\u00a0+"), QStringLiteral(" +")) +
         QStringLiteral("<br><small>") +
         FormulaTexts::tr(
             "<i>T</i> teacher, <i>M</i> merged network, t one of the tasks %1, m layer 1…%2, <i>λ</i> weights of "
             "the recipe")
             .arg(taskLetters(0, tasks))
             .arg(layers) +
         QStringLiteral("</small>");
}

}  // namespace zipper
