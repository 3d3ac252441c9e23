// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/changes_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct ChangesTexts {
  Q_DECLARE_TR_FUNCTIONS(ChangesTexts)
};

constexpr double hardlyChance = 0.05;

QString countText(qint64 count) { return QLocale().toString(count); }

QString imagesText(qint64 count) { return ChangesTexts::tr("%Ln image(s)", nullptr, int(count)); }

/// How often chance alone makes such a difference.
QString chanceSentence(double p) {
  if (p < 0.0001)
    return ChangesTexts::tr(
        "If chance alone decided which, so large a difference would come up in fewer than 1 of 10,000 cases "
        "(McNemar's test).");
  const bool rare = p < 0.01;
  return ChangesTexts::tr(
             "If chance alone decided which, so large a difference would come up in %1 of %2 cases (McNemar's test).")
      .arg(countText(std::llround(p * (rare ? 10000 : 100))), countText(rare ? 10000 : 100));
}

}  // namespace

ImagesAsked ImagesAsked::with(Outcome outcome) {
  ImagesAsked asked;
  asked.outcome = outcome;
  return asked;
}

ImagesAsked ImagesAsked::ofClass(int label) {
  ImagesAsked asked;
  asked.by = By::Class;
  asked.label = label;
  return asked;
}

ImagesAsked ImagesAsked::inCell(MatrixShown matrix, int label, int answer) {
  ImagesAsked asked;
  asked.by = By::Cell;
  asked.matrix = matrix;
  asked.label = label;
  asked.answer = answer;
  return asked;
}

std::vector<ImageAnswers> imagesFor(const TaskAnswers& answers, const ImagesAsked& asked) {
  if (asked.by == ImagesAsked::By::Outcome) return imagesWith(answers, asked.outcome);
  if (asked.by == ImagesAsked::By::Cell) {
    if (asked.matrix == MatrixShown::Difference) return imagesThatChangedCell(answers, asked.label, asked.answer);
    const AnsweredBy network = asked.matrix == MatrixShown::Teacher ? AnsweredBy::Teacher : AnsweredBy::Merged;
    return imagesInCell(answers, network, asked.label, asked.answer);
  }
  std::vector<ImageAnswers> images = imagesOfClass(answers, asked.label);
  std::stable_partition(images.begin(), images.end(),
                        [](const ImageAnswers& image) { return image.teacher != image.merged; });
  return images;
}

QString titleOf(const TaskAnswers& answers, const ImagesAsked& asked) {
  const QString label = nameOfOutput(answers, asked.label), answer = nameOfOutput(answers, asked.answer);
  if (asked.by == ImagesAsked::By::Class) return ChangesTexts::tr("All images of %1").arg(label);
  if (asked.by == ImagesAsked::By::Cell) {
    if (asked.matrix == MatrixShown::Teacher)
      return ChangesTexts::tr("Images of %1 that the teacher answers %2 to").arg(label, answer);
    if (asked.matrix == MatrixShown::Merged)
      return ChangesTexts::tr("Images of %1 that the merged network answers %2 to").arg(label, answer);
    return ChangesTexts::tr("Images of %1 that only one of the two answers %2 to").arg(label, answer);
  }
  switch (asked.outcome) {
    case Outcome::Lost:
      return ChangesTexts::tr("Lost: the teacher is right, the merged network wrong");
    case Outcome::Won:
      return ChangesTexts::tr("Won: the merged network is right, the teacher wrong");
    case Outcome::BothRight:
      return ChangesTexts::tr("Both are right");
    case Outcome::BothWrong:
      return ChangesTexts::tr("Both are wrong");
  }
  return {};
}

QString titleOf(const ShownChanges& shown, const ImagesAsked& asked) {
  const bool named = !shown.first.isEmpty() && asked.by == ImagesAsked::By::Outcome;
  if (named && asked.outcome == Outcome::Lost) return ChangesTexts::tr("Right %1 only", "here").arg(shown.first);
  if (named && asked.outcome == Outcome::Won) return ChangesTexts::tr("Right %1 only", "here").arg(shown.second);
  return titleOf(shown.answers, asked);
}

ImagesAsked firstAsked(const TaskChanges& changes) {
  if (changes.lost > 0) return ImagesAsked::with(Outcome::Lost);
  if (changes.won > 0) return ImagesAsked::with(Outcome::Won);
  return ImagesAsked::with(Outcome::BothWrong);
}

QString nameOfOutput(const TaskAnswers& answers, int output) {
  if (output < 0 || output >= answers.classes()) return ChangesTexts::tr("class %1").arg(output);
  return style::shown(answers.classNames[std::size_t(output)]);
}

QString shareText(double share) { return style::percent(share); }

QString signedCount(qint64 count) {
  if (count == 0) return QStringLiteral("0");
  return (count > 0 ? u'+' : u'\u2212') + countText(std::abs(count));
}

QString accuracySentence(AnsweredBy network, const Proportion& accuracy) {
  const QString text = network == AnsweredBy::Teacher
                           ? ChangesTexts::tr("Of %1 the teacher has %2 right: %3 (95 % interval: %4 to %5).")
                           : ChangesTexts::tr("Of %1 the merged network has %2 right: %3 (95 % interval: %4 to %5).");
  return style::keepPercents(text).arg(ChangesTexts::tr("%Ln test image(s)", nullptr, int(accuracy.images)),
                                       countText(accuracy.hits), shareText(accuracy.share), shareText(accuracy.low),
                                       shareText(accuracy.high));
}

QString chanceText(double p) {
  const QString verdict = p < hardlyChance ? ChangesTexts::tr("So this is hardly chance.")
                                           : ChangesTexts::tr("So this may well be chance.");
  return QStringList{chanceSentence(p), verdict}.join(u' ');
}

QString changeSentence(const TaskChanges& changes) {
  if (changes.lost == 0 && changes.won == 0)
    return ChangesTexts::tr(
        "The merge lost no image and won none: whatever was right is right, and the rest is wrong.");
  const QString what =
      ChangesTexts::tr("The merge lost %1 and won %2.").arg(imagesText(changes.lost), imagesText(changes.won));
  return QStringList{what, chanceText(changes.p)}.join(u' ');
}

QString shortSentence(const TaskChanges& changes) {
  const QString verdict = changes.lost == 0 && changes.won == 0 ? ChangesTexts::tr("No image was lost and none won.")
                          : changes.p < hardlyChance            ? ChangesTexts::tr("The change is hardly chance.")
                                                                : ChangesTexts::tr("The change may well be chance.");
  return ChangesTexts::tr("Of %1: teacher %2 (%3 to %4), merged network %5 (%6 to %7). %8",
                          "test images, accuracies with their intervals, what chance may be")
      .arg(ChangesTexts::tr("%Ln test image(s)", nullptr, int(changes.teacher.images)),
           shareText(changes.teacher.share), shareText(changes.teacher.low), shareText(changes.teacher.high),
           shareText(changes.merged.share), shareText(changes.merged.low), shareText(changes.merged.high), verdict);
}

QString imagesSentence(const ShownChanges& shown) {
  QStringList sentences;
  if (!shown.isWhole())
    sentences << ChangesTexts::tr("So far %1 of %2 test images are compared.")
                     .arg(countText(shown.compared()), countText(shown.testImages));
  if (shown.answers.unreadable > 0)
    sentences << ChangesTexts::tr("%Ln image(s) can't be read and are left out.", nullptr,
                                  int(shown.answers.unreadable));
  return sentences.join(u' ');
}

QString outcomeName(Outcome outcome) {
  switch (outcome) {
    case Outcome::Lost:
      return ChangesTexts::tr("lost");
    case Outcome::Won:
      return ChangesTexts::tr("won");
    case Outcome::BothRight:
      return ChangesTexts::tr("both right");
    case Outcome::BothWrong:
      return ChangesTexts::tr("both wrong");
  }
  return {};
}

QString answerText(AnsweredBy network, const TaskAnswers& answers, const ImageAnswers& image) {
  if (network == AnsweredBy::Teacher)
    return ChangesTexts::tr("teacher: %1, %2")
        .arg(nameOfOutput(answers, image.teacher), shareText(double(image.teacherProbability)));
  return ChangesTexts::tr("merged: %1, %2")
      .arg(nameOfOutput(answers, image.merged), shareText(double(image.mergedProbability)));
}

QString imageSentence(const TaskAnswers& answers, const ImageAnswers& image) {
  return ChangesTexts::tr("Test image %1, labelled %2; %3; %4; %5")
      .arg(countText(image.image + 1), nameOfOutput(answers, image.label),
           answerText(AnsweredBy::Teacher, answers, image), answerText(AnsweredBy::Merged, answers, image),
           outcomeName(outcomeOf(image)));
}

QString answerText(AnsweredBy network, const ShownChanges& shown, const ImageAnswers& image) {
  if (shown.first.isEmpty()) return answerText(network, shown.answers, image);
  const bool first = network == AnsweredBy::Teacher;
  return ChangesTexts::tr("%1: %2, %3", "network: class, probability")
      .arg(first ? shown.first : shown.second, nameOfOutput(shown.answers, first ? image.teacher : image.merged),
           shareText(double(first ? image.teacherProbability : image.mergedProbability)));
}

QString imageSentence(const ShownChanges& shown, const ImageAnswers& image) {
  if (shown.first.isEmpty()) return imageSentence(shown.answers, image);
  return ChangesTexts::tr("Test image %1, labelled %2; %3; %4")
      .arg(countText(image.image + 1), nameOfOutput(shown.answers, image.label),
           answerText(AnsweredBy::Teacher, shown, image), answerText(AnsweredBy::Merged, shown, image));
}

QString classSentence(const TaskAnswers& answers, const ClassChange& change) {
  return ChangesTexts::tr("%1, %2: teacher %3, merged %4; lost %5, won %6")
      .arg(nameOfOutput(answers, change.label), imagesText(change.teacher.images), shareText(change.teacher.share),
           shareText(change.merged.share), countText(change.lost), countText(change.won));
}

QString cellSentence(const TaskAnswers& answers, const ConfusionCell& cell) {
  return ChangesTexts::tr("Images of %1 that are answered %2: teacher %3, merged %4, difference %5.")
      .arg(nameOfOutput(answers, cell.label), nameOfOutput(answers, cell.answer), countText(cell.teacher),
           countText(cell.merged), signedCount(cell.difference()));
}

QString cellLine(const TaskAnswers& answers, const ConfusionCell& cell) {
  const QString counts = ChangesTexts::tr("%1 → %2 (%3)", "teacher, merged, difference")
                             .arg(countText(cell.teacher), countText(cell.merged), signedCount(cell.difference()));
  if (cell.label == cell.answer)
    return ChangesTexts::tr("%1 recognized: %2").arg(nameOfOutput(answers, cell.label), counts);
  return ChangesTexts::tr("%1 taken for %2: %3")
      .arg(nameOfOutput(answers, cell.label), nameOfOutput(answers, cell.answer), counts);
}

}  // namespace zipper
