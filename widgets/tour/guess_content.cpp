// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/guess_content.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/support/text_format.h"

namespace zipper {

namespace {

struct GuessTexts {
  Q_DECLARE_TR_FUNCTIONS(Guess)
};

const LayerDrop* dropOf(const GuessAnswer& answer, int layer) {
  const auto found = std::find_if(answer.drops.begin(), answer.drops.end(),
                                  [layer](const LayerDrop& drop) { return drop.layer == layer && drop.drop; });
  return found == answer.drops.end() ? nullptr : &*found;
}

int measuredLayers(const GuessAnswer& answer) {
  return int(std::count_if(answer.drops.begin(), answer.drops.end(),
                           [](const LayerDrop& drop) { return drop.drop.has_value(); }));
}

/// "−0.40": percentage points, with a minus that is one.
QString points(double share) {
  QString text = QString::fromStdString(fixedNumber(100 * share, 2));
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString change(const GuessAnswer& answer, int layer) { return changeText(*dropOf(answer, layer)->drop); }

/// "3, 5 and 7"
QString listed(std::vector<int> layers) {
  std::sort(layers.begin(), layers.end());
  QStringList numbers;
  for (const int layer : layers) numbers << QString::number(layer);
  if (numbers.size() < 2) return numbers.join(QString());
  const QString last = numbers.takeLast();
  return GuessTexts::tr("%1 and %2").arg(numbers.join(QStringLiteral(", ")), last);
}

}  // namespace

QString changeText(const ShareDifference& drop) {
  // Zero has no sign.
  const auto negated = [](double value) { return value == 0 ? 0.0 : -value; };
  return GuessTexts::tr("%1 points (95 %: %2 to %3)")
      .arg(points(negated(drop.value)), points(negated(drop.high)), points(negated(drop.low)));
}

GuessVerdict verdictOf(const GuessAnswer& answer) {
  if (measuredLayers(answer) < 2 || dropOf(answer, answer.guess) == nullptr) return GuessVerdict::Unknown;
  const WorstLayers worst = worstLayers(answer.drops);
  if (!worst.beyondNoise) return GuessVerdict::NothingHurts;
  if (worst.worst == answer.guess) return worst.asBad.empty() ? GuessVerdict::Right : GuessVerdict::CannotTell;
  const bool tied = std::find(worst.asBad.begin(), worst.asBad.end(), answer.guess) != worst.asBad.end();
  return tied ? GuessVerdict::CannotTell : GuessVerdict::Wrong;
}

QString verdictText(const GuessAnswer& answer) {
  const WorstLayers worst = worstLayers(answer.drops);
  switch (verdictOf(answer)) {
    case GuessVerdict::Unknown:
      return GuessTexts::tr("Your guess was layer %1. Too little was measured yet to compare layers.")
          .arg(answer.guess);
    case GuessVerdict::Right:
      return GuessTexts::tr("Right: layer %1 hurt most, %2. No other layer comes near it.")
          .arg(answer.guess)
          .arg(change(answer, answer.guess));
    case GuessVerdict::CannotTell: {
      std::vector<int> all = worst.asBad;
      all.push_back(worst.worst);
      return GuessTexts::tr(
                 "Your guess, layer %1, is among those that may have hurt most: layers %2 can't be told apart "
                 "with these images. The largest loss was that of layer %3, %4.")
          .arg(QString::number(answer.guess), listed(all), QString::number(worst.worst), change(answer, worst.worst));
    }
    case GuessVerdict::Wrong:
      return GuessTexts::tr("Not this time: layer %1 changed %2. Layer %3 hurt most, %4.")
          .arg(QString::number(answer.guess), change(answer, answer.guess), QString::number(worst.worst),
               change(answer, worst.worst));
    case GuessVerdict::NothingHurts:
      return GuessTexts::tr(
                 "No layer hurt beyond the noise. The largest loss was that of layer %1, %2; your guess, layer "
                 "%3, changed %4.")
          .arg(QString::number(worst.worst), change(answer, worst.worst), QString::number(answer.guess),
               change(answer, answer.guess));
  }
  return {};
}

QString measuringText(const GuessAnswer& answer) {
  std::int64_t images = 0;
  for (const LayerDrop& drop : answer.drops)
    if (drop.drop) images = images == 0 ? drop.images : std::min(images, drop.images);
  if (images == 0) return {};
  return GuessTexts::tr(
             "Measured is the mean top-1 of the tasks on their test images (%1 of each task) after a layer's "
             "step, calibration included, minus that before it. The intervals count every measurement as one "
             "on images of its own, which makes them wide: ties are said rather than winners. Another order "
             "of layers or another recipe may give another answer.")
      .arg(QString::fromStdString(withThousands(images)));
}

}  // namespace zipper
