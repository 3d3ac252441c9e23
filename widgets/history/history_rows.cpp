// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_rows.h"

#include <QCoreApplication>

#include "core/session/run_tree.h"
#include "core/support/text_format.h"
#include "widgets/history/history_figures.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// Translators find these texts with those of the model.
struct HistoryTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::HistoryModel)
};

QString iterationsText(std::size_t count) { return QString::fromStdString(withThousands(std::int64_t(count))); }

/// One mark for both.
QString beforeAfterOf(const StepResult& step, int task) {
  const Scores &before = knownInitialized(step), &after = knownCalibrated(step);
  const QString text = beforeAfterText(top1Of(before, task), top1Of(after, task));
  return sampleMark(areOfSample(before) ? before : after) + text;
}

QString withMarkHelp(const QString& sentence, const Scores& scores) {
  return areOfSample(scores) ? QStringLiteral("%1 %2").arg(sentence, sampleMarkHelp()) : sentence;
}

QString timeText(double seconds) { return QString::fromStdString(durationText(seconds)); }

}  // namespace

style::ColumnHeader HistoryRows::header(HistoryColumn column) const {
  switch (column.what) {
    case HistoryColumn::Step:
      return {HistoryTexts::tr("Step"),
              HistoryTexts::tr("The layer that the step merged, or fine-tuning of all layers."),
              {}};
    case HistoryColumn::Initialization:
      return {HistoryTexts::tr("Init."), HistoryTexts::tr("How the shared weights got their first values."), {}};
    case HistoryColumn::Iterations:
      return {HistoryTexts::tr("Iter."), HistoryTexts::tr("Calibration iterations that were run."), {}};
    case HistoryColumn::Difference:
      return {HistoryTexts::tr("Δ points"),
              HistoryTexts::tr(
                  "Mean top-1 over the tasks, after the step, minus that of the teachers, in percentage points."),
              {}};
    case HistoryColumn::Time:
      return {HistoryTexts::tr("Time"), HistoryTexts::tr("Duration of the step, evaluation included."), {}};
    case HistoryColumn::Top1:
      break;
  }
  return {HistoryTexts::tr("Top-1 %1").arg(taskLetter(column.task)),
          HistoryTexts::tr("Share of the test images of task %1 whose class is the network's first choice: after "
                           "initializing → after calibrating.")
              .arg(titleOf(session_, column.task)),
          {}};
}

QString HistoryRows::ofTeachers(HistoryColumn column) const {
  if (column.what == HistoryColumn::Step) return HistoryTexts::tr("Teachers");
  const Scores& scores = knownTeachers(session_);
  return column.what == HistoryColumn::Top1 ? sampleMark(scores) + top1Text(top1Of(scores, column.task)) : QString();
}

QString HistoryRows::runTitle(int run, const std::vector<int>& own) const {
  const int from = at(own.front()).parent;
  const QString title = zipper::runTitle(session_, run);
  if (from >= 0)
    return HistoryTexts::tr("%1, after %2 of run %3")
        .arg(title, stepTitle(at(from).plan.target))
        .arg(numbers_[std::size_t(from)] + 1);
  return run == 0 ? title : HistoryTexts::tr("%1, from the teachers").arg(title);
}

QString HistoryRows::differenceOf(const Scores& scores) const {
  return sampleMark(scores) + differenceText(differenceToTeachers(scores, teachersBeside(session_, scores)));
}

QString HistoryRows::ofRun(int run, const std::vector<int>& own, HistoryColumn column) const {
  std::size_t iterations = 0;
  double seconds = 0;
  for (const int step : own) {
    iterations += at(step).curve.rows();
    seconds += at(step).seconds;
  }
  const Scores& last = knownCalibrated(at(own.back()));
  switch (column.what) {
    case HistoryColumn::Step:
      return runTitle(run, own);
    case HistoryColumn::Initialization:
      return {};
    case HistoryColumn::Iterations:
      return iterationsText(iterations);
    case HistoryColumn::Top1:
      return sampleMark(last) + top1Text(top1Of(last, column.task));
    case HistoryColumn::Difference:
      return differenceOf(last);
    case HistoryColumn::Time:
      return timeText(seconds);
  }
  return {};
}

QString HistoryRows::ofStep(int step, HistoryColumn column) const {
  const StepResult& result = at(step);
  switch (column.what) {
    case HistoryColumn::Step:
      return stepTitle(result.plan.target);
    case HistoryColumn::Initialization:
      return result.plan.target.mergesLayer() ? initializationName(result.plan.settings.start.initialization)
                                              : QStringLiteral("–");
    case HistoryColumn::Iterations:
      return iterationsText(result.curve.rows());
    case HistoryColumn::Top1:
      return beforeAfterOf(result, column.task);
    case HistoryColumn::Difference:
      return differenceOf(knownCalibrated(result));
    case HistoryColumn::Time:
      return timeText(result.seconds);
  }
  return {};
}

QString HistoryRows::toolTipOfTeachers() const {
  return withMarkHelp(HistoryTexts::tr("The networks as they were loaded: nothing is merged."),
                      knownTeachers(session_));
}

QString HistoryRows::toolTipOfRun(int run, const std::vector<int>& own) const {
  const QString notes = style::shownLines(style::unchanged(noteOf(session_, run).notes));
  const QString text = (notes.isEmpty() ? QString() : notes + QStringLiteral("\n\n")) +
                       HistoryTexts::tr(
                           "%1. Its figures are those of its last step; iterations and time are the sums of the steps "
                           "below. The check box shows the run in the curves.")
                           .arg(runTitle(run, own));
  return withMarkHelp(text, knownCalibrated(at(own.back())));
}

QString HistoryRows::settingsOf(int step) const {
  const StepPlan& plan = at(step).plan;
  const CalibrationSettings& settings = plan.settings.calibration;
  const QString calibration = HistoryTexts::tr("%Ln iteration(s) with %1 images per task; %2, %3 learning rate %4",
                                               nullptr, settings.iterations)
                                  .arg(settings.batchSize)
                                  .arg(optimizerName(settings.optimizer), scheduleName(settings.schedule),
                                       QString::fromStdString(shortestNumber(settings.learningRate)));
  if (plan.target.isFineTuning()) return withMarkHelp(calibration, knownCalibrated(at(step)));
  const QString text = HistoryTexts::tr("Initialization %1; %2. %3")
                           .arg(initializationName(plan.settings.start.initialization),
                                besidesText(plan.settings.start, session_.recipe.bnPolicy), calibration);
  const bool before = areOfSample(knownInitialized(at(step)));
  return withMarkHelp(text, before ? knownInitialized(at(step)) : knownCalibrated(at(step)));
}

}  // namespace zipper
