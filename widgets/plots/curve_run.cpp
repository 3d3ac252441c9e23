// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_run.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace zipper::plots {

namespace {

struct RunTexts {
  Q_DECLARE_TR_FUNCTIONS(CurveRun)
};

}  // namespace

QString runName(const CurveRun& run) {
  return run.name.isEmpty() ? RunTexts::tr("Run %1").arg(run.number + 1) : run.name;
}

QString runBadge(const CurveRun& run) {
  const QRegularExpressionMatch match = QRegularExpression("\\d+").match(run.name);
  return match.hasMatch() ? match.captured() : QString::number(run.number + 1);
}

QString runKey(const CurveRun& run) { return QString("run/%1").arg(run.number); }

}  // namespace zipper::plots
