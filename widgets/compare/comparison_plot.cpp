// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparison_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <algorithm>

#include "core/report/comparison_report.h"
#include "core/report/curve_smoothing.h"
#include "widgets/compare/comparison_content.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/plot_cursor.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/ranges.h"
#include "widgets/plots/teacher_lines.h"
#include "widgets/style/percent.h"

namespace zipper {

using namespace plots;

namespace {
constexpr int keysAcross = 50;  ///< presses of a key that move the crosshair from end to end
}

struct ComparisonPlot::Parts {
  explicit Parts(ComparisonPlot* panel)
      : legend(new Legend(panel)),
        quantity(new QComboBox(panel)),
        teachers(new TeacherLines(panel->plot().yAxis)),
        scores(new ScoreLines(panel->plot().xAxis, panel->plot().yAxis)) {}

  bool showsLoss() const { return quantity->currentIndex() == 1; }

  Legend* legend;
  QComboBox* quantity;
  TeacherLines* teachers;
  ScoreLines* scores;
  ComparisonData data;
};

ComparisonPlot::ComparisonPlot(QWidget* parent)
    : PlotPanel("comparisonPlot",
                {tr("Strategies by iterations"),
                 tr("Left and Right show the values at earlier and later iterations, Escape hides them."),
                 tr("iterations of the run"), tr("The curves of the strategies appear here while they run.")},
                parent),
      parts_(std::make_unique<Parts>(this)) {
  plot().setMinimumSize(320, 180);
  buildControls();
  connect(parts_->legend, &Legend::toggled, this, [this](const QString& key, bool shown) {
    if (shown)
      parts_->data.hidden.erase(key);
    else
      parts_->data.hidden.insert(key);
    showContent();
  });
  connect(parts_->quantity, &QComboBox::currentIndexChanged, this, [this] { showContent(); });
  showContent();
}

ComparisonPlot::~ComparisonPlot() = default;

void ComparisonPlot::buildControls() {
  Parts& p = *parts_;
  p.quantity->setObjectName("quantity");
  p.quantity->addItems({tr("Mean top-1"), tr("Loss")});
  p.quantity->setAccessibleName(tr("Shown quantity"));
  p.quantity->setToolTip(
      tr("Mean top-1 of the tasks on the test images after each step, or the total loss of each "
         "iteration, smoothed. The loss of the naive baseline is its cross entropy alone."));
  auto* row = new QHBoxLayout;
  row->addWidget(p.quantity, 0, Qt::AlignTop);
  row->addWidget(p.legend, 1);
  row->addWidget(makeExportButton("comparison"), 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(&plot(), 1);
}

void ComparisonPlot::start(const std::vector<std::string>& strategies, const Scores& teachers) {
  parts_->data = {strategies, {}, teachers, {}};
  showContent();
}

void ComparisonPlot::setTeachers(const Scores& teachers) {
  parts_->data.teachers = teachers;
  showContent();
}

void ComparisonPlot::setRun(const ComparisonRun& run) {
  auto& runs = parts_->data.runs;
  const auto found = std::find_if(runs.begin(), runs.end(), [&run](const ComparisonRun& other) {
    return other.strategy == run.strategy && other.seed == run.seed;
  });
  if (found == runs.end())
    runs.push_back(run);
  else
    *found = run;
  showContent();
}

void ComparisonPlot::appendLosses(const std::vector<float>& losses) {
  if (parts_->data.runs.empty()) return;
  auto& all = parts_->data.runs.back().losses;
  all.insert(all.end(), losses.begin(), losses.end());
  showContent();
}

void ComparisonPlot::setRuns(const std::vector<ComparisonRun>& runs) {
  parts_->data.runs = runs;
  showContent();
}

int ComparisonPlot::pointCount() const {
  int count = 0;
  for (const ScoreLine& line : parts_->scores->lines()) count += int(line.points.size());
  return count;
}

void ComparisonPlot::showContent() {
  showContentIn(palette());
  parts_->legend->setEntries(comparisonLegend(parts_->data, palette()));
  const int end = parts_->data.runs.empty() ? -1 : int(parts_->data.iterations());
  cursor().setPlaces(0, end, end / keysAcross);
  replot();
}

void ComparisonPlot::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  p.scores->setBackground(palette.color(QPalette::Base));
  const double end = std::max(1.0, p.data.iterations());
  plot().xAxis->setRange(-0.02 * end, 1.03 * end);
  plot().clearGraphs();
  p.scores->setLines({});
  p.teachers->setLevels({});
  setLogarithmic(*plot().yAxis, p.showsLoss());
  if (p.showsLoss())
    showLossesIn(palette);
  else
    showScoresIn(palette);
  applyStyle(palette, p.data.runs.empty() && p.teachers->levels().empty());
  const int labels = p.teachers->labelWidth();
  plot().axisRect()->setMinimumMargins(QMargins(0, 10, labels > 0 ? labels + 14 : 12, 0));
}

void ComparisonPlot::showScoresIn(const QPalette& palette) {
  Parts& p = *parts_;
  plot().yAxis->setLabel(tr("mean top-1, %"));
  p.scores->setLines(comparisonLines(p.data, palette));
  std::vector<double> levels;
  if (!p.data.teachers.empty()) {
    SeriesStyle style;
    style.color = palette.color(QPalette::Text);
    levels.push_back(100 * meanTop1(p.data.teachers));
    p.teachers->setLevels({{style, levels[0], tr("teachers %1").arg(style::percent(levels[0] / 100, 2))}});
  }
  const Span span = percentSpan(p.scores->lines(), {plot().xAxis->range().lower, plot().xAxis->range().upper}, levels);
  plot().yAxis->setRange(span.lower, span.upper);
}

void ComparisonPlot::showLossesIn(const QPalette& palette) {
  Parts& p = *parts_;
  plot().yAxis->setLabel(tr("loss, smoothed"));
  Extremes extremes;
  for (const ComparisonRun& run : p.data.runs) {
    if (!p.data.shows(run) || run.losses.empty()) continue;
    const SeriesStyle style = strategyStyle(p.data, run.strategy, palette);
    const std::vector<double> values = smoothed(run.losses, smoothingWindow(run.losses.size()));
    QVector<double> keys(qsizetype(values.size()));
    for (qsizetype i = 0; i < keys.size(); ++i) keys[i] = double(i + 1);
    QCPGraph* graph = plot().addGraph();
    graph->setPen(linePen(style.color, 1.6, style.dashes, false));
    graph->setData(keys, QVector<double>(values.begin(), values.end()), true);
    bool found = false;
    const QCPRange range = graph->getValueRange(found, QCP::sdPositive);
    if (!found) continue;
    extremes.add(float(range.lower));
    extremes.add(float(range.upper));
  }
  const Span span = valueSpan(extremes, true);
  plot().yAxis->setRange(span.lower, span.upper);
}

Readout ComparisonPlot::readoutAt(int iteration) const { return comparisonReadout(parts_->data, iteration, palette()); }

Figure ComparisonPlot::figure() {
  const Parts& p = *parts_;
  return {plot(), tr("Strategies by iterations"), [this](const QPalette& palette) { showContentIn(palette); },
          [&p](const QPalette& palette) { return comparisonLegend(p.data, palette); }};
}

std::string ComparisonPlot::csv() const {
  Comparison comparison;
  comparison.runs = parts_->data.runs;
  comparison.teacherScores = parts_->data.teachers;
  return parts_->showsLoss() ? comparisonLossesCsv(comparison) : comparisonCsv(comparison);
}

}  // namespace zipper
