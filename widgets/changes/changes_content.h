// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "widgets/changes/shown_changes.h"

namespace zipper {

/// Which of the matrices is shown.
enum class MatrixShown { Teacher, Merged, Difference };

/// The images that somebody wants to see.
struct ImagesAsked {
  enum class By { Outcome, Class, Cell };
  By by = By::Outcome;
  Outcome outcome = Outcome::Lost;               ///< By::Outcome
  int label = 0;                                 ///< By::Class, By::Cell
  int answer = 0;                                ///< By::Cell
  MatrixShown matrix = MatrixShown::Difference;  ///< By::Cell

  bool operator==(const ImagesAsked& other) const {
    return by == other.by && outcome == other.outcome && label == other.label && answer == other.answer &&
           matrix == other.matrix;
  }
  static ImagesAsked with(Outcome outcome);
  static ImagesAsked ofClass(int label);
  static ImagesAsked inCell(MatrixShown matrix, int label, int answer);
};

/// The images behind it, in the order of the data set; of a class those that changed come first.
std::vector<ImageAnswers> imagesFor(const TaskAnswers& answers, const ImagesAsked& asked);
/// "Lost: the teacher is right, the merged network wrong"
QString titleOf(const TaskAnswers& answers, const ImagesAsked& asked);
/// The same of networks that are called otherwise: "Only here right".
QString titleOf(const ShownChanges& shown, const ImagesAsked& asked);
/// What there is to see first: lost images, else won ones, else those that both get wrong.
ImagesAsked firstAsked(const TaskChanges& changes);

/// The name of an output as it may be shown.
QString nameOfOutput(const TaskAnswers& answers, int output);
/// "91.2 %"
QString shareText(double share);
/// A true minus sign, and a plus sign.
QString signedCount(qint64 count);

/// "Of 1,000 test images the teacher has 912 right: 91.2 % (95 % interval: 89.3 % to 92.8 %)."
QString accuracySentence(AnsweredBy network, const Proportion& accuracy);
/// How often chance alone makes such a difference, by McNemar's test, and so whether it may be chance.
QString chanceText(double p);
/// What was lost and won, and how much of that chance may be.
QString changeSentence(const TaskChanges& changes);
/// Both accuracies and whether their difference may be chance, in one line or two: for a panel with little height.
QString shortSentence(const TaskChanges& changes);
/// What is to be known about the images: how many aren't compared yet, how many can't be read. Empty: nothing.
QString imagesSentence(const ShownChanges& shown);

/// What both answer to an image in a sentence, with the word for what happened to it.
QString imageSentence(const TaskAnswers& answers, const ImageAnswers& image);
/// "teacher: coat, 91.0 %"
QString answerText(AnsweredBy network, const TaskAnswers& answers, const ImageAnswers& image);
/// The same with what the networks are called.
QString imageSentence(const ShownChanges& shown, const ImageAnswers& image);
QString answerText(AnsweredBy network, const ShownChanges& shown, const ImageAnswers& image);
/// "lost", "won", "both right", "both wrong"
QString outcomeName(Outcome outcome);

/// What a row of the classes says, for those who don't see its bars.
QString classSentence(const TaskAnswers& answers, const ClassChange& change);
/// What a cell says: "Images of shirt that are answered coat: teacher 12, merged 15, difference +3."
QString cellSentence(const TaskAnswers& answers, const ConfusionCell& cell);
/// A line of the list of cells: "shirt taken for coat: 12 → 15 (+3)"
QString cellLine(const TaskAnswers& answers, const ConfusionCell& cell);

}  // namespace zipper
