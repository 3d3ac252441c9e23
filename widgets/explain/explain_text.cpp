// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/explain/explain_subject.h"
#include "widgets/recipe/initialization_text.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString shown(const std::string& text) { return style::shown(text); }

QString number(std::int64_t value) { return shown(withThousands(value)); }

/// Writes the sentences about one subject.
class Explainer {
  Q_DECLARE_TR_FUNCTIONS(Explain)

 public:
  explicit Explainer(const ExplainSubject& subject) : s_(subject) {}

  Explanation write() const {
    switch (s_.moment) {
      case Moment::Welcome:
        return welcome();
      case Moment::Ready:
        return s_.layer == 0 ? readyForFineTuning() : ready();
      case Moment::Initializing:
        return s_.layer == 0 ? fineTuning() : initializing();
      case Moment::Statistics:
        return statistics();
      case Moment::Evaluating:
        return s_.layer == 0 && s_.mergedLayers.empty() ? evaluatingTeachers() : evaluating();
      case Moment::Calibrating:
        return s_.layer == 0 ? fineTuning() : calibrating();
      case Moment::Paused:
        return paused();
      case Moment::StepDone:
        return stepDone();
      case Moment::AllDone:
        return allDone();
      case Moment::FineTuning:
        return fineTuning();
      case Moment::Estimating:
        return estimating();
      case Moment::Comparing:
        return comparing();
    }
    return {};
  }

 private:
  Explanation welcome() const {
    return {tr("Two networks become one"),
            {tr("Two MobileNets that were trained for different tasks, A and B, are merged layer by layer into one "
                "network that serves both."),
             tr("Each has 13 layers, whose pointwise (1×1) convolutions hold nearly all of its convolution weights and "
                "are what the tasks will share; stem, depthwise convolutions and head stay separate."),
             tr("Open the sample to begin, or a model and its data for A and for B.")},
            {}};
  }

  Explanation ready() const {
    const QString sofar = s_.mergedLayers.empty() ? tr("No layer is merged yet") : mergedSoFar();
    return {tr("Ready to merge layer %1").arg(s_.layer),
            {tr("%1, and layer %2 is the next: %3.").arg(sofar, number(s_.layer), willBeShared() + atWhichCost()),
             afterAligning(willStart()), afterInitializing()},
            initializationFormula(s_.initialization)};
  }

  Explanation readyForFineTuning() const {
    return {tr("Ready to fine-tune"),
            {tr("%1, and end-to-end fine-tuning is the next.").arg(mergedSoFar()),
             s_.iterations > 0
                 ? tr("It merges nothing, but trains all weights of the merged network together for %Ln iteration(s).",
                      nullptr, int(s_.iterations))
                 : tr("It merges nothing, but trains all weights of the merged network together."),
             tr("Its purpose is to let the shared layers, which were merged one after another, adapt to each other.")},
            lossFormula()};
  }

  Explanation initializing() const {
    return {tr("Layer %1: initializing").arg(s_.layer),
            {tr("Layer %1 is being merged: %2.").arg(number(s_.layer), areShared()), afterAligning(startsAs()),
             bnSentence() + fits()},
            initializationFormula(s_.initialization)};
  }

  Explanation statistics() const {
    const QString first =
        s_.layer == 0
            ? tr("Fine-tuning has changed what the batch normalizations of the network see, so their running means and "
                 "variances are estimated anew.")
            : tr("The step at layer %1 has changed what the batch normalizations of the network see, so their running "
                 "means and variances are estimated anew.")
                  .arg(s_.layer);
    return {s_.layer == 0 ? tr("Fine-tuning: BN statistics") : tr("Layer %1: BN statistics").arg(s_.layer),
            {first,
             tr("Training images of both tasks pass through the network once and the statistics of all batches are "
                "averaged, while no weight changes."),
             s_.bnPolicy == BnPolicy::PerTask
                 ? tr("Each task collects statistics of its own even where weights are shared, because its features "
                      "have another mean and variance.")
                 : tr("Where batch normalization is shared, the average is taken over the batches of both tasks.")},
            {}};
  }

  Explanation evaluatingTeachers() const {
    return {tr("Evaluating the teachers"),
            {tr("The two teachers classify the test images of their tasks."),
             tr("Top-1 is the share of images whose highest output is the right class."),
             tr("These numbers are what every merged network will be measured against.")},
            {}};
  }

  Explanation evaluating() const {
    const QString first =
        s_.layer == 0 ? tr("The fine-tuned network classifies the test images of both tasks.")
                      : tr("The network with layer %1 merged classifies the test images of both tasks.").arg(s_.layer);
    return {s_.layer == 0 ? tr("Fine-tuning: evaluating") : tr("Layer %1: evaluating").arg(s_.layer),
            {first, tr("Top-1 is the share of images whose highest output is the right class."),
             tr("No weight changes here and the network is never trained on test images, so the difference to the "
                "teachers tells what merging costs.")},
            {}};
  }

  Explanation calibrating() const {
    return {tr("Layer %1: calibrating").arg(s_.layer),
            {s_.iterations > 0
                 ? tr("After merging layer %1, all weights of the merged network are trained for %Ln iteration(s), not "
                      "only those of this layer.",
                      nullptr, int(s_.iterations))
                       .arg(s_.layer)
                 : tr("After merging layer %1, all weights of the merged network are trained, not only those of this "
                      "layer.")
                       .arg(s_.layer),
             lossSentence(),
             tr("The teachers never change: at every layer they show what the merged network should produce for their "
                "task.")},
            lossFormula()};
  }

  Explanation fineTuning() const {
    return {
        tr("Fine-tuning"),
        {s_.iterations > 0
             ? tr("No further layer is merged: all weights of the merged network are trained end to end for %Ln "
                  "iteration(s).",
                  nullptr, int(s_.iterations))
             : tr("No further layer is merged: all weights of the merged network are trained end to end."),
         lossSentence(), tr("This lets the shared layers, which were merged one after another, adapt to each other.")},
        lossFormula()};
  }

  Explanation paused() const {
    return {
        s_.layer == 0 ? tr("Paused") : tr("Layer %1: paused").arg(s_.layer),
        {s_.layer == 0 ? tr("The computation is paused between two batches.")
                       : tr("The step at layer %1 is paused between two batches.").arg(s_.layer),
         tr("Weights, optimizer and curves are kept as they are, so that Continue goes on exactly where it stopped."),
         tr("Cancel gives up the step in progress and returns to the last finished one, which is kept unchanged.")},
        {}};
  }

  Explanation stepDone() const {
    const QString done = s_.layer == 0 ? tr("Fine-tuning is finished: %1.").arg(nowShared())
                                       : tr("The step at layer %1 is finished: %2.").arg(number(s_.layer), nowShared());
    return {s_.layer == 0 ? tr("Fine-tuning is finished") : tr("Layer %1 is merged").arg(s_.layer),
            {done, differenceSentence(),
             tr("This result is kept, so that you can go on, or step back at any time and try another strategy from "
                "there.")},
            {}};
  }

  Explanation allDone() const {
    return {tr("All steps are done"),
            {tr("The plan is finished: %1.").arg(nowShared()), differenceSentence(),
             tr("Export the merged network from the File menu, or step back and try another strategy to compare.")},
            {}};
  }

  Explanation estimating() const {
    return {
        tr("Estimating merge costs"),
        {tr("Training images of both tasks pass through the teachers, and the inputs and outputs of each layer are "
            "compared channel by channel."),
         tr("The channels of A and B are paired so that sharing weights costs least; the merge cost of a layer is "
            "the smallest error that its outputs can then have, relative to their variance, beyond that of separate "
            "weights."),
         tr("It is an estimate of each layer for itself, without any training, and tells which layers are likely to "
            "be cheap to merge.")},
        costFormula()};
  }

  Explanation comparing() const {
    return {tr("Comparing strategies"),
            {tr("Several strategies merge the same two networks one after another, beside the session, which stays as "
                "it is."),
             tr("With the same seed all but the naive one see the same batches and the same calibration images, so "
                "that what "
                "differs is the strategy."),
             tr("Several seeds tell how much of a difference is chance: the table gives mean and standard deviation "
                "over them.")},
            {}};
  }

  /// "w" are the weights that reproduce a teacher's channel from its own inputs, "G" the covariance of these inputs.
  QString costFormula() const {
    return QString(
               QStringLiteral("½ (<i>w</i><sub>A</sub> − <i>w</i><sub>B</sub>)<sup>T</sup> "
                              "(<i>G</i><sub>A</sub><sup>−1</sup> + <i>G</i><sub>B</sub><sup>−1</sup>)<sup>−1</sup> "
                              "(<i>w</i><sub>A</sub> − <i>w</i><sub>B</sub>)"))
               .replace(QLatin1Char(' '), QChar(0xa0)) +
           QStringLiteral("<br><small>") +
           tr("of a pair of channels: <i>w</i> their weights for outputs of variance 1, <i>G</i> the covariance of the "
              "layer's inputs") +
           QStringLiteral("</small>");
  }

  QString atWhichCost() const {
    if (!std::isfinite(s_.mergeCost)) return {};
    return tr(", at an estimated merge cost of %1").arg(shown(fixedNumber(s_.mergeCost, 3)));
  }

  /// "Layers 1-4 are merged".
  QString mergedSoFar() const {
    if (s_.mergedLayers.empty()) return tr("No layer is merged");
    const QString layers = mergedLayers();
    return s_.mergedLayers.size() == 1 ? tr("Layer %1 is merged").arg(layers) : tr("Layers %1 are merged").arg(layers);
  }

  QString nowShared() const {
    const std::size_t count = s_.mergedLayers.size();
    const QString trunk = s_.trunk > 0 ? tr(", and everything up to layer %1 as one trunk").arg(s_.trunk) : QString();
    if (count == 0) return tr("the two tasks share no layer");
    if (count == 1) return tr("the two tasks share the pointwise convolution of layer %1").arg(mergedLayers()) + trunk;
    if (count == layerCount) return tr("the two tasks share the pointwise convolutions of all 13 layers") + trunk;
    return tr("the two tasks share the pointwise convolutions of layers %1").arg(mergedLayers()) + trunk;
  }

  QString mergedLayers() const {
    std::vector<int> layers = s_.mergedLayers;
    std::sort(layers.begin(), layers.end());
    return shown(layersToString(layers)).replace(QLatin1Char('-'), QStringLiteral("–")).replace(",", ", ");
  }

  bool hasShape() const { return s_.pointwise.inputChannels > 0 && s_.pointwise.outputChannels > 0; }

  QString weights() const { return number(std::int64_t(s_.pointwise.inputChannels) * s_.pointwise.outputChannels); }

  QString willBeShared() const {
    if (!hasShape()) return tr("A and B will share its pointwise convolution");
    return tr("A and B will share its pointwise convolution, %1 × %2 = %3 weights")
        .arg(number(s_.pointwise.inputChannels), number(s_.pointwise.outputChannels), weights());
  }

  QString areShared() const {
    if (!hasShape()) return tr("from now on A and B share its pointwise convolution");
    return tr("from now on A and B share the %3 weights of its pointwise convolution, which makes %2 channels out of "
              "%1")
        .arg(number(s_.pointwise.inputChannels), number(s_.pointwise.outputChannels), weights());
  }

  /// What comes before the weights get their values, if the channels are aligned.
  QString afterAligning(const QString& sentence) const {
    const QString rest = sentence.left(1).toLower() + sentence.mid(1);
    switch (s_.alignment) {
      case Alignment::None:
        break;
      case Alignment::Weights:
        return tr("First the channels of B are matched to those of A with the closest weights; then %1").arg(rest);
      case Alignment::Activations:
        return tr("First the channels of B are matched to those of A that respond most alike to the same images; then "
                  "%1")
            .arg(rest);
      case Alignment::Mergeability:
        return tr("First the channels of B are matched to those of A with which sharing weights costs least; then %1")
            .arg(rest);
    }
    return sentence;
  }

  /// With shared batch normalization, scale, shift and statistics go the way of the weights.
  QString willStart() const {
    const bool shared = s_.bnPolicy == BnPolicy::Shared;
    switch (s_.initialization) {
      case Initialization::FromA:
        return shared ? tr("Its shared weights and batch normalization will start as those of A.")
                      : tr("Its shared weights will start as those of A, while each task keeps its own batch "
                           "normalization.");
      case Initialization::FromB:
        return shared ? tr("Its shared weights and batch normalization will start as those of B.")
                      : tr("Its shared weights will start as those of B, while each task keeps its own batch "
                           "normalization.");
      case Initialization::Random:
        return shared ? tr("Its shared weights will start as random numbers and its batch normalization as neutral.")
                      : tr("Its shared weights will start as random numbers, while each task keeps its own batch "
                           "normalization.");
      case Initialization::Mean:
        return shared ? tr("Its shared weights and batch normalization will start as the mean of those of A and B.")
                      : tr("Its shared weights will start as the mean of those of A and B, while each task keeps its "
                           "own batch normalization.");
      case Initialization::LeastSquares:
        return shared ? tr("Its shared weights and batch normalization will be computed as those whose outputs come "
                           "closest to what both teachers put out.")
                      : tr("Its shared weights will be computed as those whose outputs come closest to what both "
                           "teachers put out, with a batch normalization fitted to each task.");
    }
    return {};
  }

  QString afterInitializing() const {
    if (s_.iterations <= 0)
      return tr("No calibration is planned, so that the network is judged with the weights as they were initialized.");
    return tr("Then %Ln iteration(s) of calibration train the merged network to do again what the teachers do.",
              nullptr, int(s_.iterations));
  }

  QString startsAs() const {
    switch (s_.initialization) {
      case Initialization::FromA:
        return tr(
            "The shared weights start as a copy of A's, so that A loses nothing by them at first and B has to get "
            "used to them.");
      case Initialization::FromB:
        return tr(
            "The shared weights start as a copy of B's, so that B loses nothing by them at first and A has to get "
            "used to them.");
      case Initialization::Random:
        return tr(
            "The shared weights start as He-normal random numbers, so that nothing either network has learnt in "
            "this layer is left.");
      case Initialization::Mean:
        return tr(
            "The shared weights start as the mean of A's and B's, which keeps something of both if their "
            "channels correspond.");
      case Initialization::LeastSquares:
        return tr(
            "The shared weights are computed in one go: the ones whose outputs differ least, in the sum of squares, "
            "from what both teachers put out for the same images.");
    }
    return {};
  }

  QString bnSentence() const {
    if (s_.initialization == Initialization::LeastSquares)
      return s_.bnPolicy == BnPolicy::PerTask
                 ? tr("Batch normalization stays separate and is computed as well, so that each task gets back the "
                      "mean "
                      "and the variance that its teacher has.")
                 : tr("Batch normalization is shared as well and is computed, too: it gives the outputs the mean and "
                      "the variance that both teachers have together.");
    if (s_.bnPolicy == BnPolicy::PerTask)
      return tr(
          "Batch normalization stays separate, so that each task scales and shifts the shared output for itself.");
    if (s_.initialization == Initialization::Random)
      return tr("Batch normalization is shared as well and starts neutral: scale 1, shift 0, mean 0, variance 1.");
    return tr("Batch normalization is shared as well: scale, shift and statistics are taken over in the same way.");
  }

  /// A sentence more, unless nothing else is fitted.
  QString fits() const {
    if (s_.fitKernels && s_.fitHeads)
      return QLatin1Char(' ') + tr("The depthwise kernels in front of it and the heads, which every task keeps, are "
                                   "fitted to the teachers as well.");
    if (s_.fitKernels)
      return QLatin1Char(' ') +
             tr("The depthwise kernels in front of it, which every task keeps, are fitted to the teachers as well.");
    if (s_.fitHeads)
      return QLatin1Char(' ') + tr("The heads, which every task keeps, are fitted to the teachers as well.");
    return {};
  }

  QString lossSentence() const {
    return tr(
        "The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher "
        "and merged network at the output of each of the 13 layers.");
  }

  /// Breaks only before the second term; what the letters mean stands below.
  QString lossFormula() const {
    const QString formula = QStringLiteral(
        "<i>L</i><sub>t</sub> = <i>λ</i><sub>CE</sub> · CE<sub>t</sub> "
        "+ <i>λ</i><sub>L1</sub> · ∑<sub>m</sub> mean |<i>T</i><sub>t,m</sub> − <i>M</i><sub>t,m</sub>|");
    return QString(formula)
               .replace(QLatin1Char(' '), QChar(0xa0))
               .replace(QStringLiteral("\u00a0+"), QStringLiteral(" +")) +
           QStringLiteral("<br><small>") +
           tr("<i>T</i> teacher, <i>M</i> merged network, t task A or B, m layer 1…13, <i>λ</i> weights of the "
              "recipe") +
           QStringLiteral("</small>");
  }

  QString differenceSentence() const {
    if (!std::isfinite(s_.meanDifferencePoints))
      return tr("It hasn't been evaluated on the test images, so that its distance to the teachers isn't known.");
    const QString size = shown(fixedNumber(std::abs(s_.meanDifferencePoints), 2));
    if (size.toDouble() == 0) return tr("On the test images its mean top-1 equals that of the teachers.");
    return s_.meanDifferencePoints < 0
               ? tr("On the test images its mean top-1 is %1 points below that of the teachers.").arg(size)
               : tr("On the test images its mean top-1 is %1 points above that of the teachers.").arg(size);
  }

  const ExplainSubject& s_;
};

}  // namespace

Explanation explain(const ExplainSubject& subject) { return Explainer(subject).write(); }

}  // namespace zipper
