// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/figure_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "widgets/style/glossary.h"
#include "widgets/style/percent.h"

namespace zipper::plots {

namespace {

Word wordOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::Total:
      return Word::Loss;
    case Quantity::CrossEntropy:
      return Word::CrossEntropy;
    case Quantity::L1:
      return Word::L1;
    case Quantity::Distillation:
      return Word::Distillation;
    case Quantity::LearningRate:
      return Word::LearningRate;
    case Quantity::Top1:
      return Word::Top1;
  }
  return Word::Loss;
}

struct FigureTexts {
  Q_DECLARE_TR_FUNCTIONS(FigureContent)
};

std::size_t columnOf(const SeriesId& id, const StepColumns& columns) {
  switch (id.quantity) {
    case Quantity::CrossEntropy:
      return StepColumns::crossEntropy(id.task);
    case Quantity::L1:
      return columns.l1(id.task);
    case Quantity::Distillation:
      return columns.distillation(id.task);
    case Quantity::LearningRate:
      return columns.learningRate();
    default:
      return StepColumns::total();
  }
}

/// Scores at the ends of the steps; those after initialization where the step begins.
ScoreLine scoresOf(const StoredRun& run, std::size_t runIndex, int task, const SeriesStyle& style) {
  ScoreLine line{runIndex, style, {}};
  const auto index = std::size_t(task);
  for (const Segment& segment : run.segments) {
    const StepResult* step = segment.curves->step();
    if (step == nullptr) continue;
    const bool finetuned = step->plan.target.isFineTuning();
    const Scores &initialized = knownInitialized(*step), &calibrated = knownCalibrated(*step);
    if (index < initialized.size())
      line.points.push_back({double(segment.offset), 100 * initialized[index].top1, false, false});
    if (index < calibrated.size())
      line.points.push_back({double(segment.end()), 100 * calibrated[index].top1, true, finetuned});
  }
  return line;
}

QString number(float value) {
  if (std::isnan(value)) return FigureTexts::tr("NaN");
  if (std::isinf(value)) return value > 0 ? FigureTexts::tr("∞") : FigureTexts::tr("−∞");
  return QLocale().toString(double(value), 'g', 4);
}

/// With a mark if it is of a sample of the test images.
QString percent(const Score& score) {
  const QString text = style::percent(score.top1, 2);
  return score.drawnFrom > 0 ? QStringLiteral("≈ ") + text : text;
}

void addRun(const CurveStore& store, const SeriesSelection& selection, std::size_t index, const QPalette& palette,
            FigureContent& content) {
  const StoredRun& run = store.runs()[index];
  const bool many = selection.showsMany();
  for (const SeriesId& id : allSeries(store.tasks(), store.isDistilled())) {
    if (!selection.shows(id)) continue;
    const SeriesStyle style =
        many ? styleInManyRuns(id, run.run.number, run.run.current, palette) : styleInOneRun(id, palette);
    if (id.quantity == Quantity::Top1) {
      content.scores.push_back(scoresOf(run, index, id.task, style));
      continue;
    }
    const bool rate = id.quantity == Quantity::LearningRate;
    DrawnCurve curve{index, columnOf(id, StepColumns(store.tasks())), style, seriesName(id), !rate, QString()};
    if (many) curve.name = FigureTexts::tr("%1, %2").arg(runName(run.run), curve.name);
    if (many && id.quantity == Quantity::Total) curve.badge = runBadge(run.run);
    (rate ? content.rates : content.losses).push_back(curve);
  }
}

QString seriesKey(const SeriesId& id) { return QString("series/%1/%2").arg(int(id.quantity)).arg(id.task); }

LegendEntry runEntry(const StoredRun& stored, bool shown, bool first, const QPalette& palette) {
  LegendEntry entry;
  entry.key = runKey(stored.run);
  entry.text = runName(stored.run);
  entry.description = stored.run.current ? FigureTexts::tr("Show or hide this run, the current one")
                                         : FigureTexts::tr("Show or hide this run");
  entry.style = styleInManyRuns({}, stored.run.number, stored.run.current, palette);
  entry.shown = shown;
  entry.beginsGroup = first;
  return entry;
}

/// The last score that had been measured by then in this step; none in fine-tuning before its end.
void addScore(const Segment& segment, std::size_t iteration, const ScoreLine& line, Readout& readout) {
  const StepResult* step = segment.curves->step();
  const auto task = std::size_t(line.style.marker);
  if (step == nullptr) return;
  const Scores &initialized = knownInitialized(*step), &calibrated = knownCalibrated(*step);
  if (task >= calibrated.size()) return;
  const bool hasFirst = task < initialized.size();
  const bool ended = iteration >= segment.end();
  if (!ended && !hasFirst) return;
  const QString first = hasFirst ? percent(initialized[task]) : QString();
  ReadoutRow row{line.style,
                 true,
                 true,
                 seriesName({Quantity::Top1, line.style.marker}),
                 ended ? percent(calibrated[task]) : first,
                 QString()};
  if (hasFirst) row.second = ended ? FigureTexts::tr("from %1").arg(first) : FigureTexts::tr("initialized");
  readout.rows.push_back(row);
}

ReadoutRow rowOf(const DrawnCurve& curve, const CurveSeries& series, std::size_t row, bool averaged) {
  const bool both = averaged && curve.smoothed && row < series.smooth().size();
  const float value = both ? series.smooth()[row] : series.raw()[row];
  return {curve.style, true, true, curve.name, number(value), both ? number(series.raw()[row]) : QString()};
}

QString titleAt(const StoredRun* run, std::size_t iteration) {
  const QString title = FigureTexts::tr("Iteration %1").arg(QLocale().toString(qulonglong(iteration)));
  const Segment* segment = run == nullptr ? nullptr : run->segmentAt(iteration);
  if (segment == nullptr) return title;
  return FigureTexts::tr("%1 · %2 · %3 of %4")
      .arg(title, stepTitle(segment->target), QLocale().toString(qulonglong(iteration - segment->offset)),
           QLocale().toString(qulonglong(segment->curves->rows())));
}

}  // namespace

FigureContent contentOf(const CurveStore& store, const SeriesSelection& selection, const QPalette& palette) {
  FigureContent content;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < store.runs().size(); ++i)
    if (selection.showsRun(store.runs()[i].run)) shown.push_back(i);
  // The current run comes last: it lies above the others.
  std::stable_partition(shown.begin(), shown.end(), [&](std::size_t i) { return !store.runs()[i].run.current; });
  for (const std::size_t index : shown) {
    addRun(store, selection, index, palette, content);
    for (const Segment& segment : store.runs()[index].segments)
      if (const StepResult* step = segment.curves->step())
        content.hasSamples =
            content.hasSamples || areOfSample(knownInitialized(*step)) || areOfSample(knownCalibrated(*step));
    content.end = std::max(content.end, double(store.runs()[index].rows()));
    content.markedRun = int(index);
  }
  if (content.markedRun >= 0) content.newest = double(store.runs()[std::size_t(content.markedRun)].rows());
  return content;
}

std::vector<LegendEntry> legendOf(const CurveStore& store, const SeriesSelection& selection, const QStringList& titles,
                                  const QPalette& palette) {
  std::vector<LegendEntry> entries;
  for (const SeriesId& id : allSeries(store.tasks(), store.isDistilled())) {
    LegendEntry entry;
    entry.key = seriesKey(id);
    entry.text = seriesName(id);
    entry.description = withWordTip(seriesDescription(id, titles), wordOf(id.quantity));
    entry.style = styleInOneRun(id, palette);
    if (selection.showsMany()) {  // the colour tells the run, so the series have none
      entry.style.color = palette.color(QPalette::Text);
      entry.style.emphasized = false;
    }
    entry.shown = selection.shows(id);
    entry.beginsGroup = id.quantity == Quantity::LearningRate;
    entries.push_back(entry);
  }
  if (store.runs().size() < 2) return entries;
  const std::size_t before = entries.size();
  for (const StoredRun& stored : store.runs())
    entries.push_back(runEntry(stored, selection.showsRun(stored.run), entries.size() == before, palette));
  return entries;
}

LegendKey parsedKey(const QString& key) {
  const QStringList parts = key.split('/');
  LegendKey result;
  result.isRun = parts.value(0) == "run";
  if (result.isRun)
    result.run = parts.value(1).toInt();
  else
    result.series = {Quantity(parts.value(1).toInt()), parts.value(2).toInt()};
  return result;
}

Readout readoutAt(const CurveStore& store, const FigureContent& content, std::size_t iteration) {
  Readout readout;
  readout.x = double(iteration);
  readout.title = titleAt(content.markedRun < 0 ? nullptr : &store.runs()[std::size_t(content.markedRun)], iteration);
  const bool averaged = store.window() > 1;
  readout.valueHeading = averaged ? FigureTexts::tr("smoothed") : QString();
  readout.secondHeading = averaged ? FigureTexts::tr("measured") : QString();
  for (const auto* curves : {&content.losses, &content.rates})
    for (const DrawnCurve& curve : *curves) {
      const Segment* segment = store.runs()[curve.run].segmentAt(iteration);
      if (segment == nullptr) continue;
      const CurveSeries& series = segment->curves->series(curve.column);
      const std::size_t row = iteration - segment->offset - 1;
      if (row >= series.raw().size()) continue;
      readout.rows.push_back(rowOf(curve, series, row, averaged));
    }
  if (content.markedRun < 0) return readout;
  const auto marked = std::size_t(content.markedRun);
  const Segment* segment = store.runs()[marked].segmentAt(iteration);
  if (segment == nullptr) return readout;
  for (const ScoreLine& line : content.scores)
    if (line.run == marked) addScore(*segment, iteration, line, readout);
  return readout;
}

}  // namespace zipper::plots
