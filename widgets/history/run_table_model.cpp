// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/run_table_model.h"

#include <QFont>
#include <QStringList>
#include <limits>

#include "core/network/task_names.h"
#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString countText(std::int64_t count) { return QString::fromStdString(withThousands(count)); }

QString layersText(const RunFigures& run) {
  const QString dash = QStringLiteral("–");
  return run.mergedLayers.empty() ? dash : QString::fromStdString(layersToString(run.mergedLayers)).replace('-', dash);
}

/// What the run's layers started from besides their initialization, a line for each way.
QString startsOf(const Session& session, const Run& run) {
  QStringList lines;
  for (const int index : run.steps) {
    const StepPlan& plan = session.steps[std::size_t(index)]->plan;
    if (plan.target.isFineTuning()) continue;
    const QString line = QStringLiteral("%1; %2").arg(initializationName(plan.settings.start.initialization),
                                                      besidesText(plan.settings.start, session.recipe.bnPolicy));
    if (!lines.contains(line)) lines << line;
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

void RunTableModel::setSession(const Session& session) {
  std::vector<RunFigures> runs;
  startTexts_.clear();
  for (const Run& run : runsOf(session)) {
    runs.push_back(figuresOf(session, run));
    startTexts_.push_back(startsOf(session, run));
  }
  std::vector<QString> titles;
  for (int t = 0; t < session.taskCount(); ++t) titles.push_back(titleOf(session, t));
  currentRun_ = session.current < 0 ? -1 : runNumbers(session)[std::size_t(session.current)];
  const bool named = !session.runNotes.empty();
  if (runs.size() < runs_.size() || titles != taskTitles_ || named != named_) {
    beginResetModel();
    named_ = named;
    runs_ = std::move(runs);
    taskTitles_ = std::move(titles);
    return endResetModel();
  }
  const auto known = runs_.size();
  if (runs.size() > known) {
    beginInsertRows({}, int(known), int(runs.size()) - 1);
    runs_ = std::move(runs);
    endInsertRows();
  } else {
    runs_ = std::move(runs);
  }
  if (known > 0) Q_EMIT dataChanged(index(0, 0), index(int(known) - 1, columnCount() - 1));
}

QVariant RunTableModel::more(int row, int, int role) const {
  const RunFigures& run = at(row);
  switch (role) {
    case Qt::FontRole: {
      QFont font;
      font.setBold(true);
      return run.number == currentRun_ ? font : QVariant();
    }
    case TipRole:
      return run.tip;
    case RunRole:
      return run.number;
    default:
      return {};
  }
}

QString RunTableModel::text(int row, int column) const {
  const RunFigures& run = at(row);
  if (column == Number) {
    const QString number = tr("Run %1").arg(run.number + 1);
    return run.name.isEmpty() ? number : QStringLiteral("%1 · %2").arg(number, run.name);
  }
  if (column == nameColumn()) return run.name;
  if (column == notesColumn()) return run.notes.section('\n', 0, 0);
  if (column == Strategy) return strategyText(run.strategy);
  if (column == Layers) return layersText(run);
  if (column == Iterations) return countText(run.iterations);
  if (column == differenceColumn()) return run.mark + differenceText(run.difference);
  if (column == parametersColumn()) return countText(run.parameters);
  if (column == timeColumn()) return QString::fromStdString(durationText(run.seconds));
  return run.mark + top1Text(run.top1[std::size_t(column - FirstTask)]);
}

QVariant RunTableModel::raw(int row, int column) const {
  const RunFigures& run = at(row);
  if (column == Number) return run.number + 1;
  if (column == Strategy) {
    QStringList parts;
    for (const StrategyPart& part : run.strategy) {
      const QString name = QString::fromStdString(toString(part.initialization));
      const QString layers = QString::fromStdString(layersToString(part.layers));
      parts << (run.strategy.size() == 1 ? name : QStringLiteral("%1:%2").arg(name, layers));
    }
    return parts.join(QLatin1Char(' '));
  }
  if (column == Layers) return QString::fromStdString(layersToString(run.mergedLayers));
  if (column == Iterations) return qlonglong(run.iterations);
  // What is copied doesn't say that it is of a sample: that is unknown there.
  if (isScore(column) && !run.mark.isEmpty()) return std::numeric_limits<double>::quiet_NaN();
  if (column == differenceColumn()) return run.difference;
  if (column == parametersColumn()) return qlonglong(run.parameters);
  if (column == timeColumn()) return run.seconds;
  if (column == nameColumn()) return run.name;
  if (column == notesColumn()) return run.notes;
  return run.top1[std::size_t(column - FirstTask)];
}

QString RunTableModel::toolTip(int row, int column) const {
  const RunFigures& run = at(row);
  if (column == notesColumn() || (column == Number && !run.notes.isEmpty())) return run.notes;
  if (column == Number && run.number == currentRun_) return tr("The session stands on this run.");
  if (column == Layers) return tr("%n layer(s) merged", nullptr, int(run.mergedLayers.size()));
  if (isScore(column) && !run.mark.isEmpty()) return sampleMarkHelp();
  return column == Strategy ? startTexts_.at(std::size_t(run.number)) : QString();
}

style::ColumnHeader RunTableModel::header(int column) const {
  if (column == Number)
    return {tr("Run"), tr("Runs in the order in which they were begun; bold: the one the session stands on."),
            QStringLiteral("run")};
  if (column == Strategy)
    return {tr("Strategy"), tr("How the run's merging steps initialized the shared weights."),
            QStringLiteral("strategy")};
  if (column == Layers)
    return {tr("Layers"), tr("Layers that are merged at the end of the run, in the order of merging."),
            QStringLiteral("layers")};
  if (column == Iterations)
    return {tr("Iter."), tr("Calibration iterations of all steps from the teachers to the end of the run."),
            QStringLiteral("iterations")};
  if (column == differenceColumn())
    return {tr("Δ points"),
            tr("Mean top-1 over the tasks at the end of the run minus that of the teachers, in percentage points."),
            QStringLiteral("top1_difference")};
  if (column == parametersColumn())
    return {tr("Params"), tr("Trainable parameters of the merged network, all tasks together."),
            QStringLiteral("parameters")};
  if (column == timeColumn())
    return {tr("Time"), tr("Duration of all steps from the teachers to the end of the run."),
            QStringLiteral("seconds")};
  if (column == nameColumn()) return {tr("Name"), tr("What the run is called."), QStringLiteral("name")};
  if (column == notesColumn())
    return {tr("Notes"), tr("What was noted of the run; F2 edits it."), QStringLiteral("notes")};
  return taskHeader(column - FirstTask);
}

style::ColumnHeader RunTableModel::taskHeader(int task) const {
  return {tr("Top-1 %1").arg(taskLetter(task)),
          tr("Top-1 on the test images of task %1 at the end of the run.").arg(taskTitles_[std::size_t(task)]),
          style::unchanged("top1_" + taskName(task))};
}

}  // namespace zipper
