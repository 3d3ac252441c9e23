// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparison_table.h"

#include <QHeaderView>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString number(double value) { return QString::fromStdString(fixedNumber(100 * value, 2)); }

QString percent(double share) { return QString::fromStdString(percentText(share)); }

QString points(double difference) { return QString::fromStdString(pointsText(difference)); }

}  // namespace

ComparisonTable::ComparisonTable(QWidget* parent) : QTreeWidget(parent) {
  setObjectName("comparisonTable");
  setAccessibleName(tr("Results"));
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setAlternatingRowColors(true);
  setColumns({});
}

QString ComparisonTable::percentSpread(const Spread& spread) {
  if (spread.count == 0) return QStringLiteral("–");
  if (spread.count == 1) return percent(spread.mean);
  return QStringLiteral("%1 ± %2").arg(number(spread.mean), style::withPercent(number(spread.deviation)));
}

QString ComparisonTable::reached(const Spread& iterations, const Spread& seconds, int runs) {
  if (iterations.count == 0) return QStringLiteral("–");
  const QString text =
      QStringLiteral("%1 · %2").arg(QString::fromStdString(withThousands(std::llround(iterations.mean))),
                                    QString::fromStdString(durationText(seconds.mean)));
  return iterations.count == runs ? text : tr("%1 (%2 of %3)").arg(text).arg(iterations.count).arg(runs);
}

void ComparisonTable::setColumns(const QStringList& tasks) {
  QStringList titles{tr("Strategy"), tr("Mean top-1")},
      tips{QString(), tr("At the end of the run, on the test images.")};
  for (int task = 0; task < tasks.size(); ++task) {
    titles << tr("Top-1 %1").arg(taskLetter(task));
    tips << taskTitle(task, tasks[task]);
  }
  titles << tr("Difference") << tr("Within 1 point") << tr("Within 2 points") << tr("Iterations") << tr("Time")
         << tr("Besides");
  tips << tr("Of the mean top-1 to that of the teachers.")
       << tr("Iterations and time until all layers were merged and the mean top-1 was at most 1 point below the "
             "teachers'.")
       << tr("Iterations and time until all layers were merged and the mean top-1 was at most 2 points below the "
             "teachers'.")
       << tr("Of the whole run.") << tr("Of the whole run, evaluation included.")
       << tr("What the run's layers started from besides the initialization. Runs differ in their initialization alone "
             "only where this is the same.");
  setColumnCount(int(titles.size()));
  setHeaderLabels(titles);
  for (int column = 0; column < titles.size(); ++column) {
    headerItem()->setToolTip(column, tips[column]);
    if (column > 0 && column + 1 < titles.size())
      headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  }
  header()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void ComparisonTable::addRow(const QStringList& texts) {
  auto* row = new QTreeWidgetItem(texts);
  const int besides = columnCount() - 1;  // words, to the left as the name
  for (int column = 1; column < texts.size() && column < besides; ++column)
    row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  addTopLevelItem(row);
}

void ComparisonTable::setComparison(const Comparison& comparison) {
  clear();
  const Scores& teachers = comparison.teacherScores;
  const std::vector<StrategyFigures> strategies = strategyFigures(comparison);
  QStringList tasks;
  for (const TaskSource& source : comparison.recipe.sources) tasks << style::shown(nameOf(source));
  std::size_t scored = teachers.size();
  for (const StrategyFigures& figures : strategies) scored = std::max(scored, figures.top1.size());
  while (std::size_t(tasks.size()) < scored) tasks << QString();
  setColumns(tasks);
  if (!teachers.empty()) {
    QStringList texts{tr("teachers"), percent(meanTop1(teachers))};
    for (const Score& score : teachers) texts << percent(score.top1);
    addRow(texts);
  }
  for (const StrategyFigures& figures : strategies) {
    QStringList texts{strategyTitle(figures.strategy.name), percentSpread(figures.meanTop1)};
    for (const Spread& task : figures.top1) texts << percentSpread(task);
    texts << points(figures.meanTop1.mean - meanTop1(teachers))
          << reached(figures.iterationsWithin1, figures.secondsWithin1, figures.runs)
          << reached(figures.iterationsWithin2, figures.secondsWithin2, figures.runs)
          << QString::fromStdString(withThousands(std::llround(figures.iterations.mean)))
          << QString::fromStdString(durationText(figures.seconds.mean))
          << (figures.strategy.naive ? QString() : besidesText(figures.strategy.start, comparison.recipe.bnPolicy));
    addRow(texts);
  }
}

}  // namespace zipper
