#include "widgets/recipe/initialization_text.h"

#include <QCoreApplication>

namespace zipper {

namespace {

struct InitializationText {
  Q_DECLARE_TR_FUNCTIONS(InitializationText)
};

}  // namespace

QString initializationSentence(Initialization initialization) {
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
  }
  return {};
}

QString initializationFormula(Initialization initialization) {
  switch (initialization) {
    case Initialization::FromA:
      return QStringLiteral("<i>W</i> = <i>W</i><sub>A</sub>");
    case Initialization::FromB:
      return QStringLiteral("<i>W</i> = <i>W</i><sub>B</sub>");
    case Initialization::Random:
      return QStringLiteral("<i>W</i> ~ <i>N</i>(0, 2 / <i>C</i><sub>out</sub>)");
    case Initialization::Mean:
      return QStringLiteral("<i>W</i> = ½ (<i>W</i><sub>A</sub> + <i>W</i><sub>B</sub>)");
  }
  return {};
}

}  // namespace zipper
