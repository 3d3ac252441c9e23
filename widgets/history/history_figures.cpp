// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_figures.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/report/text_format.h"

namespace zipper {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
const QString dash = QStringLiteral("–");

/// Where this file's texts are found by translators.
struct Texts {
  Q_DECLARE_TR_FUNCTIONS(HistoryFigures)
};

void addOnce(std::vector<Initialization>& all, Initialization one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

double top1Of(const Scores& scores, int task) {
  return std::size_t(task) < scores.size() ? scores[std::size_t(task)].top1 : unknown;
}

double differenceToTeachers(const Scores& scores, const Scores& teachers) {
  if (scores.empty() || scores.size() != teachers.size()) return unknown;
  return meanTop1(scores) - meanTop1(teachers);
}

QString stepName(const StepResult& step) {
  return step.plan.layer > 0 ? Texts::tr("layer %1").arg(step.plan.layer) : Texts::tr("fine-tuning");
}

QString top1Text(double top1) { return std::isnan(top1) ? dash : QString::fromStdString(percentText(top1)); }

QString beforeAfterText(double before, double after) {
  if (std::isnan(before) && std::isnan(after)) return dash;
  const QString from = std::isnan(before) ? dash : QString::fromStdString(fixedNumber(100 * before, 2));
  return QStringLiteral("%1 → %2").arg(from, top1Text(after));
}

QString differenceText(double difference) {
  if (std::isnan(difference)) return dash;
  return QString::fromStdString(pointsText(difference)).chopped(int(std::strlen(" points")));  // the header says so
}

RunFigures figuresOf(const Session& session, const Run& run) {
  RunFigures figures;
  figures.number = run.number;
  figures.tip = run.steps.empty() ? -1 : run.steps.back();
  Scores last;
  int trunk = 0;
  for (const int index : run.steps) {
    const StepResult& step = *session.steps[std::size_t(index)];
    if (step.plan.layer > 0) addOnce(figures.initializations, step.plan.settings.initialization);
    figures.mergedLayers = step.mergedLayers;
    trunk = step.trunk;
    figures.iterations += std::int64_t(step.curve.rows());
    figures.seconds += step.seconds;
    last = step.calibrated;
  }
  for (int t = 0; t < session.taskCount(); ++t) figures.top1.push_back(top1Of(last, t));
  figures.difference = differenceToTeachers(last, session.teacherScores);
  figures.parameters =
      mergeCost(session.specs(), figures.mergedLayers, session.recipe.bnPolicy, trunk).mergedParameters;
  return figures;
}

QString strategyText(const RunFigures& run) {
  if (run.initializations.empty()) return dash;
  return run.initializations.size() == 1 ? initializationName(run.initializations.front()) : Texts::tr("mixed");
}

}  // namespace zipper
