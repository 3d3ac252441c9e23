// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accuracy/accuracy_content.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>
#include <utility>

#include "core/analysis/proportion.h"
#include "core/network/task_names.h"
#include "core/support/csv_field.h"
#include "core/support/text_format.h"
#include "widgets/style/percent.h"
#include "widgets/style/task_cues.h"

namespace zipper::plots {

namespace {

const char* const teachersKey = "teachers";
const char* const beforeKey = "initialized";

struct AccuracyFigure {
  Q_DECLARE_TR_FUNCTIONS(AccuracyFigure)
};

QString taskKey(int task) { return QString("task/%1").arg(task); }

SeriesStyle styleOf(const AccuracyData& data, const CurveRun& run, int task, const QPalette& palette) {
  const SeriesId id{Quantity::Top1, task};
  if (!data.showsMany()) return styleInOneRun(id, palette);
  SeriesStyle style = styleInManyRuns(id, run.number, run.current, palette);
  style.dashes = style::taskDash(task);  // the runs have taken the colours
  return style;
}

const Score* scoreOf(const Scores& scores, int task) {
  return std::size_t(task) < scores.size() ? &scores[std::size_t(task)] : nullptr;
}

QString top1Percent(double share) { return style::percent(share, 2); }

QString countText(std::int64_t images) { return QString::fromStdString(withThousands(images)); }

/// "90.12 %", "90.12 % of 1,000 images"
QString scoreText(const Score& score) {
  if (score.drawnFrom == 0) return top1Percent(score.top1);
  return AccuracyFigure::tr("%1 of %2 images").arg(top1Percent(score.top1), countText(score.images));
}

ScoreLine lineOf(const AccuracyData& data, std::size_t index, int task, const HiddenKeys& hidden,
                 const QPalette& palette) {
  const CurveRun& run = data.runs[index];
  ScoreLine line{index, styleOf(data, run, task, palette), {}};
  if (const Score* teacher = scoreOf(data.teachers, task)) line.points.push_back({0, 100 * teacher->top1, true, false});
  for (const auto& step : run.steps) {
    const double merged = double(step->mergedLayers.size());
    const Score* before = scoreOf(knownInitialized(*step), task);
    const Score* after = scoreOf(knownCalibrated(*step), task);
    const bool finetuned = step->plan.target.isFineTuning();
    if (before != nullptr && !finetuned && hidden.count(beforeKey) == 0)
      line.points.push_back({merged, 100 * before->top1, false, false});
    if (after != nullptr) line.points.push_back({merged, 100 * after->top1, true, finetuned});
  }
  return line;
}

void addRow(const AccuracyData& data, const CurveRun& run, const StepResult& step, int task, const QPalette& palette,
            Readout& readout) {
  const Score* after = scoreOf(knownCalibrated(step), task);
  const StepTarget target = step.plan.target;
  const Score* before = target.isFineTuning() ? nullptr : scoreOf(knownInitialized(step), task);
  if (after == nullptr && before == nullptr) return;
  QString name = target.isFineTuning()
                     ? AccuracyFigure::tr("%1, fine-tuned").arg(taskLetter(task))
                     : AccuracyFigure::tr("%1, layer %2").arg(taskLetter(task)).arg(target.layerNumber());
  if (data.showsMany()) name = AccuracyFigure::tr("%1: %2").arg(runName(run), name);
  readout.rows.push_back({styleOf(data, run, task, palette), true, true, name,
                          after == nullptr ? QString() : scoreText(*after),
                          before == nullptr ? QString() : scoreText(*before)});
}

LegendEntry entryOf(const QString& key, const QString& text, const QString& description, const SeriesStyle& style,
                    const HiddenKeys& hidden) {
  LegendEntry entry;
  entry.key = key;
  entry.text = text;
  entry.description = description;
  entry.style = style;
  entry.shown = hidden.count(key) == 0;
  return entry;
}

LegendEntry taskEntry(const AccuracyData& data, int task, const HiddenKeys& hidden, const QPalette& palette) {
  SeriesStyle style = styleInOneRun({Quantity::Top1, task}, palette);
  if (data.showsMany()) {
    style.color = palette.color(QPalette::Text);
    style.dashes = style::taskDash(task);
  }
  const QString title = data.titles.value(task, taskLetter(task));
  return entryOf(taskKey(task), AccuracyFigure::tr("Task %1").arg(title),
                 AccuracyFigure::tr(
                     "Top-1 of task %1 after the calibration of each step; a point in a ring is one after fine-tuning")
                     .arg(title),
                 style, hidden);
}

/// Those of samples are no scores to hand on.
const Score* wholeScoreOf(const Scores& scores, int task) {
  return areOfSample(scores) ? nullptr : scoreOf(scores, task);
}

std::string share(const Score* score) { return score == nullptr ? std::string() : shortestNumber(score->top1); }

}  // namespace

int AccuracyData::taskCount() const {
  std::size_t tasks = teachers.size();
  for (const CurveRun& run : runs)
    for (const auto& step : run.steps)
      tasks = std::max({tasks, knownInitialized(*step).size(), knownCalibrated(*step).size()});
  return int(tasks);
}

bool AccuracyData::showsMany() const {
  return std::count_if(runs.begin(), runs.end(), [](const CurveRun& r) { return r.visible && !r.steps.empty(); }) > 1;
}

bool AccuracyData::hasSteps() const {
  return std::any_of(runs.begin(), runs.end(), [](const CurveRun& run) { return !run.steps.empty(); });
}

bool AccuracyData::hasScores() const {
  return std::any_of(runs.begin(), runs.end(), [](const CurveRun& run) {
    return std::any_of(run.steps.begin(), run.steps.end(), [](const auto& step) {
      return !knownInitialized(*step).empty() || !knownCalibrated(*step).empty();
    });
  });
}

std::vector<ScoreLine> scoreLinesOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette) {
  std::vector<ScoreLine> lines;
  for (const bool current : {false, true})  // the current run lies above the others
    for (std::size_t i = 0; i < data.runs.size(); ++i) {
      if (!data.runs[i].visible || data.runs[i].current != current) continue;
      for (int t = 0; t < data.taskCount(); ++t)
        if (hidden.count(taskKey(t)) == 0) lines.push_back(lineOf(data, i, t, hidden, palette));
    }
  return lines;
}

std::vector<TeacherLevel> teacherLevelsOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette) {
  std::vector<TeacherLevel> levels;
  if (hidden.count(teachersKey) > 0) return levels;
  for (int t = 0; t < int(data.teachers.size()); ++t) {
    if (hidden.count(taskKey(t)) > 0) continue;
    SeriesStyle style = styleInOneRun({Quantity::Top1, t}, palette);
    if (data.showsMany()) style.color = palette.color(QPalette::Text);
    const Score& score = data.teachers[std::size_t(t)];
    const QString mark = score.drawnFrom > 0 ? QStringLiteral("≈ ") : QString();
    const Proportion interval = top1Of(score);
    const bool counted = interval.images > 0;
    levels.push_back({style, 100 * score.top1,
                      AccuracyFigure::tr("%1 %2").arg(taskLetter(t), mark + top1Percent(score.top1)),
                      counted ? 100 * interval.low : 0, counted ? 100 * interval.high : 0});
  }
  return levels;
}

std::vector<LegendEntry> accuracyLegendOf(const AccuracyData& data, const HiddenKeys& hidden, const QPalette& palette) {
  std::vector<LegendEntry> entries;
  for (int t = 0; t < data.taskCount(); ++t) entries.push_back(taskEntry(data, t, hidden, palette));
  SeriesStyle neutral;
  neutral.color = palette.color(QPalette::Text);
  neutral.marker = 0;
  entries.push_back(entryOf(beforeKey, AccuracyFigure::tr("After initialization"),
                            AccuracyFigure::tr("Top-1 after the initialization of each step, before its calibration"),
                            neutral, hidden));
  entries.back().line = entries.back().filled = false;
  neutral.marker = -1;
  neutral.dashes = {7, 5};
  entries.push_back(entryOf(teachersKey, AccuracyFigure::tr("Teachers"),
                            AccuracyFigure::tr("Top-1 of the trained networks as loaded; the bands are their 95 % "
                                               "intervals, within which a difference may be chance"),
                            neutral, hidden));
  if (data.runs.size() < 2) return entries;
  const std::size_t before = entries.size();
  for (const CurveRun& run : data.runs) {
    entries.push_back(entryOf(runKey(run), runName(run), AccuracyFigure::tr("Show or hide this run"),
                              styleInManyRuns({}, run.number, run.current, palette), {}));
    entries.back().shown = run.visible;
    entries.back().beginsGroup = entries.size() == before + 1;
  }
  return entries;
}

Readout accuracyReadoutAt(const AccuracyData& data, const HiddenKeys& hidden, int merged, const QPalette& palette) {
  Readout readout;
  readout.x = merged;
  readout.title =
      merged == 0 ? AccuracyFigure::tr("No layer merged") : AccuracyFigure::tr("Merged layers: %1").arg(merged);
  readout.valueHeading = AccuracyFigure::tr("calibrated");
  readout.secondHeading = AccuracyFigure::tr("initialized");
  for (const CurveRun& run : data.runs) {
    if (!run.visible) continue;
    for (const auto& step : run.steps) {
      if (int(step->mergedLayers.size()) != merged) continue;
      for (int t = 0; t < data.taskCount(); ++t)
        if (hidden.count(taskKey(t)) == 0) addRow(data, run, *step, t, palette, readout);
    }
  }
  return readout;
}

QString sampleNoteOf(const AccuracyData& data) {
  std::vector<const Scores*> shown{&data.teachers};
  for (const CurveRun& run : data.runs)
    for (std::size_t i = 0; run.visible && i < run.steps.size(); ++i)
      for (const Scores* scores : {&knownInitialized(*run.steps[i]), &knownCalibrated(*run.steps[i])})
        shown.push_back(scores);
  std::set<std::pair<std::int64_t, std::int64_t>> samples;
  for (const Scores* scores : shown)
    for (const Score& score : *scores)
      if (score.drawnFrom > 0) samples.insert({score.images, score.drawnFrom});
  if (samples.empty()) return {};
  if (samples.size() > 1)
    return AccuracyFigure::tr(
        "Newest points: of a sample of the test images; the rest is scored when nothing else runs.");
  const auto& [images, all] = *samples.begin();
  return AccuracyFigure::tr(
             "Newest points: of a sample of %1 of the %2 test images; the rest is scored when nothing else runs.")
      .arg(countText(images), countText(all));
}

std::string accuracyCsv(const AccuracyData& data) {
  const int tasks = data.taskCount();
  std::string csv = "run,merged_layers,layer";
  for (const char* moment : {",initialized_top1_", ",calibrated_top1_"})
    for (int t = 0; t < tasks; ++t) csv += std::string(moment) + taskName(t);
  csv += "\nteachers,0," + std::string(std::size_t(tasks) + 1, ',');
  for (int t = 0; t < tasks; ++t) csv += (t > 0 ? "," : "") + share(wholeScoreOf(data.teachers, t));
  csv += '\n';
  for (const CurveRun& run : data.runs) {
    if (!run.visible) continue;
    for (const auto& step : run.steps) {
      csv += csvField(runName(run).toStdString()) + ',' + std::to_string(step->mergedLayers.size()) + ',' +
             std::to_string(targetNumber(step->plan.target));
      for (const Scores* scores : {&step->initialized, &step->calibrated})
        for (int t = 0; t < tasks; ++t) csv += ',' + share(scoreOf(*scores, t));
      csv += '\n';
    }
  }
  return csv;
}

}  // namespace zipper::plots
