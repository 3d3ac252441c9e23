// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/initialization_text.h"

#include <QCoreApplication>

namespace zipper {

namespace {

struct InitializationText {
  Q_DECLARE_TR_FUNCTIONS(InitializationText)
};

QString sentenceOfTwo(Initialization initialization) {
  switch (initialization) {
    case Initialization::FromA:
      return InitializationText::tr("The shared weights start as those of A, so that B has to learn the layer anew.");
    case Initialization::FromB:
      return InitializationText::tr("The shared weights start as those of B, so that A has to learn the layer anew.");
    case Initialization::Random:
      return InitializationText::tr(
          "The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep "
          "nothing of either network.");
    case Initialization::Mean:
      return InitializationText::tr(
          "The shared weights start as the arithmetic mean of A and B, which is the paper's choice and works best when "
          "both networks come from one ancestor.");
    case Initialization::LeastSquares:
      return InitializationText::tr(
          "The shared weights start as those whose outputs differ least from what both teachers put out for "
          "calibration images, which is a linear problem and is solved exactly.");
  }
  return {};
}

QString sentenceOfMore(Initialization initialization, int tasks) {
  switch (initialization) {
    case Initialization::FromA:
      return InitializationText::tr(
          "The shared weights start as those of A, so that the other tasks have to learn the layer anew.");
    case Initialization::FromB:
      return InitializationText::tr(
          "The shared weights start as those of B, so that the other tasks have to learn the layer anew.");
    case Initialization::Random:
      return InitializationText::tr(
          "The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep "
          "nothing of any network.");
    case Initialization::Mean:
      return InitializationText::tr(
                 "The shared weights start as the arithmetic mean of %1, which is the paper's choice and works best "
                 "when all networks come from one ancestor.")
          .arg(taskLetters(0, tasks));
    case Initialization::LeastSquares:
      return InitializationText::tr(
          "The shared weights start as those whose outputs differ least from what all teachers put out for "
          "calibration images, which is a linear problem and is solved exactly.");
  }
  return {};
}

QString meanFormula(int tasks) {
  if (tasks <= 2) return QStringLiteral("<i>W</i> = ½ (<i>W</i><sub>A</sub> + <i>W</i><sub>B</sub>)");
  return QStringLiteral("<i>W</i> = <sup>1</sup>⁄<sub>%1</sub> ∑ <i>W</i><sub>t</sub>").arg(tasks);
}

}  // namespace

QString initializationSentence(Initialization initialization, int tasks) {
  return tasks <= 2 ? sentenceOfTwo(initialization) : sentenceOfMore(initialization, tasks);
}

QString identicalSentence() {
  return InitializationText::tr("The shared weights stay as they are: they are the same in all networks.");
}

QString initializationHelp(Initialization initialization, int tasks) {
  const QString sentence = initializationSentence(initialization, tasks);
  const bool ofOne = initialization == Initialization::FromA || initialization == Initialization::FromB;
  if (!ofOne || tasks <= 2) return sentence;
  return sentence + u' ' +
         InitializationText::tr(
             "With more than two tasks, too, the shared weights can start from those of A or B only.");
}

QString initializationFormula(Initialization initialization, int tasks) {
  switch (initialization) {
    case Initialization::FromA:
      return QStringLiteral("<i>W</i> = <i>W</i><sub>A</sub>");
    case Initialization::FromB:
      return QStringLiteral("<i>W</i> = <i>W</i><sub>B</sub>");
    case Initialization::Random:
      return QStringLiteral("<i>W</i> ~ <i>N</i>(0, 2 / <i>C</i><sub>out</sub>)");
    case Initialization::Mean:
      return meanFormula(tasks);
    case Initialization::LeastSquares:
      return QStringLiteral(
          "<i>W</i>&nbsp;=&nbsp;(∑&nbsp;<i>Y</i><sub>t</sub><i>X</i><sub>t</sub>ᵀ) "
          "(∑&nbsp;<i>X</i><sub>t</sub><i>X</i><sub>t</sub>ᵀ&nbsp;+&nbsp;<i>ρI</i>)<sup>−1</sup>");
  }
  return {};
}

QString alignmentSentence(Alignment alignment, int tasks) {
  const bool two = tasks <= 2;
  switch (alignment) {
    case Alignment::None:
      return two ? InitializationText::tr(
                       "Channel 1 of B is merged with channel 1 of A and so on, which is right for networks of one "
                       "ancestor.")
                 : InitializationText::tr(
                       "Channel 1 of every task is merged with channel 1 of A and so on, which is right for networks "
                       "of one ancestor.");
    case Alignment::Weights:
      return two ? InitializationText::tr(
                       "The channels of B are put in the order in which their weights are closest to those of A, "
                       "without looking at images.")
                 : InitializationText::tr(
                       "The channels of the other tasks are put in the order in which their weights are closest to "
                       "those of A, without looking at images.");
    case Alignment::Activations:
      return two ? InitializationText::tr(
                       "The channels of B are put in the order in which their outputs correlate best with those of A "
                       "on the same images.")
                 : InitializationText::tr(
                       "The channels of the other tasks are put in the order in which their outputs correlate best "
                       "with those of A on the same images.");
    case Alignment::Mergeability:
      return two ? InitializationText::tr(
                       "The channels of B are put in the order in which sharing weights costs both teachers the least "
                       "error.")
                 : InitializationText::tr(
                       "The channels of the other tasks are put in the order in which sharing weights with A costs "
                       "the teachers the least error.");
  }
  return {};
}

}  // namespace zipper
