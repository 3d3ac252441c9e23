// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_figures.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/network/merge_cost.h"
#include "core/session/run_tree.h"
#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
const QString dash = QStringLiteral("–");

/// Where this file's texts are found by translators.
struct HistoryFiguresTexts {
  Q_DECLARE_TR_FUNCTIONS(HistoryFigures)
};

/// "mean (layers 1–6)"
QString partText(const StrategyPart& part) {
  const QString name = initializationName(part.initialization);
  if (part.layers.size() == 1) return HistoryFiguresTexts::tr("%1 (layer %2)").arg(name).arg(part.layers.front());
  const QString layers = QString::fromStdString(layersToString(part.layers));
  return HistoryFiguresTexts::tr("%1 (layers %2)").arg(name, QString(layers).replace('-', dash));
}

}  // namespace

QString runTitle(const Session& session, int number) {
  const QString title = HistoryFiguresTexts::tr("Run %1").arg(number + 1),
                name = style::shown(noteOf(session, number).name);
  return name.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, name);
}

double top1Of(const Scores& scores, int task) {
  return std::size_t(task) < scores.size() ? scores[std::size_t(task)].top1 : unknown;
}

QString titleOf(const Session& session, int task) {
  const auto& sources = session.recipe.sources;
  const auto t = std::size_t(task);
  return taskTitle(task, t < sources.size() ? style::shown(nameOf(sources[t])) : QString());
}

double differenceToTeachers(const Scores& scores, const Scores& teachers) {
  if (scores.empty() || scores.size() != teachers.size()) return unknown;
  return meanTop1(scores) - meanTop1(teachers);
}

QString sampleMark(const Scores& scores) { return areOfSample(scores) ? QStringLiteral("≈ ") : QString(); }

QString sampleMarkHelp() {
  return HistoryFiguresTexts::tr(
      "What stands behind ≈ was scored on a sample of the test images; the rest is scored when nothing else runs.");
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
  const RunNote& note = noteOf(session, run.number);
  figures.name = style::shown(note.name);
  figures.notes = style::shownLines(style::unchanged(note.notes));
  figures.tip = run.steps.empty() ? -1 : run.steps.back();
  Scores last;
  int trunk = 0;
  std::vector<StepPlan> plans;
  for (const int index : run.steps) {
    const StepResult& step = *session.steps[std::size_t(index)];
    plans.push_back(step.plan);
    figures.mergedLayers = step.mergedLayers;
    trunk = step.trunk;
    figures.iterations += std::int64_t(step.curve.rows());
    figures.seconds += step.seconds;
    last = knownCalibrated(step);
  }
  figures.strategy = strategyParts(plans);
  for (int t = 0; t < session.taskCount(); ++t) figures.top1.push_back(top1Of(last, t));
  figures.mark = sampleMark(last);
  figures.difference = differenceToTeachers(last, teachersBeside(session, last));
  figures.parameters =
      mergeCost(session.specs(), Sharing(figures.mergedLayers, session.recipe.bnPolicy, trunk)).mergedParameters;
  return figures;
}

QString strategyText(const std::vector<StrategyPart>& parts) {
  constexpr std::size_t mostParts = 3;
  if (parts.empty()) return dash;
  if (parts.size() > mostParts) {
    QStringList names;
    for (const StrategyPart& part : parts)
      if (!names.contains(initializationName(part.initialization))) names << initializationName(part.initialization);
    return HistoryFiguresTexts::tr("mixed: %1").arg(names.join(QStringLiteral(", ")));
  }
  QString text = parts.size() == 1 ? initializationName(parts.front().initialization) : partText(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    text = HistoryFiguresTexts::tr("%1, then %2")
               .arg(text, last ? initializationName(parts[i].initialization) : partText(parts[i]));
  }
  return text;
}

}  // namespace zipper
