// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_texts.h"

#include "core/support/text_format.h"

namespace zipper {

namespace {

QString percent(double share) { return QString::fromStdString(percentText(share)); }

QString count(std::int64_t number) { return QString::fromStdString(withThousands(number)); }

/// Paragraphs that say something.
QString paragraphs(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral("\n\n"));
}

}  // namespace

QString TourTexts::title(TourStation station) const {
  switch (station) {
    case TourStation::Why:
      return tr("Why merge?");
    case TourStation::Networks:
      return tr("Two networks");
    case TourStation::Zipper:
      return tr("The zipper");
    case TourStation::Random:
      return tr("A first guess: random");
    case TourStation::Mean:
      return tr("A better one: the mean");
    case TourStation::LeastSquares:
      return tr("The best: least squares");
    case TourStation::Shared:
      return tr("What is shared");
    case TourStation::Run:
      return tr("Calibration");
    case TourStation::Cost:
      return tr("What it cost");
    case TourStation::Export:
      return tr("Take it along");
  }
  return {};
}

QString TourTexts::text(TourStation station) const {
  switch (station) {
    case TourStation::Why:
      return why();
    case TourStation::Networks:
      return networks();
    case TourStation::Zipper:
      return zipper();
    case TourStation::Random:
      return random();
    case TourStation::Mean:
      return mean();
    case TourStation::LeastSquares:
      return leastSquares();
    case TourStation::Shared:
      return shared();
    case TourStation::Run:
      return run();
    case TourStation::Cost:
      return cost();
    case TourStation::Export:
      return exporting();
  }
  return {};
}

QString TourTexts::why() const {
  return tr(
      "A device often holds several trained networks, one per task, and each needs its own memory. Their layers do "
      "similar work: a merged network keeps what they have in common only once and still serves all tasks.\n\n"
      "This tour merges two small networks for real and takes about ten minutes. You press the buttons; the frame "
      "shows which one.");
}

QString TourTexts::networks() const {
  if (s_.tasks.isEmpty()) return tr("Each strand of the zipper is a trained network.");
  const QString strands =
      tr("Each strand is a trained network, from its images on the left to its answers on the right: %1. They are the "
         "teachers and never change. Every place where two strands run side by side is a layer of both.")
          .arg(s_.tasks);
  return paragraphs(
      {strands,
       s_.teachers
           ? tr("Alone they get %1 of their test images right, on average over the tasks.").arg(percent(*s_.teachers))
           : QString()});
}

QString TourTexts::zipper() const {
  return tr(
      "The zipper closes layer by layer, from the input on. Each step makes one layer of all networks the same, "
      "gives it first values (initialization), and then trains the merged network for a moment so that the later "
      "layers get used to it (calibration).\n\n"
      "How this is done stands in the recipe. The preset “Lesson” uses few images and iterations, so that nobody "
      "has to wait.");
}

QString TourTexts::result(std::size_t start) const {
  const auto& tried = s_.tried[start];
  if (!tried || !tried->initialized || !tried->calibrated) return {};
  const QString scores = tr("Measured, as the mean of the tasks: %1 right after initialization, %2 after calibration.")
                             .arg(percent(*tried->initialized), percent(*tried->calibrated));
  return s_.teachers ? tr("%1 The teachers: %2.").arg(scores, percent(*s_.teachers)) : scores;
}

QString TourTexts::random() const {
  return paragraphs(
      {tr("With which values should a shared layer begin? Try the wrong answer first: random numbers. They "
          "forget what both networks learned in this layer, so expect a bad start."),
       result(0)});
}

QString TourTexts::mean() const {
  return paragraphs(
      {tr("The next idea: the arithmetic mean of both networks' weights. It sounds fair, but channel 5 of one "
          "network has nothing to do with channel 5 of the other, unless both have one ancestor. The mean of "
          "unlike things is none of them."),
       result(1)});
}

QString TourTexts::leastSquares() const {
  return paragraphs(
      {tr("Better: first find out which channels correspond (alignment), then choose the weights so that the "
          "layer's output is as close as possible to what each teacher puts out, in the sense of least "
          "squares. That is a closed formula and needs a few images only."),
       result(2)});
}

QString TourTexts::shared() const {
  const QString what =
      tr("Where the zipper is closed, the tasks have one layer together: its weights exist once. What stays with each "
         "task "
         "is its first layer, the small depthwise layers between, and its head with the answers.");
  if (s_.parametersNow <= 0 || s_.mergedLayers == 0) return what;
  const QString sums = tr("Of %1 parameters, %2 are left with %n layer(s) merged.", nullptr, s_.mergedLayers)
                           .arg(count(s_.parametersBefore), count(s_.parametersNow));
  return paragraphs({what, sums});
}

QString TourTexts::run() const {
  const QString what =
      tr("A merged layer is a compromise, and everything behind it sees something new. Calibration trains the merged "
         "network against the labels and against the teachers' own outputs, until it does again what they do. In the "
         "curves the losses should fall within a step.");
  if (!s_.allDone || s_.working || !s_.now) return what;
  const QString after = tr("All planned layers are merged: %1 right on average.").arg(percent(*s_.now));
  return paragraphs({what, s_.teachers ? tr("%1 The teachers: %2.").arg(after, percent(*s_.teachers)) : after});
}

QString TourTexts::cost() const {
  QStringList parts;
  if (s_.parametersNow > 0 && s_.parametersBefore > s_.parametersNow)
    parts << tr("Gained: %1 parameters instead of %2, which is %3 times fewer.")
                 .arg(count(s_.parametersNow), count(s_.parametersBefore),
                      QString::fromStdString(fixedNumber(double(s_.parametersBefore) / double(s_.parametersNow), 2)));
  if (s_.now && s_.teachers)
    parts
        << tr("Paid: %1 right on average, where the teachers have %2, measured on %3 test images. A few images more or "
              "less may be chance: What Changed tells how easily.")
               .arg(percent(*s_.now), percent(*s_.teachers), count(s_.testImages));
  if (parts.isEmpty())
    return tr("What a merge gained and what it broke is measured on test images that nobody trained on.");
  return paragraphs(parts);
}

QString TourTexts::exporting() const {
  return tr(
      "The merged network can leave the workbench: for a phone, a browser or another program, with its size and time "
      "measured beforehand. A session that is saved (File › Save) holds all steps and can be gone on with.\n\n"
      "That was the tour. Next, try your own networks: they only need the same architecture.");
}

QString TourTexts::openSample() const {
  return tr("Press “Open the sample”, or take the one with photographs. Both work.");
}
QString TourTexts::chooseLayer() const {
  return tr(
      "Click any layer of the zipper, or choose one with the arrow keys: F8 leads from this card to the zipper and "
      "back.");
}
QString TourTexts::chooseLesson() const { return tr("Choose the preset “Lesson” in the recipe."); }

QString TourTexts::chooseStart(Initialization initialization) const {
  if (initialization == Initialization::Random) return tr("Choose “random” as the initialization in the recipe.");
  if (initialization == Initialization::Mean) return tr("Choose “mean” as the initialization in the recipe.");
  return tr("Choose “least squares” as the initialization in the recipe.");
}

QString TourTexts::step() const { return tr("Press Step (F10): it merges the first layer."); }

QString TourTexts::tryAgain() const {
  return tr("Press Try Again (F9): it goes back before this step. What was tried stays in the history.");
}

QString TourTexts::wait() const { return tr("Wait a moment: the station goes on by itself."); }

QString TourTexts::watch() const {
  return s_.secondsLeft.isEmpty()
             ? tr("Watch zipper and curves: the station goes on when the run has ended.")
             : tr("Watch zipper and curves, about %1 more: the station goes on when the run has ended.")
                   .arg(s_.secondsLeft);
}

QString TourTexts::openLayers() const { return tr("Open the panel “Layers” and look at its last line."); }

QString TourTexts::guess() const {
  return tr("First a guess: merging which layer will hurt most? Choose it below, or click it in the zipper.");
}

QString TourTexts::runAll() const {
  return s_.secondsLeft.isEmpty()
             ? tr("Press Run All (F5): it merges the layers that are left.")
             : tr("Press Run All (F5): it merges the layers that are left, in about %1.").arg(s_.secondsLeft);
}

QString TourTexts::openChanges() const {
  return tr("Open the panel “What Changed”: it shows which images the merge lost and won.");
}

QString TourTexts::openExport() const {
  return tr("Choose File › Export Merged Model (Ctrl+Shift+E) and look around.");
}

QString TourTexts::noSession() const { return tr("This station needs a session of a sample; none is open."); }

QString TourTexts::needsSample() const {
  return tr(
      "The session that is open isn't one of a sample. The tour would merge its layers, so it begins a session of "
      "its own. You are asked before anything that isn't saved is closed.");
}

QString TourTexts::notSeen() const { return tr("The start page stands in front of the session."); }

QString TourTexts::tooFar() const {
  return tr(
      "This station is about the first layer, and more is merged already. Going back loses nothing: all steps stay "
      "in the history.");
}

QString TourTexts::nothingMerged() const {
  return tr("This station looks at merged layers, and nothing is merged here.");
}

QString TourTexts::offer(TourOffer offer) const {
  switch (offer) {
    case TourOffer::None:
      return {};
    case TourOffer::OpenSample:
      return tr("Open the sample");
    case TourOffer::ShowSession:
      return tr("Show the session");
    case TourOffer::GoToTeachers:
      return tr("Go back to the teachers");
    case TourOffer::GoToRun:
      return tr("Go to “Calibration”");
  }
  return {};
}

}  // namespace zipper
