// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/terms.h"

#include <QCoreApplication>

#include "core/network/mobilenet_spec.h"

namespace zipper {

namespace {

struct Terms {
  Q_DECLARE_TR_FUNCTIONS(Terms)
};

}  // namespace

QString initializationName(Initialization initialization) {
  switch (initialization) {
    case Initialization::FromA:
      return Terms::tr("from A");
    case Initialization::FromB:
      return Terms::tr("from B");
    case Initialization::Random:
      return Terms::tr("random");
    case Initialization::Mean:
      return Terms::tr("mean");
    case Initialization::LeastSquares:
      return Terms::tr("least squares");
  }
  return {};
}

QString alignmentName(Alignment alignment) {
  switch (alignment) {
    case Alignment::None:
      return Terms::tr("none");
    case Alignment::Weights:
      return Terms::tr("weights");
    case Alignment::Activations:
      return Terms::tr("activations");
    case Alignment::Mergeability:
      return Terms::tr("mergeability");
  }
  return {};
}

QString taskLetter(int task) { return QString::fromStdString(taskName(task)).toUpper(); }

}  // namespace zipper
