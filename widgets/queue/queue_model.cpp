// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/queue/queue_model.h"

#include <QFont>
#include <algorithm>

#include "core/support/text_format.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString layersOfPlan(const Recipe& recipe) {
  const std::vector<int> layers = plannedLayers(recipe);
  if (layers.empty()) return QueueModel::tr("no layer");
  const QString numbers = QString::fromStdString(layersToString(layers)).replace(u'-', QStringLiteral("–"));
  return QueueModel::tr("layers %1").arg(numbers);
}

/// Of the steps that merge; nothing if they differ.
const StepSettings* commonSettings(const Recipe& recipe) {
  const StepSettings* common = nullptr;
  for (const StepPlan& step : recipe.steps) {
    if (!step.target.mergesLayer()) continue;
    if (common != nullptr && common->start.initialization != step.settings.start.initialization) return nullptr;
    if (common == nullptr) common = &step.settings;
  }
  return common;
}

int iterationsOfFineTuning(const Recipe& recipe) {
  int iterations = 0;
  for (const StepPlan& step : recipe.steps)
    if (step.target.isFineTuning()) iterations += step.settings.calibration.iterations;
  return iterations;
}

QString stateText(QueueRow::State state) {
  switch (state) {
    case QueueRow::State::Waiting:
      return QueueModel::tr("waits");
    case QueueRow::State::Running:
      return QueueModel::tr("runs");
    case QueueRow::State::Paused:
      return QueueModel::tr("paused");
    case QueueRow::State::Done:
      return QueueModel::tr("done");
    case QueueRow::State::Failed:
      return QueueModel::tr("failed");
    case QueueRow::State::Skipped:
      return QueueModel::tr("skipped");
  }
  return {};
}

}  // namespace

QString recipeSummary(const Recipe& recipe) {
  QStringList parts{layersOfPlan(recipe)};
  if (const StepSettings* settings = commonSettings(recipe)) {
    parts << initializationName(settings->start.initialization)
          << QueueModel::tr("%Ln iteration(s)", nullptr, settings->calibration.iterations);
  } else if (!plannedLayers(recipe).empty()) {
    parts << QueueModel::tr("several initializations");
  }
  if (const int iterations = iterationsOfFineTuning(recipe); iterations > 0)
    parts << QueueModel::tr("fine-tuning %1").arg(QString::fromStdString(withThousands(iterations)));
  parts << QueueModel::tr("seed %1").arg(recipe.seed);
  return parts.join(QStringLiteral("; "));
}

QString recipeSettings(const Recipe& recipe) {
  QStringList lines{recipeSummary(recipe)};
  const StepSettings* settings = commonSettings(recipe);
  if (settings == nullptr) settings = &recipe.defaults;
  lines << besidesText(settings->start, recipe.bnPolicy);
  const CalibrationSettings& calibration = settings->calibration;
  lines << QueueModel::tr("%1 images per task and iteration; %2, %3 learning rate %4")
               .arg(calibration.batchSize)
               .arg(optimizerName(calibration.optimizer), scheduleName(calibration.schedule),
                    QString::fromStdString(shortestNumber(calibration.learningRate)));
  return lines.join(u'\n');
}

QString estimateText(double seconds) {
  return seconds < 0 ? QueueModel::tr("unknown yet")
                     : QueueModel::tr("about %1").arg(QString::fromStdString(roughDuration(seconds)));
}

void QueueModel::setRows(std::vector<QueueRow> rows) {
  const bool resets = rows.size() != rows_.size();
  if (resets) beginResetModel();
  rows_ = std::move(rows);
  if (resets) return endResetModel();
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

style::ColumnHeader QueueModel::header(int column) const {
  switch (column) {
    case Place:
      return {QStringLiteral("#"), tr("The order in which they are run."), QStringLiteral("place")};
    case Name:
      return {tr("Name"), tr("What the run will be called in the history."), QStringLiteral("name")};
    case Summary:
      return {tr("Recipe"), tr("What it does; at length in the tool tip."), QStringLiteral("recipe")};
    case Time:
      return {tr("Time"),
              tr("About how long it will take, estimated from what was measured on this machine; what it took, once it "
                 "is done."),
              QStringLiteral("seconds")};
    default:
      return {tr("State"), tr("Whether it waits, runs, or what came of it."), QStringLiteral("state")};
  }
}

QString QueueModel::text(int row, int column) const {
  const QueueRow& entry = rows_[std::size_t(row)];
  switch (column) {
    case Place:
      return QString::number(row + 1);
    case Name:
      return entry.name.isEmpty() ? QStringLiteral("–") : style::shown(entry.name);
    case Summary:
      return entry.summary;
    case Time:
      if (entry.state == QueueRow::State::Done) return QString::fromStdString(durationText(entry.seconds));
      if (entry.isDone()) return QStringLiteral("–");
      return entry.state == QueueRow::State::Waiting || entry.seconds < 0
                 ? estimateText(entry.seconds)
                 : tr("%1 left", "about 4 min").arg(estimateText(entry.seconds));
    default:
      return entry.message.isEmpty() ? stateText(entry.state)
                                     : tr("%1: %2", "state: why").arg(stateText(entry.state), entry.message);
  }
}

QVariant QueueModel::raw(int row, int column) const {
  const QueueRow& entry = rows_[std::size_t(row)];
  if (column == Place) return row + 1;
  if (column == Time) return entry.seconds;
  return text(row, column);
}

QString QueueModel::toolTip(int row, int column) const {
  const QueueRow& entry = rows_[std::size_t(row)];
  if (column == Summary) return entry.settings;
  if (column == State && !entry.message.isEmpty()) return entry.message;
  return column == State && entry.hasResult ? tr("Enter or a double click goes to its last step.") : QString();
}

QVariant QueueModel::more(int row, int, int role) const {
  const QueueRow::State state = rows_[std::size_t(row)].state;
  if (role != Qt::FontRole || (state != QueueRow::State::Running && state != QueueRow::State::Paused)) return {};
  QFont font;
  font.setBold(true);
  return font;
}

}  // namespace zipper
