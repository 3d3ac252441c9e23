// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/text_format.h"
#include "widgets/history/history_figures.h"
#include "widgets/history/history_model.h"

namespace zipper {

namespace {

QString countText(std::size_t count) { return QString::fromStdString(withThousands(std::int64_t(count))); }

QString settingsText(const StepPlan& plan, BnPolicy policy) {
  const CalibrationSettings& settings = plan.settings.calibration;
  const QString calibration = HistoryModel::tr("%Ln iteration(s) with %1 images per task; %2, %3 learning rate %4",
                                               nullptr, settings.iterations)
                                  .arg(settings.batchSize)
                                  .arg(optimizerName(settings.optimizer), scheduleName(settings.schedule),
                                       QString::fromStdString(shortestNumber(settings.learningRate)));
  if (plan.layer == 0) return calibration;
  return HistoryModel::tr("Initialization %1; %2. %3")
      .arg(initializationName(plan.settings.initialization), besidesText(plan.settings, policy), calibration);
}

}  // namespace

QString HistoryModel::text(const QModelIndex& index) const {
  switch (markOf(index)) {
    case Mark::Teachers:
      return teachersText(index.column());
    case Mark::Run:
      return runText(runOf(index), index.column());
    default:
      return stepText(stepOf(index), index.column());
  }
}

QString HistoryModel::teachersText(int column) const {
  if (column == Step) return tr("Teachers");
  if (column < FirstTask || column >= differenceColumn()) return {};
  return top1Text(top1Of(session_.teacherScores, column - FirstTask));
}

QString HistoryModel::runTitle(int run) const {
  const int from = stepAt(runs_[std::size_t(run)].front()).parent;
  if (from >= 0)
    return tr("Run %1, after %2 of run %3")
        .arg(run + 1)
        .arg(stepName(stepAt(from)))
        .arg(numbers_[std::size_t(from)] + 1);
  return run == 0 ? tr("Run 1") : tr("Run %1, from the teachers").arg(run + 1);
}

QString HistoryModel::runText(int run, int column) const {
  const OwnSteps& own = runs_[std::size_t(run)];
  if (column == Step) return runTitle(run);
  if (column == Initialization) return {};
  if (column == Iterations || column == timeColumn()) {
    std::size_t iterations = 0;
    double seconds = 0;
    for (const int step : own) {
      iterations += stepAt(step).curve.rows();
      seconds += stepAt(step).seconds;
    }
    return column == Iterations ? countText(iterations) : QString::fromStdString(durationText(seconds));
  }
  const Scores& last = stepAt(own.back()).calibrated;
  if (column == differenceColumn()) return differenceText(differenceToTeachers(last, session_.teacherScores));
  return top1Text(top1Of(last, column - FirstTask));
}

QString HistoryModel::stepText(int step, int column) const {
  const StepResult& result = stepAt(step);
  if (column == Step) return stepName(result);
  if (column == Initialization)
    return result.plan.layer > 0 ? initializationName(result.plan.settings.initialization) : QStringLiteral("–");
  if (column == Iterations) return countText(result.curve.rows());
  if (column == timeColumn()) return QString::fromStdString(durationText(result.seconds));
  if (column == differenceColumn())
    return differenceText(differenceToTeachers(result.calibrated, session_.teacherScores));
  const int task = column - FirstTask;
  return beforeAfterText(top1Of(result.initialized, task), top1Of(result.calibrated, task));
}

QString HistoryModel::toolTip(const QModelIndex& index) const {
  switch (markOf(index)) {
    case Mark::Teachers:
      return tr("The networks as they were loaded: nothing is merged.");
    case Mark::Run:
      return tr("%1. Its figures are those of its last step; iterations and time are the sums of the steps below. The "
                "check box shows the run in the curves.")
          .arg(runTitle(runOf(index)));
    case Mark::Current:
      return tr("The session stands here. %1").arg(settingsText(stepAt(stepOf(index)).plan, session_.recipe.bnPolicy));
    case Mark::OnPath:
      return tr("On the way to the current step. %1")
          .arg(settingsText(stepAt(stepOf(index)).plan, session_.recipe.bnPolicy));
    case Mark::Aside:
      return tr("Not on the way to the current step. %1")
          .arg(settingsText(stepAt(stepOf(index)).plan, session_.recipe.bnPolicy));
  }
  return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (section >= Iterations ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const bool title = role == Qt::DisplayRole;
  if (section == Step) return title ? tr("Step") : tr("The layer that the step merged, or fine-tuning of all layers.");
  if (section == Initialization) return title ? tr("Init.") : tr("How the shared weights got their first values.");
  if (section == Iterations) return title ? tr("Iter.") : tr("Calibration iterations that were run.");
  if (section == differenceColumn())
    return title ? tr("Δ points")
                 : tr("Mean top-1 over the tasks, after the step, minus that of the teachers, in percentage points.");
  if (section == timeColumn()) return title ? tr("Time") : tr("Duration of the step, evaluation included.");
  const QString task = taskLetter(section - FirstTask);
  return title
             ? tr("Top-1 %1").arg(task)
             : tr("Share of the test images of task %1 whose class is the network's first choice: after initializing → "
                  "after calibrating.")
                   .arg(task);
}

}  // namespace zipper
