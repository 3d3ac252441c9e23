// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/explain/explain_subject.h"
#include "widgets/explain/formula_text.h"
#include "widgets/explain/layer_sentences.h"
#include "widgets/explain/start_sentences.h"
#include "widgets/recipe/initialization_text.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString shown(const std::string& text) { return style::shown(text); }

/// Writes the paragraphs about one subject.
class Explainer {
  Q_DECLARE_TR_FUNCTIONS(Explain)

 public:
  explicit Explainer(const ExplainSubject& subject) : s_(subject), start_(subject), layers_(subject) {}

  Explanation write() const {
    switch (s_.moment) {
      case Moment::Welcome:
        return welcome();
      case Moment::Ready:
        return !hasLayer() ? readyForFineTuning() : ready();
      case Moment::Initializing:
        return !hasLayer() ? fineTuning() : initializing();
      case Moment::Statistics:
        return statistics();
      case Moment::Evaluating:
        return s_.target ? evaluating() : evaluatingTeachers();
      case Moment::Calibrating:
        return !hasLayer() ? fineTuning() : calibrating();
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
      case Moment::Measuring:
        return measuring();
    }
    return {};
  }

 private:
  Explanation welcome() const {
    return {
        tr("Several networks become one"),
        {tr("MobileNets that were trained for different tasks, two or more, are merged layer by layer into one "
            "network that serves all of them."),
         tr("The pointwise (1×1) convolutions of their layers, and squeeze-and-excite where they have it, hold nearly "
            "all of their convolution weights and are what the tasks will share; stem, depthwise convolutions and "
            "head stay separate."),
         tr("Open the sample to begin, or a model and its data for each task.")},
        {}};
  }

  Explanation ready() const {
    return {tr("Ready to merge layer %1").arg(layer()),
            {both(readyFor(), both(layers_.willBeShared(), atWhichCost())),
             both(start_.aligning(), both(start_.willStart(), layers_.biases())),
             both(afterInitializing(), both(layers_.parts(), whatElseIsThere()))},
            initializationFormula(s_.initialization, s_.tasks)};
  }

  Explanation readyForFineTuning() const {
    return {tr("Ready to fine-tune"),
            {readyFor(),
             s_.iterations > 0
                 ? tr("It merges nothing, but trains all weights of the merged network together for %Ln iteration(s).",
                      nullptr, int(s_.iterations))
                 : tr("It merges nothing, but trains all weights of the merged network together."),
             tr("Its purpose is to let the shared layers, which were merged one after another, adapt to each other.")},
            lossFormula(s_.tasks, s_.layers)};
  }

  Explanation initializing() const {
    return {tr("Layer %1: initializing").arg(layer()),
            {both(layers_.areShared(), both(layers_.addition(), layers_.activation())),
             both(start_.aligning(), start_.startsAs()),
             both(start_.batchNormalization(), both(layers_.biases(), start_.fits()))},
            initializationFormula(s_.initialization, s_.tasks)};
  }

  Explanation statistics() const {
    const QString first =
        !hasLayer()
            ? tr("Fine-tuning has changed what the batch normalizations of the network see, so their running means and "
                 "variances are estimated anew.")
            : tr("The step at layer %1 has changed what the batch normalizations of the network see, so their running "
                 "means and variances are estimated anew.")
                  .arg(layer());
    return {!hasLayer() ? tr("Fine-tuning: BN statistics") : tr("Layer %1: BN statistics").arg(layer()),
            {first,
             tr("Training images of all tasks pass through the network once and the statistics of all batches are "
                "averaged, while no weight changes."),
             s_.bnPolicy == BnPolicy::PerTask
                 ? tr("Each task collects statistics of its own even where weights are shared, because its features "
                      "have another mean and variance.")
                 : tr("Where batch normalization is shared, the average is taken over the batches of all tasks.")},
            {}};
  }

  Explanation evaluatingTeachers() const {
    return {tr("Evaluating the teachers"),
            {tr("The %n teacher(s) classify the test images of their tasks.", nullptr, s_.tasks),
             tr("Top-1 is the share of images whose highest output is the right class."),
             tr("These numbers are what every merged network will be measured against.")},
            {}};
  }

  Explanation evaluating() const {
    const QString first =
        !hasLayer() ? tr("The fine-tuned network classifies the test images of all tasks.")
                    : tr("The network with layer %1 merged classifies the test images of all tasks.").arg(layer());
    return {!hasLayer() ? tr("Fine-tuning: evaluating") : tr("Layer %1: evaluating").arg(layer()),
            {first, tr("Top-1 is the share of images whose highest output is the right class."),
             tr("No weight changes here and the network is never trained on test images, so the difference to the "
                "teachers tells what merging costs.")},
            {}};
  }

  Explanation calibrating() const {
    return {tr("Layer %1: calibrating").arg(layer()),
            {s_.iterations > 0
                 ? tr("After merging layer %1, all weights of the merged network are trained for %Ln iteration(s), not "
                      "only those of this layer.",
                      nullptr, int(s_.iterations))
                       .arg(layer())
                 : tr("After merging layer %1, all weights of the merged network are trained, not only those of this "
                      "layer.")
                       .arg(layer()),
             both(lossSentence(), layers_.outputs()),
             tr("The teachers never change: at every layer they show what the merged network should produce for their "
                "task.")},
            lossFormula(s_.tasks, s_.layers)};
  }

  Explanation fineTuning() const {
    return {tr("Fine-tuning"),
            {s_.iterations > 0
                 ? tr("No further layer is merged: all weights of the merged network are trained end to end for %Ln "
                      "iteration(s).",
                      nullptr, int(s_.iterations))
                 : tr("No further layer is merged: all weights of the merged network are trained end to end."),
             both(lossSentence(), layers_.outputs()),
             tr("This lets the shared layers, which were merged one after another, adapt to each other.")},
            lossFormula(s_.tasks, s_.layers)};
  }

  Explanation paused() const {
    return {
        !hasLayer() ? tr("Paused") : tr("Layer %1: paused").arg(layer()),
        {!hasLayer() ? tr("The computation is paused between two batches.")
                     : tr("The step at layer %1 is paused between two batches.").arg(layer()),
         tr("Weights, optimizer and curves are kept as they are, so that Continue goes on exactly where it stopped."),
         tr("Cancel gives up the step in progress and returns to the last finished one, which is kept unchanged.")},
        {}};
  }

  Explanation stepDone() const {
    const QString done =
        !hasLayer() ? tr("Fine-tuning is finished.") : tr("The step at layer %1 is finished.").arg(layer());
    return {!hasLayer() ? tr("Fine-tuning is finished") : tr("Layer %1 is merged").arg(layer()),
            {both(done, layers_.nowShared()), differenceSentence(),
             tr("This result is kept, so that you can go on, or step back at any time and try another strategy from "
                "there.")},
            {}};
  }

  Explanation allDone() const {
    return {tr("All steps are done"),
            {both(tr("The plan is finished."), layers_.nowShared()), differenceSentence(),
             tr("Export the merged network from the File menu, or step back and try another strategy to compare.")},
            {}};
  }

  Explanation estimating() const {
    return {
        tr("Estimating what merging costs"),
        {tr("Training images of all tasks pass through the teachers, and the inputs and outputs of each layer are "
            "compared channel by channel."),
         tr("The channels of %1 are paired with those of A so that sharing weights costs least; the merge estimate of "
            "a "
            "layer is the smallest error that its outputs can then have, relative to their variance, beyond that of "
            "separate weights.")
             .arg(others()),
         tr("It is an estimate of each layer for itself, without any training, and tells which layers are likely to "
            "be cheap to merge.")},
        costFormula(s_.tasks)};
  }

  Explanation comparing() const {
    return {tr("Comparing strategies"),
            {tr("Several strategies merge the same %n network(s) one after another, beside the session, which stays as "
                "it is.",
                nullptr, s_.tasks),
             tr("With the same seed all but the naive one see the same batches and the same calibration images, so "
                "that what differs is the strategy."),
             tr("Several seeds tell how much of a difference is chance: the table gives mean and standard deviation "
                "over them.")},
            {}};
  }

  Explanation measuring() const {
    return {tr("Measuring sizes and trunks"),
            {tr("The same %n network(s) are merged again and again, each time with other layers, or a deeper trunk, "
                "beside the session, which stays as it is.",
                nullptr, s_.tasks),
             tr("The first layers hold few weights and often cost most, so the last bit of compression is dear: the "
                "curve shows where."),
             tr("The stroke of a point is its confidence interval: what two points differ by may be chance.")},
            {}};
  }

  /// Two whole sentences; either may be missing.
  static QString both(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + QLatin1Char(' ') + second;
  }

  /// Whether the step merges a layer.
  bool hasLayer() const { return s_.target && s_.target->mergesLayer(); }
  int layer() const { return s_.target->layerNumber(); }

  /// "A and B", "A, B and C"
  QString tasks() const { return taskLetters(0, s_.tasks); }
  /// All but A.
  QString others() const { return taskLetters(1, s_.tasks); }

  QString atWhichCost() const {
    if (!std::isfinite(s_.mergeEstimate)) return {};
    return tr("The merge estimate of the layer is %1.").arg(shown(fixedNumber(s_.mergeEstimate, 3)));
  }

  /// What is merged so far, and what comes next.
  QString readyFor() const {
    const std::size_t count = s_.mergedLayers.size();
    if (!hasLayer()) {
      if (count == 0) return tr("No layer is merged, and end-to-end fine-tuning is the next.");
      return count == 1
                 ? tr("Layer %1 is merged, and end-to-end fine-tuning is the next.").arg(layers_.mergedLayers())
                 : tr("Layers %1 are merged, and end-to-end fine-tuning is the next.").arg(layers_.mergedLayers());
    }
    if (count == 0) return tr("No layer is merged yet, and layer %1 is the next.").arg(layer());
    return count == 1 ? tr("Layer %1 is merged, and layer %2 is the next.").arg(layers_.mergedLayers()).arg(layer())
                      : tr("Layers %1 are merged, and layer %2 is the next.").arg(layers_.mergedLayers()).arg(layer());
  }

  /// In the layer: squeeze-and-excite is more than an activation.
  QString whatElseIsThere() const {
    const QString squeezeExcite = layers_.squeezeExcite();
    return squeezeExcite.isEmpty() ? layers_.activation() : squeezeExcite;
  }

  QString afterInitializing() const {
    if (s_.exact) return tr("Nothing has to be trained, and no images are needed.");
    if (s_.iterations <= 0)
      return tr("No calibration is planned, so that the network is judged with the weights as they were initialized.");
    return tr("Then %Ln iteration(s) of calibration train the merged network to do again what the teachers do.",
              nullptr, int(s_.iterations));
  }

  QString lossSentence() const {
    return tr(
        "The loss of a task adds the cross entropy on its labels and the mean absolute difference between "
        "teacher and merged network at the output of each of the %n layer(s).",
        nullptr, s_.layers);
  }

  QString differenceSentence() const {
    if (!s_.exact) return measuredSentence();
    const QString known =
        tr("What is shared was the same in all networks, so the merged network computes what the teachers do.");
    return std::isfinite(s_.meanDifferencePoints) ? both(known, measuredSentence()) : known;
  }

  QString measuredSentence() const {
    if (!std::isfinite(s_.meanDifferencePoints))
      return tr(
          "The merged network hasn't been evaluated on the test images, so that its distance to the teachers isn't "
          "known.");
    const QString size = shown(fixedNumber(std::abs(s_.meanDifferencePoints), 2));
    if (s_.onSample) return sampleSentence(size);
    if (size.toDouble() == 0)
      return tr("On the test images the mean top-1 of the merged network equals that of the teachers.");
    return s_.meanDifferencePoints < 0
               ? tr("On the test images the mean top-1 of the merged network is %1 points below that of the teachers.")
                     .arg(size)
               : tr("On the test images the mean top-1 of the merged network is %1 points above that of the teachers.")
                     .arg(size);
  }

  QString sampleSentence(const QString& size) const {
    if (size.toDouble() == 0)
      return tr("On a sample of the test images the mean top-1 of the merged network equals that of the teachers.");
    return s_.meanDifferencePoints < 0
               ? tr("On a sample of the test images the mean top-1 of the merged network is %1 points below that of "
                    "the teachers.")
                     .arg(size)
               : tr("On a sample of the test images the mean top-1 of the merged network is %1 points above that of "
                    "the teachers.")
                     .arg(size);
  }

  const ExplainSubject& s_;
  StartSentences start_;
  LayerSentences layers_;
};

}  // namespace

Explanation explain(const ExplainSubject& subject) { return Explainer(subject).write(); }

}  // namespace zipper
