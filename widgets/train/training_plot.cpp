// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/training_plot.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <algorithm>

#include "core/report/curve_smoothing.h"
#include "core/support/error.h"
#include "core/support/text_format.h"
#include "widgets/plots/crosshair.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/plot_cursor.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/ranges.h"
#include "widgets/plots/score_lines.h"
#include "widgets/style/colors.h"
#include "widgets/style/percent.h"

namespace zipper {

using namespace plots;

namespace {

constexpr std::size_t mostDrawn = 2000;  ///< points of the loss
constexpr int presses = 50;              ///< of a key that move the crosshair from end to end

SeriesStyle trainingStyle(const QPalette& palette) {
  SeriesStyle style;
  style.color = style::seriesColor(0, palette);
  style.faint = faintColor(style.color, palette);
  style.marker = 1;
  style.dashes = {6, 3};
  return style;
}

SeriesStyle validationStyle(const QPalette& palette) {
  SeriesStyle style;
  style.color = style::mergedColor(palette);
  style.faint = faintColor(style.color, palette);
  style.marker = 0;
  style.emphasized = true;
  return style;
}

}  // namespace

TrainingPlot::TrainingPlot(Shows shows, QWidget* parent)
    : PlotPanel(shows == Shows::Top1 ? "trainingTop1" : "trainingLoss",
                {shows == Shows::Top1 ? tr("Top-1 by epochs") : tr("Loss by batches"),
                 tr("Left and Right show the values before and after, Escape hides them."),
                 shows == Shows::Top1 ? tr("epochs") : tr("batches"),
                 shows == Shows::Top1 ? tr("How many images are right appears here after each epoch.")
                                      : tr("The loss of each batch appears here.")},
                parent),
      shows_(shows),
      legend_(new Legend(this)),
      lines_(new ScoreLines(plot().xAxis, plot().yAxis)) {
  plot().setMinimumSize(300, 130);
  legend_->setVisible(shows == Shows::Top1);
  connect(legend_, &Legend::toggled, this, [this](const QString& key, bool shown) {
    if (shown)
      hidden_.erase(key);
    else
      hidden_.insert(key);
    showContent();
  });
  auto* row = new QHBoxLayout;
  row->addWidget(legend_, 1);
  row->addWidget(makeExportButton(shows == Shows::Top1 ? "training-top1" : "training-loss"), 0,
                 Qt::AlignTop | Qt::AlignRight);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(row);
  column->addWidget(&plot(), 1);
  showContent();
}

TrainingPlot::~TrainingPlot() = default;

void TrainingPlot::start(int epochs) {
  planned_ = epochs;
  best_ = 0;
  epochs_.clear();
  losses_.clear();
  smooth_.clear();
  showContent();
}

void TrainingPlot::append(const std::vector<TrainingState>& states) {
  const std::size_t epochs = epochs_.size();
  for (const TrainingState& state : states) {
    if (state.epochEnded)
      epochs_.push_back(state);
    else if (state.epoch > 0 && state.toScore == 0)
      losses_.push_back(float(state.batchLoss));
  }
  if (shows_ == Shows::Loss || epochs_.size() != epochs) showContent();
}

void TrainingPlot::setBest(int epoch) {
  best_ = epoch;
  showContent();
}

void TrainingPlot::showContent() {
  showContentIn(palette());
  legend_->setEntries(legendIn(palette()));
  const int last = shows_ == Shows::Top1 ? int(epochs_.size()) : int(losses_.size());
  cursor().setPlaces(1, last, std::max(1, last / presses));
  replot();
}

void TrainingPlot::showContentIn(const QPalette& palette) {
  plot().clearGraphs();
  lines_->setLines({});
  lines_->setBackground(palette.color(QPalette::Base));
  if (shows_ == Shows::Top1)
    showTop1In(palette);
  else
    showLossIn(palette);
  applyStyle(palette, shows_ == Shows::Top1 ? epochs_.empty() : losses_.empty());
  plot().axisRect()->setMinimumMargins(QMargins(0, 10, 12, 0));
}

void TrainingPlot::showTop1In(const QPalette& palette) {
  const double end = std::max({1, planned_, int(epochs_.size())});
  plot().xAxis->setRange(0.5, end + 0.5);
  plot().yAxis->setLabel(tr("top-1, %"));
  ScoreLine training{0, trainingStyle(palette), {}}, validation{1, validationStyle(palette), {}};
  for (const TrainingState& state : epochs_) {
    training.points.push_back({double(state.epoch), 100 * state.trainingTop1});
    validation.points.push_back({double(state.epoch), 100 * state.validationTop1, true, state.epoch == best_});
  }
  std::vector<ScoreLine> lines;
  if (hidden_.count("training") == 0) lines.push_back(training);
  if (hidden_.count("validation") == 0) lines.push_back(validation);
  lines_->setLines(lines);
  const Span span = percentSpan(lines_->lines(), {plot().xAxis->range().lower, plot().xAxis->range().upper});
  plot().yAxis->setRange(span.lower, span.upper);
}

void TrainingPlot::showLossIn(const QPalette& palette) {
  const double end = std::max<std::size_t>(1, losses_.size());
  plot().xAxis->setRange(1 - 0.02 * end, 1.03 * end);
  plot().yAxis->setLabel(tr("loss, smoothed"));
  smooth_ = smoothed(losses_, smoothingWindow(losses_.size()));
  // As many as can be told apart: it is drawn again and again while the training runs.
  const std::size_t step = smooth_.size() / mostDrawn + 1;
  QVector<double> keys, values;
  for (std::size_t i = step - 1; i < smooth_.size(); i += step) {
    keys << double(i + 1);
    values << smooth_[i];
  }
  Extremes extremes;
  if (!values.empty()) {
    QCPGraph* graph = plot().addGraph();
    graph->setPen(linePen(trainingStyle(palette).color, 1.6, {}, false));
    graph->setData(keys, values, true);
    for (const double value : values) extremes.add(float(value));
  }
  const Span span = valueSpan(extremes, false);
  plot().yAxis->setRange(span.lower, span.upper);
}

std::vector<LegendEntry> TrainingPlot::legendIn(const QPalette& palette) const {
  if (shows_ == Shows::Loss) return {};
  LegendEntry validation{"validation", tr("Validation"),
                         tr("Share of the validation images that is right; a ring marks what is kept"),
                         validationStyle(palette)};
  LegendEntry training{"training", tr("Training"),
                       tr("Share of the training images that was right while the epoch ran"), trainingStyle(palette)};
  for (LegendEntry* entry : {&validation, &training}) entry->shown = hidden_.count(entry->key) == 0;
  return {validation, training};
}

Readout TrainingPlot::readoutAt(int place) const {
  const QLocale locale;
  Readout readout;
  readout.x = place;
  const std::size_t index = std::size_t(place) - 1;
  if (shows_ == Shows::Loss) {
    if (place < 1 || index >= losses_.size()) return readout;
    readout.title = tr("Batch %1").arg(locale.toString(place));
    readout.valueHeading = tr("smoothed");
    readout.secondHeading = tr("loss");
    SeriesStyle style = trainingStyle(palette());
    style.dashes.clear();
    style.marker = -1;
    readout.rows.push_back({style, true, true, tr("Training"), locale.toString(smooth_[index], 'f', 3),
                            locale.toString(double(losses_[index]), 'f', 3)});
    return readout;
  }
  if (place < 1 || index >= epochs_.size()) return readout;
  const TrainingState& state = epochs_[index];
  readout.title = tr("Epoch %1").arg(locale.toString(place));
  readout.valueHeading = tr("top-1");
  readout.rows.push_back(
      {validationStyle(palette()), true, true, tr("Validation"), style::percent(state.validationTop1, 2), QString()});
  readout.rows.push_back(
      {trainingStyle(palette()), true, true, tr("Training"), style::percent(state.trainingTop1, 2), QString()});
  return readout;
}

Figure TrainingPlot::figure() {
  return {plot(), shows_ == Shows::Top1 ? tr("Top-1 by epochs") : tr("Loss by batches"),
          [this](const QPalette& palette) { showContentIn(palette); },
          [this](const QPalette& palette) { return legendIn(palette); }};
}

std::string TrainingPlot::csv() const {
  if (shows_ == Shows::Loss) {
    std::string text = "batch,loss\n";
    for (std::size_t i = 0; i < losses_.size(); ++i) text += concat(i + 1, ",", shortestNumber(losses_[i]), "\n");
    return text;
  }
  std::string text = "epoch,loss,training_top1,validation_top1\n";
  for (const TrainingState& state : epochs_)
    text += concat(state.epoch, ",", shortestNumber(state.loss), ",", shortestNumber(state.trainingTop1), ",",
                   shortestNumber(state.validationTop1), "\n");
  return text;
}

}  // namespace zipper
