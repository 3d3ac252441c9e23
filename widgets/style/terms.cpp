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
  }
  return {};
}

QString taskLetter(int task) { return QString::fromStdString(taskName(task)).toUpper(); }

}  // namespace zipper
