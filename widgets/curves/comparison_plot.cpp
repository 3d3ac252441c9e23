// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/comparison_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "core/report/comparison_report.h"
#include "core/report/curve_smoothing.h"
#include "widgets/curves/comparison_content.h"
#include "widgets/curves/curves_ranges.h"
#include "widgets/curves/custom_plot.h"
#include "widgets/curves/export_button.h"
#include "widgets/curves/figure_export.h"
#include "widgets/curves/plot_hint.h"
#include "widgets/curves/plot_style.h"
#include "widgets/curves/teacher_lines.h"
#include "widgets/style/colors.h"

namespace zipper {

using namespace curves;

struct ComparisonPlot::Parts {
  explicit Parts(QWidget* widget)
      : plot(new QCustomPlot(widget)), legend(new Legend(widget)), quantity(new QComboBox(widget)) {}

  bool showsLoss() const { return quantity->currentIndex() == 1; }

  QCustomPlot* plot;
  Legend* legend;
  QComboBox* quantity;
  TeacherLines* teachers = nullptr;
  ScoreLines* scores = nullptr;
  Crosshair* crosshair = nullptr;
  PlotHint* hint = nullptr;
  ComparisonData data;
};

ComparisonPlot::ComparisonPlot(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>(this)) {
  buildPlot();
  buildControls();
  connect(parts_->legend, &Legend::toggled, this, [this](const QString& key, bool shown) {
    if (shown)
      parts_->data.hidden.erase(key);
    else
      parts_->data.hidden.insert(key);
    showContent();
  });
  connect(parts_->quantity, &QComboBox::currentIndexChanged, this, &ComparisonPlot::showContent);
  showContent();
}

ComparisonPlot::~ComparisonPlot() { parts_->plot->removeEventFilter(this); }

void ComparisonPlot::buildPlot() {
  Parts& p = *parts_;
  p.plot->setObjectName("comparisonPlot");
  p.plot->setMinimumSize(320, 180);
  p.plot->setMouseTracking(true);
  p.plot->setFocusPolicy(Qt::StrongFocus);
  p.plot->setLocale(QLocale());
  p.plot->installEventFilter(this);
  p.plot->setAccessibleName(tr("Strategies by iterations"));
  p.plot->xAxis->setTicker(wholeNumberTicker());
  p.plot->xAxis->setNumberFormat("f");
  p.plot->xAxis->setNumberPrecision(0);
  p.plot->xAxis->setLabel(tr("iterations of the run"));
  p.teachers = new TeacherLines(p.plot->yAxis);
  p.scores = new ScoreLines(p.plot->xAxis, p.plot->yAxis);
  p.crosshair = new Crosshair(p.plot->xAxis);
  p.hint = new PlotHint(p.plot->axisRect(), tr("The curves of the strategies appear here while they run."));
}

void ComparisonPlot::buildControls() {
  Parts& p = *parts_;
  p.quantity->addItems({tr("Mean top-1"), tr("Loss")});
  p.quantity->setAccessibleName(tr("Shown quantity"));
  p.quantity->setToolTip(
      tr("Mean top-1 of the tasks on the test images after each step, or the total loss of each "
         "iteration, smoothed. The loss of the naive baseline is its cross entropy alone."));
  QToolButton* exporting = makeExportButton(
      this, {"comparison", [this](const QString& path) { savePng(path); },
             [this](const QString& path) { savePdf(path); }, [this](const QString& path) { saveSvg(path); },
             [this](const QString& path) { saveCsv(path); }, [this] { copyImage(); }});
  auto* row = new QHBoxLayout;
  row->addWidget(p.quantity, 0, Qt::AlignTop);
  row->addWidget(p.legend, 1);
  row->addWidget(exporting, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(p.plot, 1);
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

std::size_t ComparisonPlot::lossCount() const {
  std::size_t count = 0;
  for (const ComparisonRun& run : parts_->data.runs) count += run.losses.size();
  return count;
}

void ComparisonPlot::setShowsLoss(bool on) { parts_->quantity->setCurrentIndex(on ? 1 : 0); }

void ComparisonPlot::showContent() {
  showContentIn(palette());
  parts_->legend->setEntries(comparisonLegend(parts_->data, palette()));
  parts_->plot->replot(QCustomPlot::rpQueuedReplot);
}

void ComparisonPlot::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  applyPlotStyle(*p.plot, palette, p.plot->font());
  p.crosshair->setPalette(palette);
  p.scores->setBackground(palette.color(QPalette::Base));
  const double end = std::max(1.0, p.data.iterations());
  p.plot->xAxis->setRange(-0.02 * end, 1.03 * end);
  p.plot->clearGraphs();
  p.scores->setLines({});
  p.teachers->setLevels({});
  setLogarithmic(*p.plot->yAxis, p.showsLoss());
  if (p.showsLoss())
    showLossesIn(palette);
  else
    showScoresIn(palette);
  const int labels = p.teachers->labelWidth();
  p.plot->axisRect()->setMinimumMargins(QMargins(0, 10, labels > 0 ? labels + 14 : 12, 0));
  p.hint->setVisible(p.data.runs.empty() && p.teachers->levels().empty());
  p.hint->recolor(palette);
}

void ComparisonPlot::showScoresIn(const QPalette& palette) {
  Parts& p = *parts_;
  p.plot->yAxis->setLabel(tr("mean top-1, %"));
  p.scores->setLines(comparisonLines(p.data, palette));
  std::vector<double> levels;
  if (!p.data.teachers.empty()) {
    SeriesStyle style;
    style.color = palette.color(QPalette::Text);
    levels.push_back(100 * meanTop1(p.data.teachers));
    p.teachers->setLevels({{style, levels[0], tr("teachers %1 %").arg(QLocale().toString(levels[0], 'f', 2))}});
  }
  const Span span =
      percentSpan(p.scores->lines(), {p.plot->xAxis->range().lower, p.plot->xAxis->range().upper}, levels);
  p.plot->yAxis->setRange(span.lower, span.upper);
}

void ComparisonPlot::showLossesIn(const QPalette& palette) {
  Parts& p = *parts_;
  p.plot->yAxis->setLabel(tr("loss, smoothed"));
  Extremes extremes;
  for (const ComparisonRun& run : p.data.runs) {
    if (!p.data.shows(run) || run.losses.empty()) continue;
    const SeriesStyle style = strategyStyle(p.data, run.strategy, palette);
    const std::vector<double> values = smoothed(run.losses, smoothingWindow(run.losses.size()));
    QVector<double> keys(qsizetype(values.size()));
    for (qsizetype i = 0; i < keys.size(); ++i) keys[i] = double(i + 1);
    QCPGraph* graph = p.plot->addGraph();
    graph->setPen(linePen(style.color, 1.6, style.dashes, false));
    graph->setData(keys, QVector<double>(values.begin(), values.end()), true);
    bool found = false;
    const QCPRange range = graph->getValueRange(found, QCP::sdPositive);
    if (!found) continue;
    extremes.add(float(range.lower));
    extremes.add(float(range.upper));
  }
  const Span span = valueSpan(extremes, true);
  p.plot->yAxis->setRange(span.lower, span.upper);
}

void ComparisonPlot::showCursor(double iteration) {
  Parts& p = *parts_;
  const Readout readout = comparisonReadout(p.data, iteration, palette());
  if (iteration < 0 || readout.rows.empty())
    p.crosshair->hide();
  else
    p.crosshair->show(readout);
  p.plot->setAccessibleDescription(p.crosshair->text());
  p.crosshair->redraw();
}

bool ComparisonPlot::eventFilter(QObject* watched, QEvent* event) {
  Parts& p = *parts_;
  if (watched != p.plot) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::MouseMove) {
    const QPointF position = static_cast<QMouseEvent*>(event)->position();
    const bool inside = QRectF(p.plot->axisRect()->rect()).contains(position);
    showCursor(inside ? std::max(0.0, std::round(p.plot->xAxis->pixelToCoord(position.x()))) : -1);
    return true;
  }
  if (event->type() == QEvent::Leave) showCursor(-1);
  return false;
}

void ComparisonPlot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showContent();
}

QString ComparisonPlot::readoutText() const { return parts_->crosshair->text(); }

void ComparisonPlot::savePng(const QString& path) { curves::savePng(figure(), path); }

void ComparisonPlot::savePdf(const QString& path) { curves::savePdf(figure(), path); }

void ComparisonPlot::saveSvg(const QString& path) { curves::saveSvg(figure(), path); }

void ComparisonPlot::saveCsv(const QString& path) {
  saveText(
      [this] {
        Comparison comparison;
        comparison.runs = parts_->data.runs;
        comparison.teacherScores = parts_->data.teachers;
        return parts_->showsLoss() ? comparisonLossesCsv(comparison) : comparisonCsv(comparison);
      },
      path);
}

void ComparisonPlot::copyImage() { QApplication::clipboard()->setImage(imageOf(figure())); }

curves::Figure ComparisonPlot::figure() {
  const Parts& p = *parts_;
  return {*p.plot, tr("Strategies by iterations"), [this](const QPalette& palette) { showContentIn(palette); },
          [&p](const QPalette& palette) { return comparisonLegend(p.data, palette); }};
}

}  // namespace zipper
