// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparison_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/task_cues.h"
#include "widgets/style/terms.h"

namespace zipper::plots {

namespace {

/// Translators find this file's texts with those of the plot.
struct ComparisonTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::ComparisonPlot)
};

constexpr int colors = 5;  ///< of style::seriesColor()

int placeOf(const ComparisonData& data, const std::string& strategy) {
  const auto found = std::find(data.strategies.begin(), data.strategies.end(), strategy);
  return int(found - data.strategies.begin());
}

QVector<qreal> dashesOf(int place) {
  static const std::vector<QVector<qreal>> all{{}, {6, 3}, {2, 2.5}, {8, 3, 2, 3}};
  return all[std::size_t(place / colors) % all.size()];
}

const ComparisonPoint* lastScored(const ComparisonRun& run, double iteration) {
  const ComparisonPoint* last = nullptr;
  for (const ComparisonPoint& point : run.points)
    if (point.calibrated && !point.scores.empty() && double(point.iterations) <= iteration) last = &point;
  return last;
}

}  // namespace

double ComparisonData::iterations() const {
  std::size_t longest = 0;
  for (const ComparisonRun& run : runs)
    if (shows(run)) longest = std::max(longest, run.losses.size());
  return double(longest);
}

SeriesStyle strategyStyle(const ComparisonData& data, const std::string& strategy, const QPalette& palette) {
  const int place = placeOf(data, strategy);
  SeriesStyle style;
  style.color = style::seriesColor(place, palette);
  style.faint = faintColor(style.color, palette);
  style.dashes = dashesOf(place);
  style.marker = place % style::taskLooks;
  return style;
}

std::vector<ScoreLine> comparisonLines(const ComparisonData& data, const QPalette& palette) {
  std::vector<ScoreLine> lines;
  for (std::size_t i = 0; i < data.runs.size(); ++i) {
    const ComparisonRun& run = data.runs[i];
    if (!data.shows(run)) continue;
    ScoreLine line{i, strategyStyle(data, run.strategy, palette), {}};
    for (const ComparisonPoint& point : run.points)
      if (point.calibrated && !point.scores.empty())
        line.points.push_back(
            {double(point.iterations), 100 * meanTop1(point.scores), true, point.target.isFineTuning()});
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<LegendEntry> comparisonLegend(const ComparisonData& data, const QPalette& palette) {
  std::vector<LegendEntry> entries;
  for (const std::string& strategy : data.strategies) {
    LegendEntry entry;
    entry.key = style::unchanged(strategy);
    entry.text = strategyTitle(strategy);
    entry.description = ComparisonTexts::tr("Show or hide this strategy, a line for each seed");
    entry.style = strategyStyle(data, strategy, palette);
    entry.shown = data.hidden.count(entry.key) == 0;
    entries.push_back(entry);
  }
  return entries;
}

Readout comparisonReadout(const ComparisonData& data, double iteration, const QPalette& palette) {
  Readout readout;
  readout.x = iteration;
  readout.title = ComparisonTexts::tr("Iteration %1").arg(QLocale().toString(qlonglong(iteration)));
  readout.valueHeading = ComparisonTexts::tr("mean top-1");
  readout.secondHeading = ComparisonTexts::tr("merged layers");
  for (const ComparisonRun& run : data.runs) {
    const ComparisonPoint* point = data.shows(run) ? lastScored(run, iteration) : nullptr;
    if (point == nullptr) continue;
    readout.rows.push_back({strategyStyle(data, run.strategy, palette), true, true,
                            ComparisonTexts::tr("%1, seed %2").arg(strategyTitle(run.strategy)).arg(run.seed),
                            style::percent(meanTop1(point->scores), 2), QString::number(point->mergedLayers)});
  }
  return readout;
}

}  // namespace zipper::plots
