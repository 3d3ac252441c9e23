// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/change_reason.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "widgets/changes/changes_content.h"

namespace zipper {

namespace {

struct ReasonTexts {
  Q_DECLARE_TR_FUNCTIONS(ReasonTexts)
};

QString numbersOf(const TaskAnswers& answers, const ImageAnswers& image) {
  return ReasonTexts::tr("Teacher: %1 %2, %3 %4; merged: %5 %6, %7 %8.", "classes, each with its probability")
      .arg(nameOfOutput(answers, image.teacher), shareText(double(image.teacherProbability)),
           nameOfOutput(answers, image.teacherSecond.output), shareText(double(image.teacherSecond.probability)),
           nameOfOutput(answers, image.merged), shareText(double(image.mergedProbability)),
           nameOfOutput(answers, image.mergedSecond.output), shareText(double(image.mergedSecond.probability)));
}

QString verdictOn(const ImageAnswers& image) {
  if (image.teacher == image.merged) return ReasonTexts::tr("Both answer the same.");
  const double ahead = double(image.teacherProbability) - double(image.teacherSecond.probability);
  const QString points = QLocale().toString(100 * ahead, 'f', 1);
  if (ahead < closeAnswer)
    return ReasonTexts::tr(
               "It was close for the teacher already: its first two classes were only %1 points apart. Such an image "
               "lies on the border, and a small change turns it.")
        .arg(points);
  return ReasonTexts::tr(
             "The teacher was far from the border: its answer was %1 points ahead. It is the merge that turned this "
             "image.")
      .arg(points);
}

}  // namespace

QString reasonSentence(const TaskAnswers& answers, const ImageAnswers& image) {
  if (image.teacherSecond.output < 0 || image.mergedSecond.output < 0) return {};
  return QStringList{numbersOf(answers, image), verdictOn(image)}.join(u' ');
}

}  // namespace zipper
